// The pictures of docs/themes.md: one screen with every state, in each theme.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Pictures of themes")
struct ThemePictureTests {
  private static let columns = 100
  private static let rows = 22
  private static let folder = Golden(folder: "../../../docs/themes")

  @Test("each theme has a picture of what it draws", arguments: BuiltInThemes.all.map(\.name))
  func picture(name: String) throws {
    let theme = try #require(BuiltInThemes.named(name, isASCII: false))
    let paper: GridPicture.Paper = name == "light" ? .light : .dark
    let picture = GridPicture(try Self.board(theme), paper: paper)
    Self.folder.expect(picture.svg(title: "gmsa-tui in the theme \(name)"), named: "\(name).svg")
  }

  @Test("the page shows every theme that is compiled in, and no picture is left over")
  func page() throws {
    let names = BuiltInThemes.all.map(\.name)
    #expect(Self.folder.orphans(asked: names.map { "\($0).svg" }).isEmpty)
    RepositoryFiles.expectBlock("pictures", in: "docs/themes.md", toHold: Self.pictures(names))
    RepositoryFiles.expectBlock("words", in: "docs/themes.md", toHold: Self.words)
  }

  /// All rows and columns of the sample, which leave no room for findings that change with the rules, and below them all states of the three faces.
  private static func board(_ theme: Theme) throws -> CellGrid {
    var journey = try Journey(columns: columns, rows: rows, theme: theme.name)
    journey.press("a A")
    var grid = CellGrid(columns: columns, rows: rows + 1 + 2 * Face.allCases.count)
    for (place, face) in Face.allCases.enumerated() {
      var row = rows + 1 + 2 * place
      grid.draw(face.title, column: 1, row: row, style: theme.style(.group))
      var column = 20
      for state in face.states {
        let style = theme.style(of: state)
        if column + state.word.count + 2 > columns { (column, row) = (20, row + 1) }
        column = grid.draw(theme.glyph(state).text, column: column, row: row, style: style)
        column = grid.draw(" \(state.word)", column: column, row: row, style: style) + 2
      }
    }
    theme.finish(&grid)
    grid.draw(draw(journey.state).grid, column: 0, row: 0)
    return grid
  }

  private static func pictures(_ names: [String]) -> String {
    names.map { "### \($0)\n\n![gmsa-tui in the theme \($0)](themes/\($0).svg)" }.joined(separator: "\n\n")
  }

  /// Every word that a theme file may use as a key.
  private static var words: String {
    let states = CellState.allCases.map { "`\($0.word)`" }.joined(separator: ", ")
    let parts = ScreenPart.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return "- states: \(states)\n- parts: \(parts)"
  }
}
