// Journeys over the lines of the matrix: collapsing, zooming, sorting, marking, and what changed a moment ago.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Journeys over the lines of the matrix")
struct MatrixLineJourneyTests {
  // MARK: Collapse

  @Test("= makes equal columns one, = again equal rows too, and = again brings all back")
  func collapses() throws {
    var journey = try Journey(Picture(of: Snapshot(merging: [.demo()])))
    journey.press("x a A")
    let (rows, columns) = (journey.rows.count, journey.columns.count)
    journey.press("=")
    #expect(journey.columns.reduce(0) { $0 + $1.members.count } == columns)
    #expect(journey.rows.count == rows)
    journey.press("=")
    #expect(journey.rows.count < rows)
    journey.press("= x =")
    #expect(journey.columns.count < rows)
    #expect(journey.columns.reduce(0) { $0 + $1.members.count } == rows)
    journey.press("= x")
    journey.press("=")
    #expect(journey.rows.count == rows)
    #expect(journey.columns.count == columns)
  }

  @Test("the read-out names the members of a collapsed column, and its header says how many they are")
  func namesMembers() throws {
    var journey = try Journey(Self.fleet(hosts: 5).picture, columns: 80, rows: 24)
    journey.press("a A =")
    #expect(journey.columns.count == 1)
    #expect(journey.lines.contains { $0.contains("5 equal hosts: win-1, win-2, win-3, win-4, win-5") })
    let header = journey.lines.prefix { !$0.hasPrefix(" CREDSPEC") }.suffix(2)
    #expect(header.contains { $0.contains("x") })
    #expect(journey.state.subjectsUnderCursor(.host).count == 5)
  }

  @Test("the cursor stays with its host through = and back, though another host speaks for its line")
  func followsThroughCollapse() throws {
    var journey = try Journey(Self.fleet(hosts: 5).picture)
    journey.press("a A l l l")
    let host = journey.subject(.host)
    #expect(host == "win-4")
    journey.press("= = =")
    #expect(journey.subject(.host) == host)
    #expect(journey.columns[journey.state.matrix.column].place == 3)
  }

  @Test(
    "a host that comes to differ leaves its collapsed column, and a cursor that was led there by it goes along"
  )
  func splitsClasses() throws {
    var fleet = Self.fleet(hosts: 5)
    var journey = try Journey(fleet.picture)
    journey.press("a A l l l =")
    fleet.inventory("win-4", [], listedAt: Fleet.minutes(1))
    journey.act(.pictureArrived(fleet.picture))
    #expect(journey.columns.count == 2)
    #expect(journey.subject(.host) == "win-4")
    #expect(journey.columns[journey.state.matrix.column].members == [3])
  }

  @Test("n goes over collapsed columns as over others")
  func walksCollapsed() throws {
    var journey = try Journey()
    journey.press("=")
    var visited: Set<[Int]> = []
    for _ in 0..<200 {
      journey.press("n")
      if !visited.insert([journey.state.matrix.row, journey.state.matrix.column]).inserted { break }
    }
    #expect(visited.count > 3)
    #expect(visited.allSatisfy { $0[1] < journey.columns.count })
  }

  // MARK: Zoom

  @Test("- zooms hosts out by label and then by cluster, + goes back in, and each step says what it shows")
  func zoomsColumns() throws {
    var journey = try Journey()
    journey.press("A a")
    let hosts = journey.columns.count
    journey.press("-")
    #expect(journey.columns.count < hosts)
    #expect(journey.columns.allSatisfy { $0.kind == .group })
    #expect(journey.columns.reduce(0) { $0 + $1.members.count } == hosts)
    #expect(journey.lines.contains { $0.contains("HOST by") })
    var steps = 1
    while steps < 20, journey.state.matrix.zoom[.host] != .cluster {
      journey.press("-")
      steps += 1
    }
    #expect(journey.columns.map { $0.group?.title ?? "" }.sorted() == ["north", "retail"])
    journey.press("-")
    #expect(journey.state.notice == "hosts fall into no larger groups")
    for _ in 0..<steps { journey.press("+") }
    #expect(journey.columns.count == hosts)
    journey.press("+")
    #expect(journey.state.notice == "each host has its line already")
  }

