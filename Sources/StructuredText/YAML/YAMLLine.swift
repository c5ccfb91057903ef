// What one line of YAML means to the splitter, which looks at its first characters only.

/// The outside of a line: indentation, markers, nothing of its contents.
struct YAMLLine {
  let indentation: Int
  private let rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes.drop { $0 == Byte.space }
    indentation = bytes.count - rest.count
  }

  var isBlank: Bool { rest.allSatisfy(Byte.isWhitespace) }
  var isComment: Bool { rest.first == Byte.hash }
  var isDirective: Bool { indentation == 0 && rest.first == UInt8(ascii: "%") }
  /// `---`, which starts a document wherever it stands at the left edge.
  var isDocumentStart: Bool { isMarker("---") }
  /// `...`, which ends one.
  var isDocumentEnd: Bool { isMarker("...") }
  /// `- `, an entry of a block sequence.
  var isSequenceEntry: Bool { rest.first == Byte.minus && isGap(after: 1) }
  /// `items:` at the left edge with its value on the next lines.
  var isItemsKey: Bool {
    guard indentation == 0, rest.starts(with: "items:".utf8) else { return false }
    let value = rest.dropFirst(6).drop(while: Byte.isWhitespace)
    return value.isEmpty || (value.first == Byte.hash && isGap(after: 6))
  }

  private func isMarker(_ marker: StaticString) -> Bool {
    indentation == 0 && JSONKey(rest.prefix(3)) == marker && isGap(after: 3)
  }

  private func isGap(after count: Int) -> Bool {
    guard let next = rest.dropFirst(count).first else { return true }
    return Byte.isWhitespace(next)
  }
}
