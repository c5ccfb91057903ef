// From YAML to trees with places, a tree a document. Aliases and merge keys place what they bring where it was written.

extension PlacedNode {
  /// Why YAML gave no tree, and where in the text.
  package struct YAMLFault: Error, Sendable, Hashable {
    package var reason: DocumentFault.Reason
    package var place: EditorPlace
  }

  /// The documents of a YAML text; empty ones are left out.
  package static func yaml(_ text: PlacedText) throws(YAMLFault) -> [PlacedNode] {
    var nodes: [PlacedNode] = []
    for lines in documentLines(text) {
      let start = text.lineRange(lines.lowerBound + 1).lowerBound
      let end = text.lineRange(lines.upperBound).upperBound
      guard start < end else { continue }
      do throws(DocumentFault) {
        let piece = String(decoding: text.bytes[start..<end], as: UTF8.self)
        guard let node = try DocumentNode.parse(piece, limit: maximumNodes) else { continue }
        nodes.append(placed(node, text, linesBefore: lines.lowerBound, depth: 0))
      } catch {
        let line = lines.lowerBound + error.place.line
        throw YAMLFault(
          reason: error.reason, place: EditorPlace(line: line, column: max(1, error.place.column)))
      }
    }
    return nodes
  }

  /// The lines of each document, counted from 0, without the markers around it.
  private static func documentLines(_ text: PlacedText) -> [Range<Int>] {
    var documents: [Range<Int>] = []
    var start = 0
    for line in 0..<text.lineCount {
      let outside = YAMLLine(text.bytes[text.lineRange(line + 1)])
      guard outside.isDocumentStart || outside.isDocumentEnd else { continue }
      if line > start { documents.append(start..<line) }
      // What stands behind `---` on its own line belongs to the document.
      let hasContent = text.lineRange(line + 1).count > 4 && outside.isDocumentStart
      start = hasContent ? line : line + 1
    }
    if start < text.lineCount { documents.append(start..<text.lineCount) }
    return documents
  }

  private static func placed(
    _ node: DocumentNode, _ text: PlacedText, linesBefore: Int, depth: Int
  ) -> PlacedNode {
    let start = text.offset(
      of: EditorPlace(line: linesBefore + node.place.line, column: node.place.column))
    switch node.content {
    case .mapping(let members):
      let placedMembers = members.map { member in
        let name = text.offset(
          of: EditorPlace(line: linesBefore + member.namePlace.line, column: member.namePlace.column))
        return Member(
          name: member.name,
          nameRange: YAMLToken.range(of: member.name, at: name, in: text.bytes),
          value: placed(member.value, text, linesBefore: linesBefore, depth: depth + 1))
      }
      return PlacedNode(.object(placedMembers), range: start..<start)
    case .sequence(let elements):
      let placedElements = elements.map {
        placed($0, text, linesBefore: linesBefore, depth: depth + 1)
      }
      return PlacedNode(.array(placedElements), range: start..<start)
    case .scalar(let scalar, let isPlain):
      let range = YAMLToken.range(of: scalar, at: start, in: text.bytes)
      return PlacedNode(isPlain ? plain(scalar) : .string(scalar), range: range)
    }
  }

  private static func plain(_ text: String) -> Content {
    switch YAMLScalar(plain: text) {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(number)
    case .string: .string(text)
    }
  }
}

/// The raw spelling of a YAML scalar.
enum YAMLToken {
  /// The bytes that a scalar takes on its line; empty where it goes on over more lines.
  static func range(of text: String, at start: Int, in bytes: [UInt8]) -> Range<Int> {
    guard start < bytes.count else { return start..<start }
    let first = bytes[start]
    if first == Byte.quote || first == UInt8(ascii: "'") { return quoted(first, start, bytes) }
    let raw = Array(text.utf8)
    return bytes[start...].starts(with: raw) ? start..<(start + raw.count) : start..<start
  }

  private static func quoted(_ quote: UInt8, _ start: Int, _ bytes: [UInt8]) -> Range<Int> {
    var index = start + 1
    while index < bytes.count, bytes[index] != Byte.lineFeed {
      if bytes[index] == Byte.backslash, quote == Byte.quote {
        index += 2
      } else if bytes[index] == quote {
        guard quote != Byte.quote, index + 1 < bytes.count, bytes[index + 1] == quote else {
          return start..<(index + 1)
        }
        index += 2
      } else {
        index += 1
      }
    }
    return start..<start
  }
}
