// The palette of 256 colours as light: what tests of themes measure contrast and likeness by.

package import TerminalCanvas

/// A colour as light.
package struct PaletteColor: Hashable, Sendable {
  /// Red, green and blue as sRGB writes them, 0...255.
  package let red: Int
  package let green: Int
  package let blue: Int

  package init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour of xterm's palette. From 16 on all terminals have the same; 0 to 15 are those of xterm (XTerm-col.ad,
  /// 256colres.h), which operators change.
  package init(_ index: UInt8) {
    let place = Int(index)
    if place < 16 {
      let basic = Self.basic[place]
      self.init(red: basic.0, green: basic.1, blue: basic.2)
    } else if place < 232 {
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = place - 16
      self.init(red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    } else {
      let grey = 8 + (place - 232) * 10
      self.init(red: grey, green: grey, blue: grey)
    }
  }

  /// The colour of a style; nil where it is the terminal's own, which nobody knows.
  package init?(_ color: Color) {
    guard case .palette(let index) = color else { return nil }
    self.init(index)
  }

  private static let basic: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// As pages and pictures write it.
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Part of the way to another colour, 0...1.
  package func mixed(with other: PaletteColor, part: Double) -> PaletteColor {
    func mix(_ from: Int, _ to: Int) -> Int { from + Int((Double(to - from) * part).rounded()) }
    return PaletteColor(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
