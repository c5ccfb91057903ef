// What a theme file may say, and what is said of one that is wrong.

import DashboardModel
import DashboardScreens
import TerminalCanvas
import Testing

@Suite("Theme files")
struct ThemeParserTests {
  /// A file, and its fault as line:column: words.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let text: String
    let fault: String
    var testDescription: String { fault }
  }

  static let wrong = [
    Wrong(text: "", fault: "1:1: a theme is a mapping"),
    Wrong(text: "- red", fault: "1:1: a theme is a mapping"),
    Wrong(text: "states: [", fault: "this is no YAML"),
    Wrong(text: "name: x\nstate: {}\n", fault: "2:1: unknown key \"state\"; did you mean \"states\"?"),
    Wrong(
      text: "states:\n  mising: red\n", fault: "2:3: unknown key \"mising\"; did you mean \"missing\"?"),
    Wrong(text: "parts:\n  heder: red\n", fault: "2:3: unknown key \"heder\"; did you mean \"header\"?"),
    Wrong(
      text: "states:\n  missing: bold rde\n", fault: "2:17: unknown style word \"rde\"; did you mean \"red\"?"
    ),
    Wrong(text: "states:\n  missing: \"bold rde\"\n", fault: "2:18: unknown style word"),
    Wrong(text: "states:\n  missing: 300\n", fault: "2:12: colours are numbered from 0 to 255, not 300"),
    Wrong(text: "states:\n  missing: [red]\n", fault: "2:12: expected a style such as"),
    Wrong(text: "states: red\n", fault: "1:9: expected a mapping"),
    Wrong(text: "states:\n  missing: red blue\n", fault: "2:16: \"blue\" is one colour too many"),
    Wrong(text: "states:\n  missing: red on\n", fault: "2:16: \"on\" stands before the colour"),
    Wrong(text: "states:\n  missing: red or\n", fault: "2:12: \"or\" stands once"),
    Wrong(text: "states:\n  missing: 208 or red or blue\n", fault: "2:12: \"or\" stands once"),
    Wrong(text: "states:\n  missing: 208 or 209\n", fault: "2:19: 209 is none of the 16 colours"),
    Wrong(text: "states:\n  missing: red on red\n", fault: "2:12: text in the colour of its background"),
    Wrong(text: "states:\n  missing: red reverse\n", fault: "2:12: a state cannot be \"reverse\""),
    Wrong(text: "background: bold\n", fault: "1:13: expected the colour that the theme is made for"),
    Wrong(text: "ascii: yes please\n", fault: "1:8: expected true or false"),
    Wrong(
      text: "states:\n  missing: {styel: red}\n",
      fault: "2:13: unknown key \"styel\"; did you mean \"style\"?"),
    Wrong(
      text: "states:\n  missing: {glyph: 日}\n", fault: "2:20: \"日\" is not one character that is one column"),
    Wrong(text: "states:\n  missing: {glyph: ab}\n", fault: "2:20: \"ab\" is not one character"),
    Wrong(text: "states:\n  missing: {glyph: \"\"}\n", fault: "2:20: \"\" is not one character"),
    Wrong(text: "states:\n  missing: {glyph: \"\\e\"}\n", fault: "2:20: \"?\" is not one character"),
    Wrong(text: "states:\n  missing: {glyph: \"✗\\uFE0F\"}\n", fault: "2:20: \"✗\" is not one character"),
    Wrong(text: "states:\n  missing: {ascii: ✗}\n", fault: "2:20: \"✗\" is no ASCII character"),
    Wrong(
      text: "states:\n  missing: {glyph: \" \"}\n", fault: "2:20: a blank stands for \"not concerned\" alone"),
    Wrong(
      text: "states:\n  unverified: {glyph: ▪}\n",
      fault: "2:15: \"unverified\" and \"deployed\" occur side by side and share the glyph \"▪\""),
  ]

  @Test("a wrong file is refused with line, column and what was probably meant", arguments: wrong)
  func refuses(wrong: Wrong) {
    do throws(ThemeFault) {
      _ = try ThemeParser.parse(wrong.text)
      Issue.record("was taken for a theme")
    } catch {
      let text = "\(error.line):\(error.column): \(error.reason)"
      #expect(text.contains(wrong.fault), "\(text)")
    }
  }

  @Test("what a file leaves out is plain, with the glyphs of the contract")
  func fillsIn() throws {
    let theme = try ThemeParser.parse("name: small").theme(colors: .full, isASCII: false)
    #expect(CellState.allCases.allSatisfy { theme.style(of: $0) == .plain })
    #expect(ScreenPart.allCases.allSatisfy { theme.style($0) == .plain })
    #expect(CellState.allCases.allSatisfy { theme.glyph($0) == Glyph(String($0.glyph)) })
  }

  @Test("a style has a stand-in for terminals of 16 colours or 8, and attributes without any")
  func standsIn() throws {
    let sheet = try ThemeParser.parse("states:\n  missing: 208 on 16 bold or red bold underline\n")
    func style(_ colors: ColorDepth) -> Style {
      sheet.theme(colors: colors, isASCII: false).style(of: .missing)
    }
    #expect(
      style(.full) == Style(foreground: .palette(208), background: .palette(16), attributes: .bold))
    #expect(style(.sixteen) == Style(foreground: .palette(1), attributes: [.bold, .underline]))
    #expect(style(.eight) == style(.sixteen))
    #expect(style(.none) == Style(attributes: [.bold, .underline]))
  }

  @Test(
    "a terminal is taken for what it surely has",
    arguments: [(0, 0), (7, 0), (8, 8), (16, 16), (88, 16), (256, 256)])
  func depth(colors: Int, step: Int) { #expect(ColorDepth(colors: colors).rawValue == step) }

  @Test("a state may have glyphs of its own, and a theme may be ASCII alone")
  func glyphs() throws {
    let text = "states:\n  missing: {style: red, glyph: ✖, ascii: x}\n"
    let sheet = try ThemeParser.parse(text)
    #expect(sheet.theme(colors: .full, isASCII: false).glyph(.missing) == Glyph("✖"))
    #expect(sheet.theme(colors: .full, isASCII: true).glyph(.missing) == Glyph("x"))
    let ascii = try ThemeParser.parse("ascii: true\n" + text).theme(colors: .full, isASCII: false)
    #expect(ascii.glyph(.missing) == Glyph("x"))
    #expect(ascii.glyphs.isASCII)
  }

  @Test("the colours of the screen are those of every cell that has none of its own")
  func paints() throws {
    let theme = try ThemeParser.parse("screen: 231 on 16\n").theme(colors: .full, isASCII: false)
    var grid = CellGrid(columns: 3, rows: 1)
    grid.draw("ab", column: 0, row: 0, style: Style(foreground: .palette(1), attributes: .reverse))
    theme.finish(&grid)
    #expect(
      grid[0, 0].style == Style(foreground: .palette(1), background: .palette(16), attributes: .reverse))
    #expect(grid[2, 0].style == Style(foreground: .palette(231), background: .palette(16)))
  }

  @Test("an ASCII theme shows no other glyph, whatever names are made of")
  func staysASCII() throws {
    let theme = ThemeSheet(name: "t").theme(colors: .full, isASCII: true)
    var grid = CellGrid(columns: 8, rows: 1)
    grid.draw("a日e\u{301}é~", column: 0, row: 0)
    theme.finish(&grid)
    #expect(grid.row(0).map(\.glyph.text).joined() == "a????~  ")
  }
}
