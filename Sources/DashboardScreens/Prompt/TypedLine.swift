// A line of text with a cursor in it, edited by keys as in a shell.

package import TerminalCanvas

/// A typed line. The cursor stands before `characters[cursor]`, or behind the last.
package struct TypedLine: Hashable, Sendable {
  /// The characters; at most `limit`: a page pasted by mistake is no line.
  package private(set) var characters: [Character]
  /// Where the next character goes.
  package private(set) var cursor: Int

  /// The longest line.
  package static let limit = 200

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }
  /// The text before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Types or pastes text.
  package mutating func insert(_ text: String) {
    let new = text.filter { !$0.isNewline }.prefix(Self.limit - characters.count)
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Puts a text in the place of some characters, and the cursor behind it.
  package mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: text)
    characters = Array(characters.prefix(Self.limit))
    cursor = min(characters.count, range.lowerBound + text.count)
  }

  /// Takes a key of line editing up; false where it is none.
  package mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(wordStart..<cursor)
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }
}
