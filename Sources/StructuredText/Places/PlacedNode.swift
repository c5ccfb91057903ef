// JSON or YAML as a tree that remembers where in its text each name and value stands.

/// A value and the bytes that it takes in the text that it was read from.
package struct PlacedNode: Sendable {
  package enum Content: Sendable {
    case object([Member])
    case array([PlacedNode])
    case string(String)
    case number(String)
    case bool(Bool)
    case null
  }

  package struct Member: Sendable {
    package var name: String
    /// The name with its quotes.
    package var nameRange: Range<Int>
    package var value: PlacedNode
  }

  package var content: Content
  /// From the first byte of the value to behind its last; empty where the end is not known.
  package var range: Range<Int>

  package init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The members of an object; nil where the value is something else.
  package var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  /// The elements of an array; nil where the value is something else.
  package var elements: [PlacedNode]? {
    if case .array(let elements) = content { return elements }
    return nil
  }

  /// The text of a string; nil where the value is something else.
  package var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// The value of a member, the last of that name; nil where it is absent or this is no object.
  package subscript(_ name: String) -> PlacedNode? { members?.last { $0.name == name }?.value }

  package var kind: JSONKind {
    switch content {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .bool: .bool
    case .null: .null
    }
  }

  /// The value as JSON without white space, members in their order.
  package var json: [UInt8] {
    var output: [UInt8] = []
    append(to: &output)
    return output
  }

  private func append(to output: inout [UInt8]) {
    switch content {
    case .object(let members):
      output.append(Byte.openBrace)
      for (index, member) in members.enumerated() {
        if index > 0 { output.append(Byte.comma) }
        JSONQuoting.plain.append(member.name, to: &output)
        output.append(Byte.colon)
        member.value.append(to: &output)
      }
      output.append(Byte.closeBrace)
    case .array(let elements):
      output.append(Byte.openBracket)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(Byte.comma) }
        element.append(to: &output)
      }
      output.append(Byte.closeBracket)
    case .string(let text): JSONQuoting.plain.append(text, to: &output)
    case .number(let text): output += text.utf8
    case .bool(let flag): output += (flag ? "true" : "false").utf8
    case .null: output += "null".utf8
    }
  }
}
