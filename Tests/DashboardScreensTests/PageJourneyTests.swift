// Journeys over the pages: opening, following, filtering, going back.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Journeys over pages")
struct PageJourneyTests {
  /// The words of the line that is selected on the page that is seen.
  private func selected(_ journey: Journey) -> String {
    guard let page = journey.state.pages.last, page.page.lines.indices.contains(page.line) else { return "" }
    return page.page.lines[page.line].text
  }

  @Test("Enter on a cell says why it is so, and q comes back to the same cell")
  func opensWhy() throws {
    var journey = try Journey()
    let cell = (journey.state.matrix.row, journey.state.matrix.column)
    journey.press("enter")
    #expect(journey.state.screen == .why)
    #expect(journey.lines[1].contains("Why: ledger.json @ win-a-02"))
    journey.press("q")
    #expect(journey.state.screen == .matrix)
    #expect((journey.state.matrix.row, journey.state.matrix.column) == cell)
  }

  @Test("where rows are a list, the cursor is on the worst cell of its row")
  func listsWorstCells() throws {
    var journey = try Journey(columns: 40, rows: 10)
    for _ in 0..<6 {
      journey.press("j")
      let axes = journey.state.matrix.arrangement
      let picture = try #require(journey.state.picture)
      let rows = axes.rows[journey.state.matrix.row].members
      let state = axes.columns[journey.state.matrix.column].members.flatMap { column in
        rows.map { picture.credentialSpecByHost[$0, column].state }
      }.min()
      let worst = axes.columns.flatMap { line in
        line.members.flatMap { column in rows.map { picture.credentialSpecByHost[$0, column].state } }
      }.min()
      #expect(state == worst)
    }
  }

  @Test(
    "also after the cube was turned, a filter was typed or the terminal shrank",
    arguments: ["2", "3", "x", "/ w e b enter"])
  func listsWorstCellsOfEverything(keys: String) throws {
    var small = try Journey(columns: 40, rows: 10)
    small.press(keys)
    var shrunk = try Journey()
    shrunk.press(keys)
    shrunk.act(.sizeChanged(columns: 40, rows: 10))
    for journey in [small, shrunk] {
      let matrix = journey.state.matrix
      let picture = try #require(journey.state.picture)
      func state(_ column: Int) -> CellState {
        let (row, line) = (matrix.arrangement.rows[matrix.row], matrix.arrangement.columns[column])
        let cells = row.members.flatMap { row in
          line.members.map { column in
            matrix.isTransposed
              ? picture.matrix(matrix.face)[column, row] : picture.matrix(matrix.face)[row, column]
          }
        }
        return cells.map(\.state).min() ?? .blank
      }
      #expect(state(matrix.column) == matrix.arrangement.columns.indices.map(state).min())
    }
  }

  @Test("before the first facts a key that can do nothing says why, and no hint promises it")
  func saysWhyBeforeFacts() throws {
    for command in CommandTable.all where command.screens.contains(.matrix) {
      var journey = try Journey(nil)
      guard let key = command.keys.first else { continue }
      journey.act(.keyPressed(key))
      let isMove = CommandTable.groups.first { $0.title == "Move" }?.commands.contains {
        $0.name == command.name
      }
      let isHeard =
        journey.state.notice != nil || journey.state.prompt != nil || !journey.state.pages.isEmpty
        || !journey.effects.isEmpty || command.name == "pause" || isMove == true
      #expect(isHeard, "\(command.name)")
    }
    let footer = try Journey(nil, columns: 200).lines[35]
    #expect(!footer.contains("why") && !footer.contains("equal") && footer.contains("quit"))
  }

  @Test("however often screens are opened, only the last of them are kept")
  func boundsTheStack() throws {
    var journey = try Journey()
    for _ in 0..<100 { journey.press("f !") }
    #expect(journey.state.pages.count <= 32)
    for _ in 0..<32 { journey.press("q") }
    #expect(journey.state.screen == .matrix)
  }

  @Test("findings lead to one finding, that to its object, and Escape leads all the way back")
  func followsFindings() throws {
    var journey = try Journey()
    journey.press("f")
    let first = try #require(journey.state.picture?.causes.first?.lead)
    #expect(selected(journey).contains(first.message))
    journey.press("enter")
    #expect(journey.state.screen == .finding)
    while !selected(journey).hasPrefix(first.subject.text) { journey.press("j") }
    journey.press("enter")
    #expect(journey.state.screen == .object)
    #expect(journey.lines[1].contains(first.subject.name ?? "?"))
    journey.press("esc esc esc")
    #expect(journey.state.screen == .matrix)
  }

