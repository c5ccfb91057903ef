// What holds for every screen, whatever keys are pressed at whatever size.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Properties of screens")
struct ScreenPropertyTests {
  private static let keys = CommandTable.all.filter {
    !["quit", "leave", "suspend"].contains($0.name)
  }
  .flatMap(\.keys)

  @Test(
    "any keys at any sizes leave a cursor that is seen and a frame of the terminal's size", arguments: 0..<200
  )
  func anyKeysAnySize(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try Journey()
    for step in 0..<60 {
      journey.act(Self.action(step, using: &random))
      let frame = draw(journey.state)
      #expect(frame.grid.columns == journey.state.columns)
      #expect(frame.grid.rows == journey.state.rows)
      expectCursorInside(journey.state)
    }
  }

  /// Mostly keys, of commands and of any other kind; sizes, pastes, the mouse, pictures and feeds that break in between.
  private static func action(_ step: Int, using random: inout SeededRandom) -> Action {
    let column = Int.random(in: 0..<160, using: &random)
    let row = Int.random(in: 0..<50, using: &random)
    switch Int.random(in: 0..<40, using: &random) {
    case 0...4: return .sizeChanged(columns: column + 1, rows: row + 1)
    case 5: return .pasted(GarbageText.make(upTo: 20, using: &random))
    case 6, 7:
      let kinds: [MouseEvent.Kind] = [.wheelUp, .wheelDown, .click, .doubleClick, .rightClick]
      return .mouseUsed(
        MouseEvent(kind: kinds.randomElement(using: &random) ?? .click, column: column, row: row))
    case 8: return .pictureArrived(Bool.random(using: &random) ? .sample : Picture(of: Snapshot(merging: [])))
    case 9: return .feedsChanged(Bool.random(using: &random) ? UnfollowedClusterTests.feeds : [])
    case 10: return .timePassed(Timestamp.sampleNow.advanced(by: .seconds(step * 7)))
    case 11...14:
      let keys: [Key] = [.tab, .backtab, .backspace, .delete, .control("w"), .enter, .escape, .home, .end]
      return .keyPressed(keys.randomElement(using: &random) ?? .tab)
    case 15...18: return .keyPressed(.character("abe=|!/\"(@".randomElement(using: &random) ?? "a"))
    default: return .keyPressed(keys.randomElement(using: &random) ?? .down)
    }
  }

  private func expectCursorInside(_ state: AppState) {
    let matrix = state.matrix
    #expect(matrix.arrangement.rows.isEmpty || matrix.arrangement.rows.indices.contains(matrix.row))
    #expect(matrix.arrangement.columns.isEmpty || matrix.arrangement.columns.indices.contains(matrix.column))
    #expect(matrix.row >= matrix.firstRow || matrix.arrangement.rows.isEmpty)
    #expect(matrix.column >= matrix.firstColumn || matrix.arrangement.columns.isEmpty)
    if let prompt = state.prompt { #expect((0...prompt.line.characters.count).contains(prompt.line.cursor)) }
    for page in state.pages { #expect(page.line == 0 || page.page.lines.indices.contains(page.line)) }
    if state.columns >= 80, state.rows >= 24, !matrix.arrangement.rows.isEmpty {
      #expect(isCursorDrawn(state))
    }
  }

  /// The cursor's cell is the one that is drawn reversed within the body.
  private func isCursorDrawn(_ state: AppState) -> Bool {
    if state.screen != .matrix || state.matrix.arrangement.columns.isEmpty { return true }
    // What completes a typed line lies over the last rows, and the cursor may be below it.
    if state.prompt != nil { return true }
    let grid = draw(state).grid
    return (3..<grid.rows - 4).contains { row in
      grid.row(row).contains { $0.style.attributes.contains(.reverse) }
    }
  }

  @Test("a filter never invents rows or columns", arguments: 0..<200)
  func filtersInventNothing(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journey = try Journey()
    journey.press("a A")
    let rows = Set(journey.state.matrix.arrangement.rows)
    let columns = Set(journey.state.matrix.arrangement.columns)
    journey.press("/")
    journey.type(String((0..<3).map { _ in "abcdefgmorstw-1! ".randomElement(using: &random) ?? "a" }))
    #expect(
      Set(journey.state.matrix.arrangement.rows.filter { !$0.isGroup && !$0.isMember }.map(\.place))
        .isSubset(of: Set(rows.map(\.place))))
    #expect(Set(journey.state.matrix.arrangement.columns).isSubset(of: columns))
  }

  @Test("every state that occurs on a face is in its legend", arguments: 0..<40)
  func legendIsWhole(seed: Int) {
    let picture = Picture(of: Snapshot(merging: [.demo(seed: UInt64(seed))]))
    for face in Face.allCases {
      let occurring = picture.matrix(face).rowCounts.flatMap { counts in
        CellState.allCases.filter { counts[$0] > 0 }
      }
      #expect(Set(occurring).subtracting(face.states).subtracting([.blank]).isEmpty)
    }
  }

  @Test("every command has a name of its own and a sentence, and no key does two things on one screen")
  func keysAreUnique() {
    for screen in ScreenKind.allCases {
      let keys = CommandTable.all.filter { $0.screens.contains(screen) }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
    #expect(Set(CommandTable.all.map(\.name)).count == CommandTable.all.count)
    #expect(CommandTable.all.allSatisfy { !$0.name.isEmpty && !$0.sentence.isEmpty })
  }
}
