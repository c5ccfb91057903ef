// The config in words: what is in force, the defaults with their comments, and the table of the manual.

import StructuredText

/// Writes what `config show` and `config default` print, and the table of docs/config.md. All of it comes from
/// `ConfigTable`.
enum ConfigPages {
  /// Every value and where it came from, as YAML.
  static func show(_ settings: Settings) -> String {
    ConfigTable.all.map { row in
      let origin = settings.origin(row.name)
      switch row.text(settings.config) {
      case .inline(let value): return line("\(row.name): \(value)", origin)
      case .block(let entries):
        let lines = entries.map { entry -> String in
          let origin = settings.origin(row.name, part: entry.place)
          return entry.lines.enumerated()
            .map { $0.offset == 0 ? line("  \($0.element)", origin) : "  \($0.element)\n" }.joined()
        }
        return line("\(row.name):", origin) + lines.joined()
      }
    }.joined()
  }

  private static func line(_ text: String, _ origin: SettingOrigin) -> String {
    let gap = String(repeating: " ", count: max(2, 40 - text.count))
    return "\(text)\(gap)# \(origin.text)\n"
  }

  /// A config that says the defaults, with a comment for each key.
  static func defaults() -> String {
    let head = """
      # Config of gmsa-tui; every value here is the default. A flag goes before the environment, the environment
      # before this file. docs/config.md tells more; `gmsa-tui config check` looks for mistakes.

      """
    let keys = ConfigTable.all.map { row -> String in
      var text = "\n# \(row.sentence)\n# \(capitalised(row.words))"
      if let flag = row.flag { text += "; on the command line: \(flag)" }
      if let variable = row.variable { text += "; in the environment: \(variable.name)" }
      text += ".\n"
      if !row.example.isEmpty {
        text += "# Example:\n" + row.example.map { "#   \($0)\n" }.joined()
      }
      if case .inline(let value) = row.text(Config()) { text += "\(row.name): \(value)\n" }
      return text
    }
    return head + keys.joined()
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The table of keys as Markdown.
  static func table() -> String {
    let rows = ConfigTable.all.map { row -> String in
      var value = ""
      if case .inline(let text) = row.text(Config()) { value = text }
      let cells = [
        "`\(row.name)`", row.words, "`\(value)`", row.flag.map { "`\($0)`" } ?? "",
        row.variable.map { "`\($0.name)`" } ?? "", row.sentence,
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return
      ([
        "| key | value | default | flag | environment | what it does |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
      + rows).joined(separator: "\n")
  }

  /// The table of a mute's keys as Markdown.
  static func muteTable() -> String {
    let rows = MuteKey.allCases.map { key in
      "| `\(key.rawValue)` | \(key.isRequired ? "yes" : "no") | \(key.sentence) |"
    }
    return (["| key | required | what it is |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
  }
}