  @Test("{ and } zoom rows: credspecs by delivery, services by namespace, whichever side they are on")
  func zoomsRows() throws {
    var journey = try Journey()
    journey.press("a {")
    while let zoom = journey.state.matrix.zoom[.credentialSpec], zoom != .delivery { journey.press("{") }
    let titles = journey.rows.compactMap { $0.group?.title }
    #expect(Set(titles).isSuperset(of: ["file", "config", "resource"]))
    journey.press("x")
    #expect(journey.columns.contains { $0.group?.title == "file" })
    journey.press("x 2 {")
    #expect(journey.state.matrix.zoom[.service] == .namespace)
    #expect(journey.rows.contains { $0.group?.title == "finance" })
  }

  @Test("a label that vanishes while it is zoomed to locks nothing: + leads back to hosts")
  func leavesVanishedLabels() throws {
    var journey = try Journey(Self.fleet(hosts: 6).picture)
    journey.press("a A -")
    #expect(Set(journey.columns.compactMap { $0.group?.title }) == ["even", "odd"])
    journey.act(.pictureArrived(Self.fleet(hosts: 6, hasPools: false).picture))
    #expect(journey.columns.compactMap { $0.group?.title } == ["no pool"])
    journey.press("+")
    #expect(journey.columns.count == 6)
    #expect(journey.state.matrix.zoom[.host] == nil)
  }

  @Test("a zoomed cell says how many of each state, and where the worst are")
  func countsStates() throws {
    var fleet = Self.fleet(hosts: 6)
    fleet.inventory("win-2", [], listedAt: Fleet.noon)
    var journey = try Journey(fleet.picture)
    journey.press("a A -")
    while journey.state.matrix.zoom[.host] != .cluster { journey.press("-") }
    let readOut = journey.lines.suffix(5).joined(separator: "\n")
    #expect(readOut.contains("1 at risk") || readOut.contains("1 missing"))
    #expect(readOut.contains("win-2"))
    #expect(readOut.contains("5 "))
  }

  @Test("Enter on a group asks why of its worst member")
  func opensTheWorst() throws {
    var fleet = Self.fleet(hosts: 6)
    fleet.inventory("win-5", [], listedAt: Fleet.noon)
    var journey = try Journey(fleet.picture)
    journey.press("a A -")
    while journey.state.matrix.zoom[.host] != .cluster { journey.press("-") }
    journey.press("enter")
    #expect(journey.state.screen == .why)
    #expect(journey.lines.contains { $0.contains("win-5") })
  }

  // MARK: Order

  @Test("s goes through the orders and comes around; S turns the order; the cursor stays with its row")
  func sorts() throws {
    var journey = try Journey()
    journey.press("a j j")
    let subject = journey.subject(.credentialSpec)
    let worst = journey.rows
    var seen: [RowOrder] = [journey.state.matrix.order]
    repeat {
      journey.press("s")
      #expect(journey.subject(.credentialSpec) == subject)
      #expect(journey.lines[2].contains(journey.state.matrix.order.word))
      seen.append(journey.state.matrix.order)
    } while journey.state.matrix.order != .worst && seen.count < 30
    #expect(seen.contains(.name) && seen.contains(.problems) && seen.contains(.count(.overDistributed)))
    #expect(journey.rows == worst)
    journey.press("s S")
    let places = journey.rows.filter { $0.kind != .account && !$0.isMember }.map(\.place)
    #expect(places == places.sorted(by: >))
  }

