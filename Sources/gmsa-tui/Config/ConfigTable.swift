// Every key of the config. Adding a key is adding a row, and a member to `Config`.

import DashboardModel
import DashboardScreens

/// The keys of the config, in the order in which they are shown.
enum ConfigTable {
  static let all: [ConfigRow] = [sources] + kubernetes + appearance + picture + dashboard

  /// The row of a name.
  static func row(_ name: String) -> ConfigRow? { all.first { $0.name == name } }

  private static let sources = ConfigRow(
    "sources", \.sources, .list("a list of sources", of: "a source", read: { $0 }, write: { $0 }),
    "What to read when no SOURCE is named. Relative paths start at the config's folder.",
    flag: "SOURCE", example: ["sources: [prod=/srv/dumps/prod, staging.json]"])

  private static let kubernetes: [ConfigRow] = [
    ConfigRow(
      "kubeconfig", \.kubeconfig, .name("a path", absent: "none", isKnown: { !$0.isEmpty }, known: []),
      "The kubeconfig, and no other; none: ~/.kube/config. A relative path starts at the config's folder.",
      flag: "--kubeconfig",
      variable: ConfigVariable(name: "KUBECONFIG", words: "paths with colons between them") { value, config in
        config.kubeconfig = value
        return true
      },
      example: ["kubeconfig: clusters.yaml"]),
    ConfigRow(
      "context", \.context, .name("a context", absent: "current", isKnown: { !$0.isEmpty }, known: []),
      "The kubeconfig's context where the source is k8s alone.", flag: "--context",
      example: ["context: prod"]),
    ConfigRow(
      "namespaces", \.namespaces,
      .list(
        "a list of namespaces", of: "a namespace, such as shop", read: { isNamespace($0) ? $0 : nil },
        write: { $0 }),
      "The Kubernetes namespaces to read; none: all that may be read.", flag: "--namespace",
      example: ["namespaces: [shop, web]"]),
  ]

  private static let appearance: [ConfigRow] = [
    ConfigRow(
      "theme", \.theme,
      .name(
        "a theme", absent: "auto", isKnown: isTheme, known: BuiltInThemes.all.map(\.name)),
      "Colours and attributes; auto is default, and mono where there is no colour.",
      flag: "--theme",
      variable: ConfigVariable(name: "GMSA_TUI_THEME", words: "a theme") { value, config in
        guard value == "auto" || isTheme(value) else { return false }
        config.theme = value == "auto" ? nil : value
        return true
      },
      example: ["theme: mono"]),
    ConfigRow("ascii", \.ascii, .truth, "Draw with ASCII alone.", flag: "--ascii", example: ["ascii: true"]),
    ConfigRow(
      "color", \.color, .choice, "When to use colour; auto asks the terminal.", flag: "--color",
      variable: ConfigVariable(name: "NO_COLOR", words: "anything, for never") { _, config in
        config.color = .never
        return true
      },
      example: ["color: never"]),
    ConfigRow(
      "mouse", \.mouse, .truth, "Let the mouse scroll, select and open.", flag: "--mouse",
      example: ["mouse: true"]),
    ConfigRow(
      "linear", \.linear, .truth, "Lines of words and commands instead of a screen, for screen readers.",
      flag: "--linear", example: ["linear: true"]),
  ]

  private static let picture: [ConfigRow] = [
    ConfigRow(
      "linux", \.linux, .truth, "Show Linux nodes as hosts too.", flag: "--linux", example: ["linux: true"]),
    ConfigRow(
      "reference", \.reference,
      .list(
        "a list of copies as NAME=HOST", of: "NAME=HOST, such as web.json=win-a-01",
        read: { ReferenceCopy($0) }, write: { "\($0.name)=\($0.host)" }),
      "The copies that others are compared with; without one, what most hosts hold.",
      flag: "--reference", example: ["reference: [web.json=win-a-01]"]),
  ]

  private static let dashboard: [ConfigRow] = [
    ConfigRow(
      "old-after", \.oldAfter, .age,
      "The age from which facts are called old, in the header and on the sources screen.",
      example: ["old-after: 2h"]),
    ConfigRow(
      "assume", \.assume,
      .list(
        "a list of assumptions as NAME=VALUE",
        of: "NAME=VALUE, where NAME is one of \(UpkeepAssumption.all.map(\.name).joined(separator: ", "))",
        read: { TypedAssumption($0) }, write: \.text),
      "What the scaling screen assumes of the upkeep of copies by hand; docs/scaling.md tells each.",
      flag: "--assume", example: ["assume: [forgotten=5%, joins=0.5]"]),
    ConfigRow(
      "keys", \.keys, .keys,
      "Other keys for commands, in place of their own; [] takes all keys from a command.",
      example: ["keys:", "  next problem: [n, tab]", "  transpose: []"]),
    ConfigRow(
      "filters", \.filters, .filters, "Filters by name.",
      example: ["filters:", "  ledger: \"ledger !test\""]),
    ConfigRow(
      "mutes", \.mutes, .mutes,
      "Findings that are known and accepted until a day. They are counted; cells keep their states.",
      example: [
        "mutes:", "  - rule: surplus-copy", "    subject: \"credspec old-*.json\"",
        "    reason: \"removed with the old hosts, OPS-17\"", "    until: 2027-03-31",
      ]),
  ]

  /// Whether a word can be a namespace's name. Source: RFC 1123, a label.
  static func isNamespace(_ word: String) -> Bool {
    (1...63).contains(word.utf8.count)
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }

  private static func isTheme(_ word: String) -> Bool { ThemeChoice.mayBeTheme(word) }
}
