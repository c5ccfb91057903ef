// From the text of a config to its value, or to everything that is wrong with it.

import StructuredText

/// What a config file says.
struct ConfigContents: Hashable, Sendable {
  /// The defaults, with what the file changes.
  var config = Config()
  /// Where the file says each key that it says.
  var places: [String: TextPlace] = [:]
}

/// Reads configs.
enum ConfigReader {
  /// Reads a config; throws all its faults, in the order of the file. An empty text is the defaults.
  static func read(_ text: String) throws(ConfigFaults) -> ConfigContents {
    let root: DocumentNode?
    do {
      root = try DocumentNode.parse(text)
    } catch {
      throw ConfigFaults([ConfigFault(place: error.place, problem: .noYAML(error.reason))])
    }
    var contents = ConfigContents()
    guard let root, !root.isNull else { return contents }
    var reading = ConfigReading()
    for member in reading.members(root, "a mapping of keys to values") ?? [] {
      guard let row = ConfigTable.row(member.name) else {
        reading.note(
          .unknown(what: "key", name: member.name, known: ConfigTable.all.map(\.name)), at: member.namePlace)
        continue
      }
      contents.places[row.name] = member.namePlace
      row.take(member.value, &contents.config, &reading)
    }
    if !reading.faults.isEmpty { throw ConfigFaults(reading.faults) }
    return contents
  }
}

/// The faults of a file, in its order; never empty.
struct ConfigFaults: Error, Hashable, Sendable {
  let all: [ConfigFault]

  init(_ faults: [ConfigFault]) {
    all = faults.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }
}
