// Journeys through filters: typed letter by letter, wrong, completed, remembered, highlighting.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Filtering the matrix")
struct FilterJourneyTests {
  private func rows(_ journey: Journey) -> [String] {
    let picture = journey.state.picture
    return journey.state.matrix.arrangement.rows.filter { $0.kind == .subject }
      .compactMap { picture?.subject($0.place, on: .credentialSpec)?.name }.sorted()
  }

  @Test("a condition on cells decides which rows and columns are seen, problems or not")
  func filtersCells() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("state=standby")
    journey.press("enter")
    #expect(!rows(journey).isEmpty)
    let picture = try #require(journey.state.picture)
    for line in journey.state.matrix.arrangement.rows {
      let counts = line.members.map { picture.credentialSpecByHost.rowCounts[$0][.standby] }
      #expect(counts.contains { $0 > 0 })
    }
    for line in journey.state.matrix.arrangement.columns {
      #expect(picture.credentialSpecByHost.columnCounts[line.place][.standby] > 0)
    }
    #expect(journey.state.matrix.arrangement.hiddenRows == 0)
  }

  @Test("while a wrong filter is typed the last good one stays, and the wrong characters are marked")
  func keepsTheLastGoodOne() throws {
    var journey = try Journey(columns: 80, rows: 24)
    journey.press("/")
    journey.type("ledger ")
    let good = journey.state.matrix.arrangement.rows
    journey.type("state=missin")
    #expect(!good.isEmpty)
    #expect(journey.state.matrix.arrangement.rows == good)
    for _ in 0..<12 { journey.press("backspace") }
    journey.type("state")
    #expect(journey.state.matrix.arrangement.rows == good)
    #expect(journey.lines.contains { $0.contains("nothing answers to this yet") })
    for _ in 0..<5 { journey.press("backspace") }
    journey.act(.pasted("sate=missing"))
    #expect(journey.state.matrix.arrangement.rows == good)
    let footer = try #require(journey.lines.dropLast().last)
    #expect(footer.hasPrefix("/ledger sate=missing"))
    #expect(footer.contains(#"no key is called "sate"; state?"#))
    let grid = draw(journey.state).grid
    let fault = journey.state.theme.style(.fault)
    let typed = Array(grid.row(grid.rows - 1))
    let marked = (1..<25).filter { typed[$0].style == fault }
    #expect(marked == [8, 9, 10, 11])
  }

  @Test("a word that could still become a key or value waits; Enter means it as it stands")
  func waitsForMore() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("host=win-a")
    #expect(!rows(journey).isEmpty)
    #expect(journey.state.matrix.filter.isEmpty == false || journey.state.matrix.arrangement.hiddenRows > 0)
    journey.press("enter")
    #expect(journey.state.matrix.filter.text == "host=win-a")
    #expect(journey.lines.contains { $0.contains(#"no host is called "win-a""#) })
  }

  @Test("Enter on a wrong filter says the column, what is wrong, and what stays")
  func reproaches() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("ledger |")
    journey.press("enter")
    #expect(journey.state.notice == #"column 8: a term is missing beside |; "ledger " stays"#)
    #expect(rows(journey) == ["ledger.json"])
  }

  @Test("what matches is counted while one types, in the order of the screen")
  func countsMatches() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("state=missing")
    #expect(
      journey.lines.contains { $0.hasSuffix("2 rows, 2 columns ") || $0.hasSuffix("2 rows, 2 columns") })
    journey.press("esc x /")
    journey.type("ledger")
    #expect(journey.lines.contains { $0.contains("10 rows, 1 column") })
  }

  @Test("Tab completes keys and then their values, and each step is applied")
  func completes() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("sta")
    journey.press("tab")
    #expect(journey.state.prompt?.text == "state=")
    journey.press("tab")
    #expect(journey.state.prompt?.text == "state=missing")
    #expect(journey.state.matrix.filter.text == "state=missing")
    journey.press("tab")
    #expect(journey.state.prompt?.text == "state=at-risk")
    journey.press("backtab backtab")
    #expect(journey.state.prompt?.text == "state=problem")
  }

  @Test("filters are remembered, and up and down go through them")
  func remembers() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("ledger")
    journey.press("enter \\ /")
    journey.type("web")
    journey.press("enter \\ / up")
    #expect(journey.state.matrix.filter.text == "web")
    journey.press("up")
    #expect(journey.state.matrix.filter.text == "ledger")
    journey.press("down down")
    #expect(journey.state.matrix.filter.isEmpty)
  }

  @Test("a named filter stands for its line, and Tab offers it by its name")
  func namedFilters() throws {
    var journey = try Journey()
    journey.name(["urgent": "state=missing", "broken": "sate=x"])
    journey.press("/")
    journey.type("@u")
    journey.press("tab")
    #expect(journey.state.prompt?.text == "@urgent")
    #expect(rows(journey) == ["ledger.json", "reports"])
    journey.press("ctrl-u")
    journey.type("@broken")
    #expect(journey.lines.contains { $0.contains(#"in @broken: no key is called "sate""#) })
  }

  @Test("& marks what matches, hides nothing, and \\ takes the marks away after the filter")
  func highlights() throws {
    var journey = try Journey()
    let before = journey.state.matrix.arrangement.rows
    journey.press("&")
    journey.type("state=missing")
    journey.press("enter")
    #expect(journey.state.matrix.arrangement.rows == before)
    #expect(journey.lines[2].contains("&state=missing"))
    journey.press("/")
    journey.type("ledger")
    journey.press("enter \\")
    #expect(!journey.state.matrix.highlight.isEmpty)
    journey.press("\\")
    #expect(journey.state.matrix.highlight.isEmpty)
    #expect(!journey.lines.contains { $0.hasPrefix(">") })
  }

  @Test("what & marks is told apart without any colour", arguments: ["mono", "default"])
  func highlightsWithoutColour(theme: String) throws {
    var journey = try Journey(theme: theme, isASCII: true)
    let before = draw(journey.state).grid
    journey.press("&")
    journey.type("ledger host=win-b-01")
    journey.press("enter")
    let after = draw(journey.state).grid
    let body = 3..<before.rows - 5
    let changed = body.filter { row in
      (0..<before.columns).contains { column in
        let (old, new) = (Array(before.row(row))[column], Array(after.row(row))[column])
        return old.glyph != new.glyph || old.style.attributes != new.style.attributes
      }
    }
    // The row with its cell and its sign, and the column's name.
    #expect(changed.count >= 2)
    #expect(body.contains { after.row($0).first?.glyph.text == ">" })
  }

  @Test("a cell that stands for several is marked where one of them matches")
  func highlightsRolledCells() throws {
    var journey = try Journey()
    journey.press("a A - &")
    journey.type("state=missing")
    journey.press("enter")
    let matrix = journey.state.matrix
    let picture = try #require(journey.state.picture)
    let matches = try #require(matrix.arrangement.highlighted.matches)
    for (row, line) in matrix.arrangement.rows.enumerated() {
      for (column, group) in matrix.arrangement.columns.enumerated() {
        let isMissing = line.members.contains { place in
          group.members.contains { picture.credentialSpecByHost[place, $0].state == .missing }
        }
        #expect(journey.isHighlighted(row, column) == isMissing)
      }
    }
    #expect(!matches.rows.isEmpty)
  }

  @Test("a filter on ages lets other cells through as time passes")
  func ages() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("age>4h")
    journey.press("enter")
    #expect(rows(journey).isEmpty)
    journey.act(.timePassed(Journey.now.advanced(by: .seconds(7200))))
    #expect(rows(journey) == ["badge.json", "ledger.json", "payroll.json"])
  }

  @Test("turning and transposing keep the filter; it is asked of the face that is shown")
  func followsFaces() throws {
    var journey = try Journey()
    journey.press("a A /")
    journey.type("ns=shop")
    journey.press("enter")
    #expect(rows(journey) == ["checkout", "webshop"])
    journey.press("x")
    #expect(journey.state.matrix.arrangement.columns.count == 2)
    journey.press("x 2")
    #expect(journey.state.matrix.arrangement.rows.count == 2)
  }
}
