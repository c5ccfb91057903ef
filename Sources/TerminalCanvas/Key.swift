// A key of the keyboard with the name that key maps, help and documentation use for it.

/// A key as an operator presses it.
package enum Key: Hashable, Sendable {
  /// A character without modifiers; Shift is in the character itself. Never a control character.
  case character(Character)
  /// A lower-case letter or one of `@ [ \ ] ^ _` with Ctrl; those that terminals send for Enter, Tab, Escape and
  /// Backspace are reported as these keys.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
  /// F1 to F20.
  case function(Int)
  case enter, escape, tab, backtab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown

  /// Space, which has a name of its own in key maps.
  package static let space = Key.character(" ")

  /// The key of a name: `j`, `G`, `enter`, `ctrl-d`, `alt-x`, `f1`; `nil` when no key is called that.
  package init?(name: String) {
    if let key = Self.named[name] {
      self = key
    } else if name.count == 1, let character = name.first, character.isVisible {
      self = .character(character)
    } else if let character = Self.modified(name, prefix: "ctrl-") {
      guard character.isASCII, !character.isUppercase else { return nil }
      self = .control(character)
    } else if let character = Self.modified(name, prefix: "alt-") {
      self = .alt(character)
    } else if name.first == "f", let number = Int(name.dropFirst()), (1...20).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The name of the key.
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(" "): "ctrl-space"
    case .control(let character): "ctrl-\(character)"
    case .alt(" "): "alt-space"
    case .alt(let character): "alt-\(character)"
    case .function(let number): "f\(number)"
    default: Self.names[self] ?? ""
    }
  }

  /// What the key types into a line of text; `nil` for keys that type nothing.
  package var typed: Character? {
    if case .character(let character) = self { character } else { nil }
  }

  private static func modified(_ name: String, prefix: String) -> Character? {
    guard name.hasPrefix(prefix) else { return nil }
    let rest = name.dropFirst(prefix.count)
    if rest == "space" { return " " }
    return rest.count == 1 ? rest.first.flatMap { $0.isVisible ? $0 : nil } : nil
  }

  private static let named: [String: Key] = [
    "enter": .enter, "esc": .escape, "tab": .tab, "backtab": .backtab, "backspace": .backspace,
    "delete": .delete, "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown, "space": .space,
  ]

  private static let names = Dictionary(uniqueKeysWithValues: named.map { ($0.value, $0.key) })
}

extension Key: CustomStringConvertible, ExpressibleByStringLiteral {
  package var description: String { name }

  /// A key by its name, for tests and tables of keys; a name that no key has is an error of the programmer.
  package init(stringLiteral name: String) {
    guard let key = Key(name: name) else { preconditionFailure("no key is called \(name)") }
    self = key
  }
}

extension Character {
  /// True for what can stand in a cell as itself.
  fileprivate var isVisible: Bool {
    self != " " && DisplayText(String(self)).text == String(self)
  }
}
