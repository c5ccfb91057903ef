// Keys for commands, and filters by name, as a config has them.

import DashboardModel
import DashboardScreens
import StructuredText
import TerminalCanvas

extension ConfigShape where Value == [KeyOverride] {
  /// Command names with lists of keys.
  static var keys: Self {
    let words = "a mapping of commands to lists of keys"
    return ConfigShape(words: words) { node, reading in
      guard let members = reading.members(node, words) else { return nil }
      let overrides = members.compactMap { override(of: $0, &reading) }
      for fault in overrides.faults { reading.note(fault.problem, at: fault.place) }
      return overrides
    } write: { overrides in
      if overrides.isEmpty { return .inline("{}") }
      return .block(
        overrides.map { override in
          let keys = YAMLWord.list(override.keys.map(\.key.name))
          return .init(lines: ["\(YAMLWord.text(override.command)): \(keys)"], place: override.place)
        })
    } schema: { json in
      json.member("type", "object")
      json.key("propertyNames")
      json.object { json in
        json.key("enum")
        json.array { json in for name in commandNames { json.value(name) } }
      }
      json.key("additionalProperties")
      json.object { json in
        json.member("type", "array")
        json.key("items")
        json.object { json in json.member("type", "string") }
      }
    }
  }

  private static var commandNames: [String] { CommandTable.all.map(\.name) }

  private static func override(
    of member: DocumentNode.Member, _ reading: inout ConfigReading
  ) -> KeyOverride? {
    let expected = "a list of keys such as [n, f3], or [] for none"
    guard let nodes = reading.elements(member.value, expected) else { return nil }
    let keys = nodes.compactMap { key($0, &reading) }
    return KeyOverride(command: member.name, keys: keys, place: member.namePlace)
  }

  private static func key(_ node: DocumentNode, _ reading: inout ConfigReading) -> PlacedKey? {
    let expected = "a key such as n, G, ctrl-d, alt-x, f1, enter, esc, pgdn or space"
    guard let name = reading.text(node, expected) else { return nil }
    guard let key = Key(name: name) else { return reading.unexpected(node, expected) }
    return PlacedKey(key: key, place: node.place)
  }
}

extension [KeyOverride] {
  /// As the key map takes them.
  var remapping: [String: [Key]] {
    Dictionary(map { ($0.command, $0.keys.map(\.key)) }) { _, last in last }
  }

  /// What cannot be laid out so, each at the place that brought it in.
  var faults: [ConfigFault] {
    KeyMap.faults(in: remapping).compactMap { fault in
      place(of: fault).map { ConfigFault(place: $0, problem: .keys(fault)) }
    }
  }

  private func place(of fault: KeyMapFault) -> TextPlace? {
    switch fault {
    case .unknownCommand(let name, _): return first { $0.command == name }?.place
    case .reserved(let key, let command): return place(of: key, command)
    // Of two commands that want one key, at least one has it from here; where both have, the later is told.
    case .conflict(let key, let one, let other, _):
      return [place(of: key, one), place(of: key, other)].compactMap(\.self).max { $0.line < $1.line }
    }
  }

  private func place(of key: Key, _ command: String) -> TextPlace? {
    first { $0.command == command }?.keys.first { $0.key == key }?.place
  }
}

extension ConfigShape where Value == [NamedFilter] {
  /// Names with filters.
  static var filters: Self {
    let words = "a mapping of names to filters"
    return ConfigShape(words: words) { node, reading in
      guard let members = reading.members(node, words) else { return nil }
      let filters = members.compactMap { member in
        reading.text(member.value, "a filter such as \"ledger !test\"").map {
          NamedFilter(name: member.name, text: $0, place: member.value.place)
        }
      }
      for filter in filters {
        do throws(FilterFault) {
          _ = try Filter(filter.text, named: filters.byName)
        } catch {
          reading.note(.filter(name: filter.name, error), at: filter.place)
        }
      }
      return filters
    } write: { filters in
      if filters.isEmpty { return .inline("{}") }
      return .block(
        filters.map { filter in
          .init(
            lines: ["\(YAMLWord.text(filter.name)): \(YAMLWord.text(filter.text))"], place: filter.place)
        })
    } schema: { json in
      json.member("type", "object")
      json.key("additionalProperties")
      json.object { json in json.member("type", "string") }
    }
  }
}

extension [NamedFilter] {
  /// The filters by name, as `@name` finds them.
  var byName: [String: String] { Dictionary(map { ($0.name, $0.text) }) { _, last in last } }
}
