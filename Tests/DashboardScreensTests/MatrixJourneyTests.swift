// Journeys over the matrix: turning the cube, moving, filtering.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Journeys over the matrix")
struct MatrixJourneyTests {
  @Test("the dashboard opens on the worst row and shows problems alone")
  func opensOnProblems() throws {
    let journey = try Journey()
    let axes = journey.state.matrix.arrangement
    let picture = try #require(journey.state.picture)
    #expect(axes.hiddenRows > 0)
    for line in axes.rows where !line.isGroup {
      #expect(picture.credentialSpecByHost.rowCounts[line.place].problems > 0)
    }
    let first = try #require(axes.rows.first { !$0.isGroup })
    #expect(picture.credentialSpecByHost.rowCounts[first.place].worst == .missing)
    let cursor = journey.state.matrix
    let cell = picture.credentialSpecByHost[
      cursor.arrangement.rows[cursor.row].place, cursor.arrangement.columns[cursor.column].place]
    #expect(cell.state == .missing)
  }

  @Test("turning the cube keeps the selected subject selected")
  func turningKeepsSubjects() throws {
    var journey = try Journey()
    journey.press("j l")
    let host = journey.subject(.host)
    let credentialSpec = journey.subject(.credentialSpec)
    journey.press("2 3 1")
    #expect(journey.subject(.host) == host)
    #expect(journey.subject(.credentialSpec) == credentialSpec)
  }

  @Test("a face that the cursor was never on opens on the worst cell of the line that it follows")
  func turnsToTheWorst() throws {
    var journey = try Journey()
    journey.press("3")
    let picture = try #require(journey.state.picture)
    #expect(journey.subject(.credentialSpec) == "ledger.json")
    #expect(journey.subject(.service) == "ledger-api")
    let cursor = journey.state.matrix
    let cell = picture.serviceByCredentialSpec[
      cursor.arrangement.rows[cursor.row].place, cursor.arrangement.columns[cursor.column].place]
    #expect(cell.state.isProblem)
  }

  @Test("findings that have no room below the matrix are counted there")
  func countsFindings() throws {
    let journey = try Journey(columns: 80, rows: 24)
    let causes = try #require(journey.state.picture?.causes.count)
    let shown = journey.lines.count { $0.contains(" GMSA") }
    #expect(shown < causes)
    #expect(journey.lines.contains { $0.contains("and \(causes - shown) more; f shows all") })
    #expect(try !Journey(columns: 200, rows: 60).lines.contains { $0.contains("shows all") })
  }

  @Test("a and A show what was hidden, and hide it again")
  func showsAll() throws {
    var journey = try Journey()
    let problems = journey.state.matrix.arrangement.rows.count
    journey.press("a A")
    #expect(journey.state.matrix.arrangement.hiddenRows == 0)
    #expect(journey.state.matrix.arrangement.hiddenColumns == 0)
    #expect(journey.state.matrix.arrangement.columns.count == journey.state.picture?.count(.host))
    journey.press("a A")
    #expect(journey.state.matrix.arrangement.rows.count == problems)
  }

  @Test("n goes from problem to problem and comes around")
  func walksProblems() throws {
    var journey = try Journey()
    var visited: Set<[Int]> = []
    for _ in 0..<200 {
      journey.press("n")
      let matrix = journey.state.matrix
      let row = matrix.arrangement.rows[matrix.row].place
      let column = matrix.arrangement.columns[matrix.column].place
      #expect(journey.state.picture?.credentialSpecByHost[row, column].state.isProblem == true)
      if !visited.insert([row, column]).inserted { break }
    }
    let all = try #require(journey.state.picture).credentialSpecByHost.rowCounts.map(\.problems).reduce(0, +)
    #expect(visited.count == all)
  }

  @Test("N goes back to where n came from")
  func walksBack() throws {
    var journey = try Journey()
    journey.press("n")
    let start = (journey.state.matrix.row, journey.state.matrix.column)
    journey.press("n N")
    #expect((journey.state.matrix.row, journey.state.matrix.column) == start)
  }

  @Test("each letter of a filter is applied at once, and Escape brings back what stood before")
  func filters() throws {
    var journey = try Journey()
    journey.press("a")
    let all = journey.state.matrix.arrangement.rows.count
    let name = try #require(journey.state.picture?.subject(row: 0, of: .credentialSpecByHost)?.name)
    journey.press("/")
    journey.type(name)
    #expect(journey.state.matrix.arrangement.rows.count < all)
    journey.press("esc")
    #expect(journey.state.matrix.arrangement.rows.count == all)
    #expect(journey.state.matrix.filter.isEmpty)
  }

