// Keys that a terminal sends in a form which terminfo does not list for it, and how to skip sequences that are no keys.

import TerminalCanvas

/// Reads what follows an ESC, byte by byte, until the sequence is whole.
struct EscapeSequence {
  /// What is known after one more byte.
  enum Progress: Equatable {
    case incomplete
    /// The sequence is whole; `nil` when it is no key we know.
    case complete(Key?)
  }

  private enum Form {
    case start, control, shifted, string, stringEnd
  }

  private var form = Form.start
  private var parameters: [Unicode.Scalar] = []

  /// Takes the next character of the sequence.
  mutating func take(_ scalar: Unicode.Scalar) -> Progress {
    switch form {
    case .start: return begin(scalar)
    case .control:
      if (0x40...0x7E).contains(scalar.value) { return .complete(Self.key(final: scalar, parameters)) }
      if parameters.count < 32 { parameters.append(scalar) }
      return .incomplete
    case .shifted:
      return .complete(Self.shiftedKeys[scalar])
    case .string:
      if scalar == "\u{7}" { return .complete(nil) }
      if scalar == "\u{1B}" { form = .stringEnd }
      return .incomplete
    case .stringEnd:
      return .complete(nil)
    }
  }

  private mutating func begin(_ scalar: Unicode.Scalar) -> Progress {
    switch scalar {
    case "[": form = .control
    case "O": form = .shifted
    case "]", "P", "_", "^", "X": form = .string
    case "\u{20}"..."\u{7E}", "\u{A0}"...: return .complete(.alt(Character(scalar)))
    default: return .complete(nil)
    }
    return .incomplete
  }

  /// Keys without modifiers only: Ctrl+Up must not act as Up.
  private static func key(final: Unicode.Scalar, _ parameters: [Unicode.Scalar]) -> Key? {
    if parameters.isEmpty { return finalKeys[final] }
    guard final == "~" else { return nil }
    return numberedKeys[String(String.UnicodeScalarView(parameters))]
  }

  private static let finalKeys: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backtab,
  ]

  private static let shiftedKeys: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numberedKeys: [String: Key] = [
    "1": .home, "2": .insert, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
    "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4), "15": .function(5),
    "17": .function(6), "18": .function(7), "19": .function(8), "20": .function(9), "21": .function(10),
    "23": .function(11), "24": .function(12),
  ]
}
