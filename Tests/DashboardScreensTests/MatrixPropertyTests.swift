// What holds for the lines of every matrix: collapse is exact, groups add up, orders lose nothing.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Properties of the matrix's lines")
struct MatrixPropertyTests {
  /// A random fleet on a random face, everything shown.
  private func journey(_ random: inout SeededRandom) throws -> Journey {
    var journey = try Journey(Fleet.random(&random).picture)
    let face = ["1", "2", "3"].randomElement(using: &random) ?? "1"
    journey.press("\(face) a A" + (Bool.random(using: &random) ? " x" : ""))
    return journey
  }

  @Test(
    "collapsing is exact: expanded again, every cell is what it was, and no two lines are equal",
    arguments: 0..<60)
  func collapseIsExact(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try journey(&random)
    let cells = try Cells(journey)
    journey.press("= =")
    let lines = journey.state.matrix.arrangement
    #expect(lines.rows.flatMap(\.members).sorted() == Array(0..<cells.rows))
    #expect(lines.columns.flatMap(\.members).sorted() == Array(0..<cells.columns))
    for row in lines.rows {
      for column in lines.columns {
        let members = row.members.flatMap { row in column.members.map { cells[row, $0] } }
        #expect(Set(members).count == 1)
      }
    }
    let rows = lines.rows.map { row in (0..<cells.columns).map { cells[row.place, $0] } }
    let columns = lines.columns.map { column in (0..<cells.rows).map { cells[$0, column.place] } }
    #expect(Set(rows).count == rows.count)
    #expect(Set(columns).count == columns.count)
  }

  @Test("a hash that takes all columns for equal costs time and no truth", arguments: 0..<50)
  func hashesAreVerified(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let matrix = Fleet.random(&random).picture.serviceByHost
    let (rows, columns) = (Array(0..<matrix.rows), Array(0..<matrix.columns))
    let lines = EqualLines(matrix)
    let exact = lines.columns(columns, across: rows)
    let zeros = [UInt32](repeating: 0, count: matrix.columns)
    #expect(lines.columns(columns, across: rows, hashes: zeros) == exact)
  }

