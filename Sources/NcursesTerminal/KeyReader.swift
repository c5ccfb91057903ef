// Turns what ncurses reads into keys, pastes and clicks.

import CNcurses
import TerminalCanvas

/// Reads the keyboard and the mouse.
struct KeyReader {
  private enum Input {
    case character(Unicode.Scalar)
    case code(Int32)
  }

  private static let pasteBegin: Int32 = 2000
  private static let pasteEnd: Int32 = 2001
  /// How long a sequence that began may take to arrive, in milliseconds.
  private static let patience: Int32 = 50
  private static let longestPaste = 1 << 20
  /// Events at most that one call returns, so that a flood of keys cannot keep the screen from being drawn.
  static let batch = 1024

  /// Reading from a pad draws nothing; reading from the screen's window would.
  private let window: UnsafeMutablePointer<WINDOW>?
  private let keys: [Int32: Key]
  private var mouse = MouseReader()

  init() {
    window = newpad(1, 1)
    keypad(window, true)
    define_key("\u{1B}[200~", Self.pasteBegin)
    define_key("\u{1B}[201~", Self.pasteEnd)
    keys = Self.keyCodes()
  }

  /// Everything that can be read without waiting.
  mutating func drain() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while let input = next(waiting: 0) {
      if case .code(KEY_MOUSE) = input { events += mouse.drain().map(TerminalEvent.mouse) }
      if let event = event(for: input) { events.append(event) }
      if events.count >= Self.batch { break }
    }
    return events
  }

  private func next(waiting milliseconds: Int32) -> Input? {
    var value: wint_t = 0
    wtimeout(window, milliseconds)
    switch wget_wch(window, &value) {
    case OK: return Unicode.Scalar(value).map(Input.character) ?? .code(0)
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }

  private mutating func event(for input: Input) -> TerminalEvent? {
    switch input {
    case .code(Self.pasteBegin): .paste(readPaste())
    case .code(let code): keys[code].map(TerminalEvent.key)
    case .character("\u{1B}"): readEscape().map(TerminalEvent.key)
    case .character(let scalar): Self.key(for: scalar).map(TerminalEvent.key)
    }
  }

  /// What follows an ESC that ncurses could not make a key of: nothing (then it was the key), a character (Alt), or a
  /// sequence unknown to terminfo, none of whose characters may act as a command.
  private func readEscape() -> Key? {
    var sequence = EscapeSequence()
    guard let first = next(waiting: 0) else { return .escape }
    var input = first
    while case .character(let scalar) = input {
      if case .complete(let key) = sequence.take(scalar) { return key }
      guard let following = next(waiting: Self.patience) else { return nil }
      input = following
    }
    return nil
  }

  /// The text up to the end of the paste; a paste whose end never comes ends when nothing comes for a while.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    // Scalars have no count of their own: asking for it at each one made a long paste take minutes.
    var count = 0
    while let input = next(waiting: Self.patience * 10) {
      switch input {
      case .code(Self.pasteEnd): return String(text)
      case .character(let scalar) where count < Self.longestPaste:
        text.append(scalar == "\r" ? "\n" : scalar)
        count += 1
      default: break
      }
    }
    return String(text)
  }

  private static func key(for scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x00: .control(" ")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x80...0x9F: nil
    default: .character(Character(scalar))
    }
  }

  private static func keyCodes() -> [Int32: Key] {
    var keys: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
      KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_IC: .insert, KEY_DC: .delete, KEY_ENTER: .enter,
      KEY_BACKSPACE: .backspace, KEY_BTAB: .backtab, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end,
      KEY_C3: .pageDown,
    ]
    for number in 1...20 { keys[cn_key_function(Int32(number))] = .function(number) }
    return keys
  }
}
