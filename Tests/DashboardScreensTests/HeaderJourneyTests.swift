// Journeys to the headers of the matrix: what a row or a column is as a whole.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Journeys to headers")
struct HeaderJourneyTests {
  /// The journey on the first cell of all.
  private func corner(columns: Int = 120, rows: Int = 36) throws -> Journey {
    var journey = try Journey(columns: columns, rows: rows)
    journey.press("g home")
    return journey
  }

  private func isReversed(_ text: String, _ journey: Journey) -> Bool {
    let grid = draw(journey.state).grid
    guard let row = journey.lines.firstIndex(where: { $0.contains(text) }) else { return false }
    let reversed = grid.row(row).filter { $0.style.attributes.contains(.reverse) }.map(\.glyph.text).joined()
    return reversed.contains(text)
  }

  @Test("left of the first column is the row's header: it says what the row is, and Enter opens its object")
  func opensRows() throws {
    var journey = try corner()
    journey.press("h")
    #expect(journey.state.matrix.header == .rows)
    #expect(isReversed("ledger.json", journey))
    #expect(journey.lines.contains { $0.contains("1 missing  credspec ledger.json, the whole row") })
    journey.press("j enter")
    #expect(journey.state.screen == .object)
    #expect(journey.lines[1].contains("credspec reports in retail"))
    journey.press("q")
    #expect(journey.state.matrix.header == .rows)
    journey.press("l")
    #expect(journey.state.matrix.header == nil && journey.state.matrix.column == 0)
    #expect(!isReversed("reports", journey))
  }

  @Test("above the first row is the column's header, and Enter opens the host")
  func opensColumns() throws {
    var journey = try corner()
    journey.press("k l enter")
    #expect(journey.state.screen == .object)
    #expect(journey.lines[1].contains("host win-a-02"))
    journey.press("q k k")
    #expect(journey.state.matrix.header == .columns)
    journey.press("j")
    #expect(journey.state.matrix.header == nil && journey.state.matrix.row == 0)
  }

  @Test(
    "whatever leads elsewhere leads to a cell", arguments: ["n", "N", "1", "2", "ctrl-d", "pgdn", "G"])
  func leavesHeaders(key: String) throws {
    var journey = try corner()
    journey.press("k \(key)")
    #expect(journey.state.matrix.header == nil)
  }

  @Test("o, y and Y speak of the header that the cursor is on")
  func speaksOfHeaders() throws {
    var journey = try corner()
    let host = try #require(journey.subject(.host))
    journey.press("k y")
    #expect(journey.effects == [.copy(text: host, what: host)])
    journey.press("Y")
    guard case .copy(let text, _)? = journey.effects.first else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text.hasPrefix("host \(host)"))
    journey.press("j h y")
    #expect(journey.effects == [.copy(text: "ledger.json", what: "ledger.json")])
  }

  @Test("the header of a group says what its members are, and that it has no page")
  func groups() throws {
    var journey = try corner()
    journey.press("- k enter")
    #expect(journey.state.screen == .matrix)
    #expect(journey.lines.contains { $0.contains("a group has no page of its own") })
    journey.press("k")
    #expect(journey.lines.contains { $0.contains("a group of") && $0.contains("hosts") })
  }

  @Test("after transposing the cursor is on the header of the same subject")
  func transposes() throws {
    var journey = try corner()
    journey.press("h x enter")
    #expect(journey.lines[1].contains("credspec ledger.json"))
  }

  @Test("a list of rows has no headers")
  func lists() throws {
    var journey = try corner()
    journey.press("h")
    journey.act(.sizeChanged(columns: 40, rows: 10))
    #expect(journey.state.matrix.header == nil)
    journey.press("h k")
    #expect(journey.state.matrix.header == nil)
  }

  @Test("the linear mode says that one is on a header")
  func speaks() {
    var talk = Conversation()
    talk.type("first column")
    talk.type("left")
    #expect(talk.text.contains("Header of row 1.") && talk.text.contains("the whole row"))
    talk.type("open")
    #expect(talk.state.screen == .object)
  }
}
