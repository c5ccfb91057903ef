// ncurses colours text by numbered pairs; this hands them out as styles ask for them.

import CNcurses
import TerminalCanvas

/// The pairs in use, and the colours that the terminal really has.
struct ColorPairs {
  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// How many colours there are; 0 where none may be used.
  let colors: Int32
  private let limit: Int32
  private var numbers: [Pair: Int32] = [:]
  private var latest: (pair: Pair, number: Int32) = (Pair(foreground: -1, background: -1), 0)

  /// Starts colours if the terminal has any and the operator wants them.
  init(usesColor: Bool) {
    guard usesColor, has_colors(), start_color() == OK, use_default_colors() == OK else {
      (colors, limit) = (0, 0)
      return
    }
    colors = cn_colors()
    limit = cn_color_pairs()
  }

  /// The pair for a style; 0, the terminal's own colours, when there is none.
  mutating func number(for style: Style) -> Int32 {
    let pair = Pair(
      foreground: code(style.foreground, isText: true), background: code(style.background, isText: false))
    if pair == latest.pair { return latest.number }
    let number = allocated(pair)
    latest = (pair, number)
    return number
  }

  /// A terminal with few pairs runs out of them: a text then loses its background first, its colour last.
  private mutating func allocated(_ pair: Pair) -> Int32 {
    if pair == Pair(foreground: -1, background: -1) { return 0 }
    if let known = numbers[pair] { return known }
    let number = Int32(numbers.count) + 1
    if number < limit, init_extended_pair(number, pair.foreground, pair.background) == OK {
      numbers[pair] = number
      return number
    }
    return pair.background == -1 ? 0 : numbers[Pair(foreground: pair.foreground, background: -1)] ?? 0
  }

  /// Among eight colours the nearest to a dark grey is black, in which text is not seen: it gets the terminal's own.
  private func code(_ color: Color, isText: Bool) -> Int32 {
    guard colors > 0, case .palette(let index) = color else { return -1 }
    if Int32(index) < colors { return Int32(index) }
    let basic = Int32(Self.basicColor(near: index))
    return isText && basic == 0 && index != 16 ? -1 : basic
  }

  /// The nearest of the eight basic colours (bit 0 red, 1 green, 2 blue) for the palette of 256.
  private static func basicColor(near index: UInt8) -> Int {
    switch index {
    case 0..<16: return Int(index) % 8
    case 16..<232:
      let cube = Int(index) - 16
      let levels = [cube / 36, cube / 6 % 6, cube % 6]
      let strongest = levels.max() ?? 0
      return levels.enumerated().reduce(0) {
        strongest > 0 && $1.element * 2 > strongest ? $0 | 1 << $1.offset : $0
      }
    default: return index < 244 ? 0 : 7
    }
  }
}
