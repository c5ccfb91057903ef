// What every theme that is compiled in must hold: nothing looks alike, everything can be read.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The built-in themes")
struct BuiltInThemeTests {
  private static let names = RepositoryFiles.names(in: "themes", ending: ".yaml")

  private func sheet(_ name: String) throws -> ThemeSheet {
    try #require(BuiltInThemes.all.first { $0.name == name })
  }

  @Test("they are the files of the folder, and the default is the first")
  func areTheFolder() {
    #expect(Set(BuiltInThemes.all.map(\.name)) == Set(Self.names))
    #expect(Self.names.count == 5)
    #expect(BuiltInThemes.all.first?.name == BuiltInThemes.defaultName)
    #expect(Self.names.contains(BuiltInThemes.colorlessName))
  }

  @Test("each names every state and every part of the screen", arguments: names)
  func nameEverything(name: String) throws {
    #expect(try sheet(name).unnamed.isEmpty)
  }

  @Test("states that share a glyph never occur on one face, in Unicode or ASCII", arguments: names)
  func glyphsDiffer(name: String) throws {
    let sheet = try sheet(name)
    for (colors, isASCII) in Self.terminals {
      let theme = sheet.theme(colors: colors, isASCII: isASCII)
      for face in Face.allCases {
        // Glyphs alone: what colour says too must be said without it.
        let glyphs = (face.states + [.blank]).map { theme.glyph($0) }
        #expect(Set(glyphs).count == glyphs.count, "\(face.title)")
        #expect(glyphs.allSatisfy { $0.columns == 1 && (!isASCII || $0.isASCII) })
      }
    }
  }

  @Test("no two states of a face look alike, with 256, 16, 8 or no colours", arguments: names)
  func statesDiffer(name: String) throws {
    let sheet = try sheet(name)
    for (colors, isASCII) in Self.terminals {
      let theme = sheet.theme(colors: colors, isASCII: isASCII)
      for face in Face.allCases {
        let looks = (face.states + [.blank]).map { Cell(glyph: theme.glyph($0), style: theme.style(of: $0)) }
        #expect(Set(looks).count == looks.count, "\(face.title)")
      }
    }
  }

