// Text as the outside world may send it: the input of properties over everything that is drawn.

/// Makes up texts full of what breaks screens: controls, escapes, bidirectional overrides, wide and combining
/// characters, emoji sequences, unassigned scalars.
package enum GarbageText {
  package static func make(upTo length: Int = 40, using random: inout SeededRandom) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      scalars.append(Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  private static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x20...0x7E, 0x00...0x1F, 0x7F...0xFF, 0x300...0x36F, 0x590...0x6FF,
    0x1100...0x11FF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2500...0x27FF,
    0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7FB, 0xD800...0xDFFF, 0xE000...0xFFFF,
    0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0xE0001...0xE01EF, 0x10000...0x10FFFF,
  ]
}
