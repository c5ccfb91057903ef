// What is wrong with a config, as facts with their place, and the words for it.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import StructuredText
import TerminalCanvas

/// One thing that is wrong, and where.
struct ConfigFault: Error, Hashable, Sendable {
  /// What is wrong.
  enum Problem: Hashable, Sendable {
    /// The text is no YAML.
    case noYAML(DocumentFault.Reason)
    /// A key that nothing reads. `known` is what could stand there.
    case unknown(what: String, name: String, known: [String])
    /// A value that is none of what is expected. `known` is empty where anything of a kind may stand.
    case unexpected(expected: String, found: String, known: [String])
    /// Something that must be said and is not.
    case missing(what: String)
    /// Keys of commands that cannot be laid out so.
    case keys(KeyMapFault)
    /// A filter that cannot be read.
    case filter(name: String, FilterFault)
  }

  let place: TextPlace
  let problem: Problem

  /// What is wrong, what was expected, and what was probably meant.
  var text: String {
    switch problem {
    case .noYAML(let reason): reason.text
    case .unknown(let what, let name, let known):
      "unknown \(what) \"\(name.prefix(60))\""
        + (Self.meant(name, known) ?? "; known: \(known.joined(separator: ", "))")
    case .unexpected(let expected, let found, let known):
      "expected \(expected), found \(found)" + (Self.meant(found, known) ?? "")
    case .missing(let what): "lacks \(what)"
    case .keys(let fault): Self.text(of: fault)
    case .filter(let name, let fault):
      "filter \(name), column \(fault.range.lowerBound + 1) of it: \(FilterFaultText.words(fault.reason))"
    }
  }

  private static func text(of fault: KeyMapFault) -> String {
    switch fault {
    case .unknownCommand(let name, let nearest):
      "unknown command \"\(name.prefix(60))\""
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; `?` on the dashboard lists them all")
    case .conflict(let key, let first, let second, let screen):
      "\(key.name) is both \(first) and \(second) on the \(screen.rawValue) screen; "
        + "give one of them another key, or [] for none"
    case .reserved(let key, let command):
      key == .control("c")
        ? "ctrl-c cannot be \(command): it always quits"
        : "\(key.name) cannot be \(command): terminals keep it for themselves"
    }
  }

  /// The nearest of what is known; nil where nothing is near.
  private static func meant(_ name: String, _ known: [String]) -> String? {
    let word = String(name.drop { $0 == "\"" }.prefix { $0 != "\"" })
    return nearestKey(to: word, among: known).map { "; did you mean \"\($0)\"?" }
  }
}

/// Why there is no config.
enum ConfigError: Error, Hashable, Sendable {
  /// The file that was named could not be read.
  case unreadable(path: String, namedBy: String, code: Int32)
  /// The file is larger than any config.
  case tooLarge(path: String, limit: Int)
  /// The file says something wrong; every fault of it.
  case wrong(path: String, faults: [ConfigFault])
  /// A variable of the environment says something wrong.
  case wrongVariable(name: String, expected: String, value: String)

  /// A line a fault, each with its file, line and column.
  var lines: [String] {
    switch self {
    case .unreadable(let path, let namedBy, let code):
      ["\(path): \(DocumentFault.Reason.system(code: code).text) (the config that \(namedBy) names)"]
    case .tooLarge(let path, let limit): ["\(path): larger than \(limit >> 10) KiB, which no config is"]
    case .wrong(let path, let faults):
      faults.map { "\(path):\($0.place.line):\($0.place.column): \(DisplayText($0.text).text)" }
    case .wrongVariable(let name, let expected, let value):
      ["\(name) in the environment: expected \(expected), found \"\(value.prefix(60))\""]
    }
  }
}