  @Test("a word typed on a page leaves the lines that have it, and their headings")
  func filtersPages() throws {
    var journey = try Journey()
    journey.press("f")
    let all = journey.state.pages.last?.page.lines.count ?? 0
    journey.press("/")
    journey.type("badge")
    let shown = journey.state.pages.last?.page.lines ?? []
    #expect(!shown.isEmpty && shown.count < all)
    #expect(shown.filter { $0.rank == .entry }.allSatisfy { $0.text.contains("badge") })
    journey.press("esc")
    #expect(journey.state.pages.last?.page.lines.count == all)
  }

  @Test("the cursor stays on its finding when a new picture puts another before it")
  func keepsItsLine() throws {
    var journey = try Journey()
    journey.press("f j j")
    let line = selected(journey)
    journey.act(.pictureArrived(.sample))
    #expect(selected(journey) == line)
  }

  @Test("a screen whose subject is gone says so")
  func saysGone() throws {
    var journey = try Journey()
    journey.press("enter")
    journey.act(.pictureArrived(Picture(of: Snapshot(merging: []))))
    #expect(journey.lines.contains { $0.contains("it is gone") })
  }

  @Test("a command runs by a few letters of its name, and says why where it cannot")
  func runsByName() throws {
    var journey = try Journey()
    journey.press(":")
    journey.type("deb")
    journey.press("enter")
    #expect(journey.state.screen == .debug)
    journey.press("q :")
    journey.type("clear filter")
    journey.press("enter")
    #expect(journey.state.notice == "clear filter: no filter is set")
    journey.press(":")
    journey.type("qqqzz")
    journey.press("enter")
    #expect(journey.state.notice?.contains("is no command here") == true)
  }

  @Test("a word of what a command does finds its name, and a word of nothing is told")
  func findsByWhatItDoes() throws {
    var journey = try Journey()
    journey.press(":")
    journey.type("zoom")
    #expect(journey.state.prompt?.completions.map(\.text).contains("columns out") == true)
    journey.type("zzz")
    #expect(journey.state.prompt?.completions.isEmpty == true)
    #expect(journey.lines[35].contains("no command is like this"))
    journey.press("esc :")
    journey.type("theme light")
    #expect(!journey.lines[35].contains("no command"))
  }

  @Test("a cause is as bad on its own page and on its objects' as in the list of findings")
  func isAsBadEverywhere() throws {
    let picture = Picture(of: Snapshot(merging: [.demo()]))
    let cause = try #require(picture.causes.first { $0.severity != $0.lead.severity })
    var journey = try Journey(picture)
    journey.press("f enter")
    #expect(journey.lines[3].contains("\(cause.severity.rawValue): \(cause.lead.message.prefix(40))"))
    #expect(journey.lines.contains { $0.contains("by itself a \(cause.lead.severity.rawValue)") })
    journey.press("esc esc o")
    let line = try #require(journey.lines.first { $0.contains(cause.lead.card.id) })
    #expect(line.contains(cause.severity.rawValue))
  }

  @Test("Tab takes the next completion, and the palette remembers what was run")
  func completesAndRemembers() throws {
    var journey = try Journey()
    journey.press(":")
    journey.type("sour")
    journey.press("tab")
    #expect(journey.state.prompt?.text == "sources")
    journey.press("enter q : up")
    #expect(journey.state.prompt?.text == "sources")
  }

  @Test("a theme is chosen by name, and a wrong name is answered with the right ones")
  func choosesThemes() throws {
    var journey = try Journey()
    journey.act(.commandNamed("theme mono"))
    #expect(journey.state.theme.name == "mono")
    journey.act(.commandNamed("theme nope"))
    #expect(journey.state.theme.name == "mono")
    #expect(journey.state.notice?.contains("default") == true)
  }

  @Test("y copies the command of its line, and Y the whole page")
  func copies() throws {
    var journey = try Journey()
    journey.press("f enter")
    let step = try #require(journey.state.picture?.causes.first?.lead.nextStep)
    while journey.state.pages.last.map({ $0.page.lines[$0.line].copy }) != step.text { journey.press("j") }
    journey.press("y")
    #expect(journey.effects == [.copy(text: step.text, what: "\"\(step.text)\"")])
    journey.press("Y")
    guard case .copy(let text, _)? = journey.effects.first else {
      Issue.record("Y copied nothing")
      return
    }
    #expect(text.contains(step.text))
  }

  @Test("a row of the service face opens the service, a column its host")
  func opensObjects() throws {
    var journey = try Journey()
    journey.press("2 o")
    #expect(journey.lines[1].contains("service"))
    journey.press("q O")
    #expect(journey.lines[1].contains("host"))
  }
}

extension FindingSubject {
  /// The name in its title.
  fileprivate var name: String? {
    if case .subject(let subject) = self { subject.name } else { nil }
  }
}