  @Test("a filter that matches nothing says so and how to clear it")
  func filtersNothing() throws {
    var journey = try Journey()
    journey.press("/")
    journey.type("zzz")
    journey.press("enter")
    #expect(journey.lines.contains { $0.contains("no name contains \"zzz\"") })
    journey.press("\\")
    #expect(!journey.state.matrix.arrangement.rows.isEmpty)
  }

  @Test("a filter shows what it matches, even where that has no problem")
  func filtersTheHealthy() throws {
    var journey = try Journey()
    let picture = try #require(journey.state.picture)
    let names = (0..<picture.count(.credentialSpec)).map { picture.credentialSpec($0).id.name }
    let healthy = try #require(
      names.indices.first { place in
        picture.credentialSpecByHost.rowCounts[place].problems == 0
          && names.count { $0.contains(names[place]) } == 1
      })
    let name = picture.credentialSpec(healthy).id.name
    journey.press("/")
    journey.type(name)
    #expect(journey.state.matrix.arrangement.rows.contains { $0.place == healthy })
  }

  @Test("a pasted q is text in a filter and nothing elsewhere")
  func pastes() throws {
    var journey = try Journey()
    journey.act(.pasted("q"))
    #expect(journey.effects.isEmpty)
    journey.press("/")
    journey.act(.pasted("q\nq"))
    #expect(journey.state.matrix.filter.text == "qq")
  }

  @Test("a page pasted by mistake is cut to a line that a filter can be")
  func boundsTheFilter() throws {
    var journey = try Journey()
    journey.press("/")
    journey.act(.pasted(String(repeating: "word ", count: 10_000)))
    #expect(journey.state.prompt?.text.count == 200)
  }

  @Test("credential specs that come to name one account stand under its row, though the same rows are shown")
  func regroupsRows() throws {
    func picture(accounts: [String]) -> Picture {
      var facts = Facts()
      facts.credentialSpecs = accounts.enumerated().map { place, account in
        CredentialSpec(
          id: CredentialSpecID(cluster: "c", delivery: .customResource, name: "spec-\(place)"),
          contents: CredentialSpecContents(canonical: account, account: account, domain: "d"))
      }
      facts.hosts = [Host(id: HostID(cluster: "c", name: "win-1"), operatingSystem: .windows)]
      return Picture(of: Snapshot(merging: [FeedSlice(feed: "f", status: .live, facts: facts)]))
    }
    var journey = try Journey(picture(accounts: ["one", "two"]))
    #expect(!journey.state.matrix.arrangement.rows.contains { $0.isGroup })
    journey.act(.pictureArrived(picture(accounts: ["one", "one"])))
    #expect(journey.state.matrix.arrangement.rows.contains { $0.isGroup })
  }

  @Test("x exchanges rows and columns and back")
  func transposes() throws {
    var journey = try Journey()
    let before = journey.state.matrix.arrangement
    journey.press("x")
    #expect(journey.state.matrix.arrangement.rows.count { !$0.isGroup } == before.columns.count)
    journey.press("x")
    #expect(journey.state.matrix.arrangement.rows.count == before.rows.count)
  }

  @Test("q goes back from help and quits at the top; Escape never quits")
  func leaves() throws {
    var journey = try Journey()
    journey.press("? q")
    #expect(journey.effects.isEmpty)
    #expect(journey.state.screen == .matrix)
    journey.press("esc")
    #expect(journey.effects.isEmpty)
    journey.press("q")
    #expect(journey.effects == [.quit])
  }

  @Test("a paused picture stands still until it is let go")
  func pauses() throws {
    var journey = try Journey()
    journey.press("p")
    journey.act(.pictureArrived(Picture(of: Snapshot(merging: []))))
    #expect(journey.state.picture?.count(.host) ?? 0 > 0)
    #expect(journey.lines[0].contains("PAUSED"))
    journey.press("p")
    #expect(journey.state.picture?.count(.host) == 0)
  }

  @Test("an empty picture is drawn and answers every key")
  func survivesEmptiness() throws {
    var journey = try Journey(Picture(of: Snapshot(merging: [])))
    journey.press("j k h l n N g G home end pgdn ctrl-d 1 2 3 x a A")
    #expect(journey.lines.contains { $0.contains("was found in what was read") })
  }

  @Test("a broken feed is said in the header, with since when and why")
  func saysBroken() throws {
    var journey = try Journey()
    let report = FeedReport(
      feed: "prod.json",
      status: .broken(FeedOutage(.cannotConnect, reason: "it is half written", since: Journey.now)),
      observedAt: Journey.now, clusters: ["prod"], unreadableCount: 0)
    journey.act(.feedsChanged([report]))
    #expect(journey.lines[0].contains("BROKEN since"))
    #expect(journey.lines[0].contains("it is half written"))
  }
}