  @Test("a state that needs somebody never looks as calm as one that does not", arguments: names)
  func problemsStandOut(name: String) throws {
    let sheet = try sheet(name)
    for colors in ColorDepth.allCases where colors != .none {
      let theme = sheet.theme(colors: colors, isASCII: false)
      let calm = CellState.allCases.filter { $0 > .unverified }.map { theme.style(of: $0) }
      for state in CellState.allCases where state.severity == .critical || state.severity == .warning {
        #expect(
          name == BuiltInThemes.colorlessName || !calm.contains(theme.style(of: state)), "\(state.word)")
      }
    }
  }

  @Test("without colours nothing has one", arguments: names)
  func noColourIsNone(name: String) throws {
    let theme = try sheet(name).theme(colors: .none, isASCII: false)
    let styles = CellState.allCases.map { theme.style(of: $0) } + ScreenPart.allCases.map { theme.style($0) }
    for style in styles + [theme.screen] { #expect(style == Style(attributes: style.attributes)) }
  }

  @Test("what terminals of 16 colours get is among the 16", arguments: names)
  func sixteenAreSixteen(name: String) throws {
    let theme = try sheet(name).theme(colors: .sixteen, isASCII: false)
    let styles = CellState.allCases.map { theme.style(of: $0) } + ScreenPart.allCases.map { theme.style($0) }
    for style in styles + [theme.screen] {
      for color in [style.foreground, style.background] {
        if case .palette(let index) = color { #expect(index < 16) }
      }
    }
  }

  @Test("the default takes its background from the terminal, and mono has no colour at all")
  func keepTheTerminal() throws {
    for colors in ColorDepth.allCases {
      let theme = try sheet("default").theme(colors: colors, isASCII: false)
      #expect(theme.screen == .plain)
      #expect(CellState.allCases.allSatisfy { theme.style(of: $0).background == .terminalDefault })
      let mono = try sheet("mono").theme(colors: colors, isASCII: false)
      #expect(CellState.allCases.allSatisfy { mono.style(of: $0).foreground == .terminalDefault })
    }
  }

  @Test("text is told from its background at 4.5:1 or more wherever both are known", arguments: names)
  func textIsReadable(name: String) throws {
    let sheet = try sheet(name)
    // The stricter bar of the theme that promises it, where the colours are no others than those that it names.
    let strict = name == "high-contrast" ? 7.0 : 4.5
    for (colors, bar) in [(ColorDepth.sixteen, 4.5), (.full, strict)] {
      let theme = sheet.theme(colors: colors, isASCII: false)
      var measured = 0
      for (what, style) in Self.styles(of: theme) {
        guard let contrast = Self.contrast(style, theme, sheet) else { continue }
        measured += 1
        #expect(contrast >= bar, "\(what), \(colors): \(contrast)")
      }
      #expect(["default", "mono"].contains(name) || measured >= 15, "\(measured)")
    }
  }

  @Test(
    "a theme that knows its background dims nothing: how much a terminal dims is not known", arguments: names)
  func nothingIsDim(name: String) throws {
    let sheet = try sheet(name)
    let theme = sheet.theme(colors: .full, isASCII: false)
    guard theme.screen != .plain || sheet.assumedBackground(colors: .full) != nil else { return }
    for (what, style) in Self.styles(of: theme) { #expect(!style.attributes.contains(.dim), "\(what)") }
  }

  @Test("states of one face stay apart by colour for an eye without the cones for green")
  func deuteranopesSeeStates() throws {
    let theme = try sheet("deuteranopia").theme(colors: .full, isASCII: false)
    for face in Face.allCases {
      let seen = face.states.map { ($0, Self.ink(theme.style(of: $0), theme)) }
      for (place, (state, ink)) in seen.enumerated() {
        for (other, otherInk) in seen[(place + 1)...] {
          let distance = try #require(ink).deuteranopic.distance(to: #require(otherInk).deuteranopic)
          #expect(distance >= 15, "\(face.title): \(state.word), \(other.word): \(distance)")
        }
      }
    }
  }

  @Test("with 16 colours, what needs somebody now stays apart from all that does not")
  func deuteranopesSeeSixteen() throws {
    let theme = try sheet("deuteranopia").theme(colors: .sixteen, isASCII: false)
    for face in Face.allCases {
      for state in face.states where state.isProblem {
        for other in face.states where other.severity != state.severity {
          let ink = try #require(Self.ink(theme.style(of: state), theme)).deuteranopic
          let otherInk = try #require(Self.ink(theme.style(of: other), theme)).deuteranopic
          #expect(ink.distance(to: otherInk) >= 15, "\(face.title): \(state.word), \(other.word)")
        }
      }
    }
  }

  @Test("the simulated eye takes red and green for one, and blue and yellow for two")
  func theEyeIsDeuteranopic() {
    // A red and a green of equal brightness to that eye, and colours that it sees as anybody does.
    let (red, green) = (ColorVision(PaletteColor(166)), ColorVision(PaletteColor(106)))
    #expect(red.distance(to: green) > 60)
    #expect(red.deuteranopic.distance(to: green.deuteranopic) < 20)
    let (blue, yellow) = (ColorVision(PaletteColor(33)), ColorVision(PaletteColor(226)))
    #expect(blue.deuteranopic.distance(to: yellow.deuteranopic) > 100)
    let (black, white) = (ColorVision(PaletteColor(16)), ColorVision(PaletteColor(231)))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
  }

  // MARK: Measuring

  private static let terminals: [(ColorDepth, Bool)] = ColorDepth.allCases.flatMap {
    [($0, false), ($0, true)]
  }

  private static func styles(of theme: Theme) -> [(String, Style)] {
    CellState.allCases.map { ($0.word, theme.style(of: $0)) }
      + ScreenPart.allCases.map { ($0.rawValue, theme.style($0)) }
  }

  private static func ink(_ style: Style, _ theme: Theme) -> ColorVision? {
    PaletteColor(theme.painted(style).foreground).map { ColorVision($0) }
  }

  /// The contrast of a style's text; nil where a colour is the terminal's own, or dimmed by it.
  private static func contrast(_ style: Style, _ theme: Theme, _ sheet: ThemeSheet) -> Double? {
    let painted = theme.painted(style)
    guard !painted.attributes.contains(.dim), let ink = ink(style, theme) else { return nil }
    let known = PaletteColor(painted.background)
    let assumed = sheet.assumedBackground(colors: theme.colors).flatMap { PaletteColor($0) }
    return (known ?? assumed).map { ink.contrast(with: ColorVision($0)) }
  }
}