  @Test("an order by a figure puts the most first")
  func sortsByFigure() throws {
    var journey = try Journey()
    journey.press("x a A s s")
    #expect(journey.state.matrix.order == .problems)
    let problems = journey.state.matrix.arrangement.rowCounts.map(\.problems)
    #expect(problems == problems.sorted(by: >))
  }

  @Test("rows keep their order while pictures come, and a star says that it is old; s and S sort anew")
  func keepsOrder() throws {
    var fleet = Self.fleet(hosts: 4)
    fleet.service("other", uses: [Fleet.id(.hostFile, "other.json")])
    for host in 1...4 { fleet.inventory("win-\(host)", [("web.json", nil), ("other.json", nil)]) }
    var journey = try Journey(fleet.picture)
    journey.press("a s")
    journey.press("S")
    let before = journey.rows
    journey.press("S")
    #expect(journey.rows != before)
    journey.press("s s s s s s s s s s")
    while journey.state.matrix.order != .worst { journey.press("s") }
    let worst = journey.rows.map(\.place)
    fleet.inventory("win-3", [(worst[0] == 0 ? "other.json" : "web.json", nil)], listedAt: Fleet.minutes(1))
    fleet.inventory("win-4", [(worst[0] == 0 ? "other.json" : "web.json", nil)], listedAt: Fleet.minutes(1))
    journey.act(.pictureArrived(fleet.picture))
    #expect(journey.rows.map(\.place) == worst)
  }

  // MARK: Marks

  @Test("Space marks the row by a glyph and goes on; Space again unmarks; u unmarks all")
  func marks() throws {
    var journey = try Journey()
    journey.press("a")
    let first = journey.state.matrix.row
    journey.press("space")
    #expect(journey.state.matrix.row == first + 1)
    #expect(journey.state.matrix.marks.count == 1)
    #expect(journey.lines.count { $0.hasPrefix("*") } == 1)
    #expect(journey.lines[2].contains("1 marked"))
    journey.press("k space")
    #expect(journey.state.matrix.marks.isEmpty)
    journey.press("space space u")
    #expect(journey.state.matrix.marks.isEmpty)
    #expect(!journey.lines.contains { $0.hasPrefix("*") })
    journey.press("u")
    #expect(journey.state.notice == "unmark all: nothing is marked")
  }

  @Test("marks follow their subjects into groups, where a part is told from the whole")
  func marksFollow() throws {
    var journey = try Journey()
    journey.press("a space {")
    while journey.state.matrix.zoom[.credentialSpec] != .cluster { journey.press("{") }
    #expect(journey.lines.contains { $0.hasPrefix(":") })
    journey.press("g space")
    #expect(journey.lines.contains { $0.hasPrefix("*") })
  }

  // MARK: Changes

  @Test("a cell that changed is underlined for five seconds, and the screen wakes when that ends")
  func underlinesChanges() throws {
    var fleet = Self.fleet(hosts: 3)
    var journey = try Journey(fleet.picture)
    journey.press("a A")
    #expect(Self.underlined(journey).isEmpty)
    fleet.inventory("win-2", [], listedAt: Fleet.minutes(1))
    journey.act(.pictureArrived(fleet.picture))
    #expect(Self.underlined(journey).count == 1)
    let wait = try #require(journey.state.untilNextChange)
    #expect(wait <= RecentChanges.lifetime)
    journey.act(.timePassed(Journey.now.advanced(by: .seconds(4))))
    #expect(Self.underlined(journey).count == 1)
    #expect(try #require(journey.state.untilNextChange) <= .seconds(1))
    journey.act(.timePassed(Journey.now.advanced(by: .seconds(5))))
    #expect(Self.underlined(journey).isEmpty)
  }

