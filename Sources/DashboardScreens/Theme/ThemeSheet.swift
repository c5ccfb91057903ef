// A theme as its file says it, for terminals of every number of colours: what a `Theme` is made of once these are known.

import DashboardModel
package import TerminalCanvas

/// How many colours a terminal has, in the steps that themes know.
package enum ColorDepth: Int, Sendable, CaseIterable {
  /// No colour: NO_COLOR, a pipe, a terminal without.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// These and their bright ones.
  case sixteen = 16
  /// The palette of 256.
  case full = 256

  /// The step of a terminal that has so many. One with 88 has another palette than one with 256 from 16 on.
  package init(colors: Int) {
    self = Self.allCases.last { $0.rawValue <= colors } ?? .none
  }
}

/// Everything that a theme file says.
package struct ThemeSheet: Sendable {
  /// A style, and what stands in for it where the palette of 256 is missing.
  struct Choice: Hashable {
    var rich = Style.plain
    var basic = Style.plain

    /// The style for a terminal; without colours the attributes alone.
    func style(_ colors: ColorDepth) -> Style {
      switch colors {
      case .none: Style(attributes: basic.attributes)
      case .eight, .sixteen: basic
      case .full: rich
      }
    }
  }

  /// A state's style, and its glyphs where they are not those of the contract.
  struct Look {
    var style = Choice()
    var glyph: Glyph?
    var asciiGlyph: Glyph?

    /// The glyph of a state that looks so.
    func glyph(of state: CellState, isASCII: Bool) -> Glyph {
      isASCII
        ? asciiGlyph ?? Glyph(String(state.asciiGlyph)) : glyph ?? Glyph(String(state.glyph))
    }
  }

  /// The name by which it is chosen.
  package var name: String
  /// What text stands on where the theme draws nothing behind it, as the file says; else the terminal decides.
  var background: Choice?
  /// What every cell has whose style gives no colours of its own; a theme with a background here paints the screen.
  var screen = Choice()
  /// Whether it draws with ASCII alone.
  var isASCII = false
  var states: [CellState: Look] = [:]
  var parts: [ScreenPart: Choice] = [:]

  /// A theme that says nothing but its name: everything is plain.
  package init(name: String) { self.name = name }

  /// The theme for a terminal.
  package func theme(colors: ColorDepth, isASCII: Bool) -> Theme {
    let isASCII = isASCII || self.isASCII
    let looks = CellState.allCases.map { states[$0] ?? Look() }
    return Theme(
      name: name, colors: colors, screen: screen.style(colors),
      stateStyles: looks.map { $0.style.style(colors) },
      stateGlyphs: zip(CellState.allCases, looks).map { $1.glyph(of: $0, isASCII: isASCII) },
      partStyles: parts.mapValues { $0.style(colors) }, isASCII: isASCII)
  }

  /// The colour of the terminal that the file says it was made for; nil where it says nothing of it or paints its own.
  package func assumedBackground(colors: ColorDepth) -> Color? {
    background.map { $0.style(colors).foreground }
  }

  /// What the file gives no style to.
  package var unnamed: [String] {
    CellState.allCases.filter { states[$0] == nil }.map(\.word)
      + ScreenPart.allCases.filter { parts[$0] == nil }.map(\.rawValue)
  }
}
