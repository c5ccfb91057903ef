// Reads values out of a config's tree and collects every fault on the way, so that all are told at once.

import StructuredText

/// The faults that were met so far.
struct ConfigReading {
  private(set) var faults: [ConfigFault] = []

  /// Notes a fault.
  mutating func note(_ problem: ConfigFault.Problem, at place: TextPlace) {
    faults.append(ConfigFault(place: place, problem: problem))
  }

  /// Notes a value that is something else; nil, for the caller to return.
  mutating func unexpected<Value>(_ node: DocumentNode, _ expected: String, known: [String] = []) -> Value? {
    note(.unexpected(expected: expected, found: Self.words(for: node), known: known), at: node.place)
    return nil
  }

  /// A text. Numbers and truths count as written; nothing and collections do not.
  mutating func text(_ node: DocumentNode, _ expected: String) -> String? {
    guard let text = node.string, !text.isEmpty else { return unexpected(node, expected) }
    return text
  }

  /// A list.
  mutating func elements(_ node: DocumentNode, _ expected: String) -> [DocumentNode]? {
    guard let elements = node.elements else { return unexpected(node, expected) }
    return elements
  }

  /// A mapping.
  mutating func members(_ node: DocumentNode, _ expected: String) -> [DocumentNode.Member]? {
    guard let members = node.members else { return unexpected(node, expected) }
    return members
  }

  /// What stands there, in a few words.
  private static func words(for node: DocumentNode) -> String {
    switch node.content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let text, _): node.isNull ? "nothing" : "\"\(text.prefix(60))\""
    }
  }
}