  @Test(
    "a change stays with its cell when rows are turned around, and the same picture again changes nothing")
  func changesFollow() throws {
    var fleet = Self.fleet(hosts: 3)
    fleet.service("other", uses: [Fleet.id(.hostFile, "other.json")])
    var journey = try Journey(fleet.picture)
    journey.press("a A")
    journey.act(.pictureArrived(fleet.picture))
    #expect(Self.underlined(journey).isEmpty)
    fleet.inventory("win-2", [("other.json", nil)], listedAt: Fleet.minutes(1))
    journey.act(.pictureArrived(fleet.picture))
    let before = Self.underlined(journey)
    #expect(!before.isEmpty)
    journey.press("x")
    #expect(Self.underlined(journey).count == before.count)
  }

  // MARK: Sizes

  @Test("a list at 40x10 says that it continues, and the cursor walks all of it", arguments: ["j", "n"])
  func walksTheList(key: String) throws {
    var journey = try Journey(Picture(of: Snapshot(merging: [.demo()])), columns: 40, rows: 10)
    #expect(journey.lines.contains { $0.contains("rows 1-4 of 7") })
    for _ in 0..<40 {
      journey.press(key)
      let matrix = journey.state.matrix
      #expect((matrix.firstRow..<matrix.firstRow + 4).contains(matrix.row))
    }
  }

  @Test("the overview has the viewport in brackets and the worst of every bucket")
  func overviews() throws {
    var journey = try Journey(Picture(of: Snapshot(merging: [.demo()])), columns: 80, rows: 24)
    #expect(!journey.lines[3].contains("["))
    journey.press("A a")
    let strip = journey.lines[3]
    #expect(strip.contains("[") && strip.contains("]") && strip.contains("✗"))
    journey.press("end")
    #expect(journey.lines[3].hasSuffix("]"))
    #expect(journey.lines.contains { $0.contains("columns ") && $0.contains(" of 40") })
  }

  // MARK: Their pictures

  /// Hosts with an inventory each in which `web.json` lies, and a service that may run on all of them.
  private static func fleet(hosts: Int, hasPools: Bool = true) -> Fleet {
    var fleet = Fleet()
    for host in 1...hosts {
      fleet.host("win-\(host)", labels: hasPools ? ["pool": host % 2 == 0 ? "even" : "odd"] : [:])
      fleet.inventory("win-\(host)", [("web.json", Fleet.contents())], listedAt: Fleet.noon)
    }
    fleet.service("web", uses: [Fleet.id(.hostFile, "web.json")])
    return fleet
  }

  /// The cells of the matrix that are underlined; names of the selected row and column are not among them.
  private static func underlined(_ journey: Journey) -> [Int] {
    let matrix = journey.state.matrix
    return matrix.arrangement.rows.indices.flatMap { row in
      matrix.arrangement.columns.indices.filter { column in
        matrix.changes.isChanged(row: row, column: column, at: journey.state.now)
      }.map { row * 1000 + $0 }
    }
  }
}

extension Journey {
  var rows: [MatrixLine] { state.matrix.arrangement.rows }
  var columns: [MatrixLine] { state.matrix.arrangement.columns }

  @Test("of marked rows D shows only the columns in which they differ, and all again")
  func showsDifferences() throws {
    var journey = try Journey()
    journey.press("D")
    #expect(journey.state.notice?.contains("mark two rows first: space") == true)
    journey.press("2 a A")
    let before = journey.state.matrix.arrangement
    journey.press("g space space D")
    let picture = try #require(journey.state.picture)
    let shown = journey.state.matrix.arrangement
    #expect(shown.rows.map(\.place).sorted() == before.rows.prefix(2).map(\.place).sorted())
    let (one, other) = (before.rows[0].place, before.rows[1].place)
    let differing = (0..<picture.count(.host)).filter {
      picture.serviceByHost[one, $0] != picture.serviceByHost[other, $0]
    }
    #expect(shown.columns.map(\.place).sorted() == differing)
    #expect(shown.hiddenColumns == picture.count(.host) - differing.count)
    #expect(journey.lines[2].contains("2 marked, differences"))
    journey.press("u")
    #expect(journey.state.matrix.arrangement.rows == before.rows)
    #expect(!journey.state.matrix.showsDifferences)
  }
}
