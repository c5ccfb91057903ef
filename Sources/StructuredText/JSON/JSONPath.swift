// The path of a byte inside a JSON value, worked out only when a fault needs it.

enum JSONPath {
  private enum Step {
    /// Inside an object; the range is the name of the member last seen, empty before the first.
    case member(Range<Int>)
    case element(Int)
  }

  /// The path of the value that stands at or around `position`, as `spec.containers[0].image`.
  /// Works on damaged text too: it follows quotes and brackets only.
  static func text(of position: Int, in bytes: ArraySlice<UInt8>) -> String {
    var steps: [Step] = []
    var lastString = position..<position
    var index = bytes.startIndex
    let end = min(position, bytes.endIndex)
    while index < end {
      switch bytes[index] {
      case Byte.quote:
        let close = closingQuote(from: index + 1, in: bytes)
        lastString = (index + 1)..<close
        index = close
      case Byte.colon:
        if case .member? = steps.last { steps[steps.count - 1] = .member(lastString) }
      case Byte.openBrace: steps.append(.member(index..<index))
      case Byte.openBracket: steps.append(.element(0))
      case Byte.closeBrace, Byte.closeBracket: _ = steps.popLast()
      case Byte.comma:
        if case .element(let number)? = steps.last { steps[steps.count - 1] = .element(number + 1) }
      default: break
      }
      index += 1
    }
    return text(of: steps, in: bytes)
  }

  private static func closingQuote(from start: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] != Byte.quote {
      index += bytes[index] == Byte.backslash ? 2 : 1
    }
    return min(index, bytes.endIndex)
  }

  private static func text(of steps: [Step], in bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    // A fault names a place for people; thousands of nested brackets do not help them.
    for step in steps.prefix(32) {
      switch step {
      case .element(let number): text += "[\(number)]"
      case .member(let range) where range.isEmpty: continue
      case .member(let range):
        let name = String(decoding: JSONEscapes.decoded(bytes[range]), as: UTF8.self)
        if name.utf8.allSatisfy(isPlain) {
          text += text.isEmpty ? name : ".\(name)"
        } else {
          text += "[\"\(name)\"]"
        }
      }
    }
    return steps.count > 32 ? text + "…" : text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return Byte.isDigit(byte) || byte == UInt8(ascii: "_") || byte == Byte.minus
      || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
  }
}
