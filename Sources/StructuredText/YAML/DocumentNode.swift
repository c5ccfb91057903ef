// YAML as a tree with line and column marks, for themes and config files, whose errors name the line.

internal import Yams

/// A node of a small YAML document with the place where it starts.
package struct DocumentNode: Sendable {
  package enum Content: Sendable {
    /// `isPlain` is false for quoted text, which is never a number or a truth.
    case scalar(String, isPlain: Bool)
    case sequence([DocumentNode])
    /// Members in the order of the file, merge keys resolved.
    case mapping([Member])
  }

  package struct Member: Sendable {
    package var name: String
    package var namePlace: TextPlace
    package var value: DocumentNode
  }

  package var content: Content
  package var place: TextPlace

  /// Parses one YAML (or JSON) document; nil when there is nothing in it. Trees above `limit` nodes are refused.
  package static func parse(
    _ text: String, limit: Int = 100_000
  ) throws(DocumentFault) -> DocumentNode? {
    do throws(YAMLProblem) {
      guard let node = try YAMLText.node(Array(text.utf8)) else { return nil }
      var walk = YAMLNodeWalk(limit: limit)
      return try DocumentNode(node, &walk, depth: 0)
    } catch {
      throw DocumentFault(
        reason: error.reason,
        place: TextPlace(line: error.line, column: error.column, byteOffset: 0))
    }
  }

  private init(_ node: Node, _ walk: inout YAMLNodeWalk, depth: Int) throws(YAMLProblem) {
    guard depth < YAMLNodeWalk.maximumDepth else {
      throw walk.problem(.yamlTooDeep(limit: YAMLNodeWalk.maximumDepth), at: node)
    }
    try walk.spend(1, at: node)
    place = Self.place(node)
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      var elements: [DocumentNode] = []
      for element in sequence { elements.append(try DocumentNode(element, &walk, depth: depth + 1)) }
      content = .sequence(elements)
    case .mapping(let mapping):
      var members: [Member] = []
      for (key, value) in try walk.members(mapping) {
        let value = try DocumentNode(value, &walk, depth: depth + 1)
        members.append(Member(name: try walk.name(key), namePlace: Self.place(key), value: value))
      }
      content = .mapping(members)
    case .alias: throw walk.problem(.unsupportedYAMLAliases, at: node)
    }
  }

  private static func place(_ node: Node) -> TextPlace {
    TextPlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, byteOffset: 0)
  }

  /// A node that no text holds.
  package init(content: Content, place: TextPlace) {
    self.content = content
    self.place = place
  }

  /// The node as JSON on one line.
  package var json: String {
    switch content {
    case .scalar(let text, let isPlain):
      switch isPlain ? YAMLScalar(plain: text) : .string {
      case .null: return "null"
      case .bool(let value): return value ? "true" : "false"
      case .number(let number): return number
      case .string: return Self.quoted(text)
      }
    case .sequence(let elements): return "[" + elements.map(\.json).joined(separator: ",") + "]"
    case .mapping(let members):
      return "{" + members.map { "\(Self.quoted($0.name)):\($0.value.json)" }.joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONQuoting.plain.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Reading

  /// The members of a mapping; nil when the node is something else.
  package var members: [Member]? {
    guard case .mapping(let members) = content else { return nil }
    return members
  }

  /// The elements of a sequence; nil when the node is something else.
  package var elements: [DocumentNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The text of a scalar as written, quoted or not; nil for null and for other nodes.
  package var string: String? {
    guard case .scalar(let text, let isPlain) = content else { return nil }
    return isPlain && YAMLScalar(plain: text) == .null ? nil : text
  }

  /// A plain `true` or `false`.
  package var bool: Bool? {
    guard case .scalar(let text, isPlain: true) = content, case .bool(let value) = YAMLScalar(plain: text)
    else { return nil }
    return value
  }

  /// A plain integer.
  package var int: Int? {
    guard case .scalar(let text, isPlain: true) = content, case .number(let number) = YAMLScalar(plain: text)
    else { return nil }
    return Int(number)
  }

  /// True for a plain null or an empty value.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return YAMLScalar(plain: text) == .null
  }

  /// The value of a member; nil when it is absent or the node is no mapping.
  package subscript(_ name: String) -> DocumentNode? { members?.last { $0.name == name }?.value }
}
