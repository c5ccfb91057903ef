// How one cell looks: colours and attributes in one word, so that cells compare and copy at machine speed.

/// A colour of the terminal's own palette.
package enum Color: Hashable, Sendable {
  /// Whatever the operator's terminal shows without colours.
  case terminalDefault
  /// An entry of the palette, 0...255; 0...15 are the colours that the operator's theme defines.
  case palette(UInt8)
}

/// Attributes of text beside its colours.
package struct TextAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let bold = TextAttributes(rawValue: 1)
  package static let dim = TextAttributes(rawValue: 2)
  package static let underline = TextAttributes(rawValue: 4)
  package static let reverse = TextAttributes(rawValue: 8)
}

/// Colours and attributes of a cell.
package struct Style: Hashable, Sendable {
  /// Bits 0...8 foreground, 9...17 background (0 is the terminal's default, else palette index + 1), 18... attributes.
  private var bits: UInt32

  /// A style of the given colours and attributes; without arguments the terminal's plain text.
  package init(
    foreground: Color = .terminalDefault, background: Color = .terminalDefault,
    attributes: TextAttributes = []
  ) {
    bits =
      Self.encode(foreground) | Self.encode(background) << 9 | UInt32(attributes.rawValue) << 18
  }

  /// The terminal's plain text.
  package static let plain = Style()

  package var foreground: Color {
    get { Self.decode(bits & 0x1FF) }
    set { bits = bits & ~0x1FF | Self.encode(newValue) }
  }

  package var background: Color {
    get { Self.decode(bits >> 9 & 0x1FF) }
    set { bits = bits & ~(0x1FF << 9) | Self.encode(newValue) << 9 }
  }

  package var attributes: TextAttributes {
    get { TextAttributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)) }
    set { bits = bits & 0x3FFFF | UInt32(newValue.rawValue) << 18 }
  }

  /// This style with further attributes.
  package func adding(_ more: TextAttributes) -> Style {
    var style = self
    style.attributes.formUnion(more)
    return style
  }

  private static func encode(_ color: Color) -> UInt32 {
    switch color {
    case .terminalDefault: 0
    case .palette(let index): UInt32(index) + 1
    }
  }

  private static func decode(_ bits: UInt32) -> Color {
    bits == 0 ? .terminalDefault : .palette(UInt8(truncatingIfNeeded: bits - 1))
  }
}
