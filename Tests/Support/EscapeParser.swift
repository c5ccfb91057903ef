// Splits what a program sends to a terminal into characters and control sequences.

/// A parser of terminal output, byte by byte.
struct EscapeParser: Sendable {
  /// A control sequence: ESC [ marker numbers final.
  struct Sequence: Sendable {
    var marker = ""
    var numbers: [Int] = []
    var final = ""

    /// A number of the sequence; 0 and none mean the default.
    func number(_ index: Int, default value: Int) -> Int {
      index < numbers.count && numbers[index] > 0 ? numbers[index] : value
    }
  }

  enum Token: Sendable {
    case scalar(Unicode.Scalar)
    case control(UInt8)
    case escape(String)
    case sequence(Sequence)
    case ignored
  }

  private enum State {
    case ground, escape, charset(UInt8), sequence
    /// A string ends with BEL or ST; one for a device (tmux, screen) with ST alone, since BEL is part of what it holds.
    case string(forDevice: Bool)
  }

  private var state = State.ground
  private var bytes: [UInt8] = []

  /// The token that this byte completes.
  mutating func take(_ byte: UInt8) -> Token? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset(let first):
      state = .ground
      return .escape(String(decoding: [first, byte], as: UTF8.self))
    case .sequence:
      guard (0x40...0x7E).contains(byte) else {
        bytes.append(byte)
        return nil
      }
      return finish(byte)
    case .string(let forDevice):
      if byte == 0x5C || byte == 0x07 && !forDevice { state = .ground }
      return nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> Token? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    bytes.append(byte)
    let length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    defer { bytes = [] }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first.map(Token.scalar)
  }

  private mutating func escape(_ byte: UInt8) -> Token? {
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset(byte)
    case UInt8(ascii: "]"), UInt8(ascii: "P"): state = .string(forDevice: byte == UInt8(ascii: "P"))
    default:
      state = .ground
      return .escape(String(decoding: [byte], as: UTF8.self))
    }
    return nil
  }

  private mutating func finish(_ byte: UInt8) -> Token {
    defer { (state, bytes) = (.ground, []) }
    var sequence = Sequence(final: String(decoding: [byte], as: UTF8.self))
    var text = bytes[...]
    if let marker = text.first, (0x3C...0x3F).contains(marker) {
      sequence.marker = String(decoding: [marker], as: UTF8.self)
      text = text.dropFirst()
    }
    if !text.isEmpty {
      sequence.numbers = text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    }
    return .sequence(sequence)
  }
}