  @Test(
    "a group's cell is the worst of its members and counts them; all groups together hold all",
    arguments: 0..<60)
  func groupsAddUp(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try journey(&random)
    let cells = try Cells(journey)
    for key in ["-", "{", "-", "{"].shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)) {
      journey.press(key)
    }
    let lines = journey.state.matrix.arrangement
    #expect(Set(lines.rows.flatMap(\.members)) == Set(0..<cells.rows))
    #expect(lines.columns.flatMap(\.members).sorted() == Array(0..<cells.columns))
    for (row, rowLine) in lines.rows.enumerated() {
      for (column, columnLine) in lines.columns.enumerated() {
        let states = rowLine.members.flatMap { row in columnLine.members.map { cells[row, $0].state } }
        guard let shown = lines.rolled.cell(row: row, column: column) else {
          #expect(states.count == 1)
          continue
        }
        let worst = states.min() ?? .blank
        #expect(shown.cell.state == worst)
        #expect(shown.count == states.count { $0 == worst })
      }
    }
  }

  @Test("the read-out's counts of a group add up to its cells", arguments: 0..<50)
  func readOutAddsUp(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try journey(&random)
    let cells = try Cells(journey)
    journey.press("- -")
    let matrix = journey.state.matrix
    guard matrix.arrangement.columns.first?.kind == .group, !matrix.arrangement.rows.isEmpty else { return }
    let members = matrix.arrangement.rows[matrix.row].members.flatMap { row in
      matrix.arrangement.columns[matrix.column].members.map { cells[row, $0].state }
    }
    let line = journey.lines[(journey.state.rows - 4)...(journey.state.rows - 3)].joined(separator: "; ")
    for state in Set(members) where state != .blank {
      #expect(line.contains("\(members.count { $0 == state }) \(state.word)"), "\(line)")
    }
  }

  @Test(
    "every order of the rows is a permutation of them, and turning it around is one too", arguments: 0..<60)
  func ordersArePermutations(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try journey(&random)
    let rows = Set(journey.rows)
    for key in (0..<12).map({ _ in ["s", "S"].randomElement(using: &random) ?? "s" }) {
      journey.press(key)
      #expect(journey.rows.count == rows.count)
      #expect(Set(journey.rows) == rows)
    }
  }

  @Test("a steady order holds what is fresh once, and what stays in the order of before", arguments: 0..<200)
  func steadyOrder(seed: Int) {
    var random = SeededRandom(seed: seed)
    let before = (0..<12).shuffled(using: &random).prefix(Int.random(in: 0...12, using: &random))
    let fresh = Array((0..<16).shuffled(using: &random).prefix(Int.random(in: 0...16, using: &random)))
    let merged = SteadyOrder.merged(fresh: fresh, before: Array(before)).map { fresh[$0] }
    #expect(merged.sorted() == fresh.sorted())
    #expect(merged.filter(before.contains) == before.filter(fresh.contains))
  }

  @Test(
    "while a cluster lives the cursor stays on its row and column, and on their places on the screen",
    arguments: 0..<8)
  func staysWhileLiving(seed: Int) throws {
    var cluster = SimulatedCluster(options: DemoOptions(seed: UInt64(seed), hosts: 60), start: .sampleNow)
    var random = SeededRandom(seed: seed)
    var journey = try Journey(Self.picture(cluster), columns: 80, rows: 24)
    journey.press(["a A", "a A x", "2 a A", "a A ="].randomElement(using: &random) ?? "a")
    for _ in 0..<25 {
      journey.press(["j", "j", "l", "ctrl-d", "n", "s", "space"].randomElement(using: &random) ?? "j")
      cluster.advance(by: .seconds(30))
      let before = journey.state.matrix
      journey.act(.timePassed(cluster.now))
      journey.act(.pictureArrived(Self.picture(cluster)))
      expectSteady(before, journey.state.matrix)
    }
  }

  private static func picture(_ cluster: SimulatedCluster) -> Picture {
    Picture(
      of: Snapshot(merging: [
        FeedSlice(feed: "demo", status: .live, observedAt: cluster.now, revision: 1, facts: cluster.facts)
      ]))
  }

  private func expectSteady(_ before: MatrixState, _ after: MatrixState) {
    let lines = after.arrangement
    #expect(lines.rows.indices.contains(after.row) && lines.columns.indices.contains(after.column))
    #expect(lines.rowIDs.count == lines.rows.count && lines.columnIDs.count == lines.columns.count)
    #expect(Set(lines.rowIDs).count == lines.rowIDs.count)
    let row = before.arrangement.rowIDs[before.row]
    guard lines.rowIDs.contains(row) else { return }
    #expect(lines.rowIDs[after.row] == row)
    // At the ends of the matrix there may be no row to show above or below.
    if after.firstRow > 0, before.firstRow > 0, after.firstRow + 20 < lines.rows.count {
      #expect(after.row - after.firstRow == before.row - before.firstRow)
    }
    let stayed = before.arrangement.rowIDs.filter(Set(lines.rowIDs).contains)
    let kept = Set(stayed)
    #expect(lines.rowIDs.filter(kept.contains) == stayed)
  }

  @Test("any keys and pictures at any sizes leave a valid state", arguments: 0..<25)
  func anythingGoes(seed: Int) throws {
    var cluster = SimulatedCluster(options: DemoOptions(seed: UInt64(seed)), start: .sampleNow)
    var random = SeededRandom(seed: seed)
    var journey = try Journey(Self.picture(cluster))
    let keys = [
      "=", "-", "+", "{", "}", "s", "S", "space", "u", "x", "1", "2", "3", "a", "A", "n", "N", "j", "l",
      "end", "G",
    ]
    for step in 0..<60 {
      journey.press(keys.randomElement(using: &random) ?? "=")
      if step % 7 == 0 {
        cluster.advance(by: .seconds(60))
        journey.act(.pictureArrived(Self.picture(cluster)))
      }
      if step % 5 == 0 {
        let (columns, rows) = (
          Int.random(in: 1...140, using: &random), Int.random(in: 1...50, using: &random)
        )
        journey.act(.sizeChanged(columns: columns, rows: rows))
      }
      let matrix = journey.state.matrix
      #expect(matrix.arrangement.rows.isEmpty || matrix.arrangement.rows.indices.contains(matrix.row))
      #expect(
        matrix.arrangement.columns.isEmpty || matrix.arrangement.columns.indices.contains(matrix.column))
      let grid = draw(journey.state).grid
      #expect(grid.columns == journey.state.columns && grid.rows == journey.state.rows)
      let reversed = (2..<max(2, grid.rows - 3)).contains { row in
        grid.row(row).contains { $0.style.attributes.contains(.reverse) }
      }
      #expect(reversed || journey.state.columns < 80 || journey.state.rows < 24, "the cursor is not seen")
    }
  }

  /// The cells of a journey's face as they are turned, before anything is put together.
  private struct Cells {
    let matrix: StateMatrix
    let isTransposed: Bool

    init(_ journey: Journey) throws {
      let picture = try #require(journey.state.picture)
      matrix = picture.matrix(journey.state.matrix.face)
      isTransposed = journey.state.matrix.isTransposed
    }

    var rows: Int { isTransposed ? matrix.columns : matrix.rows }
    var columns: Int { isTransposed ? matrix.rows : matrix.columns }
    subscript(row: Int, column: Int) -> DashboardModel.Cell {
      isTransposed ? matrix[column, row] : matrix[row, column]
    }
  }
}
