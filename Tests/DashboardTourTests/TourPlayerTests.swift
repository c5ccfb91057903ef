// The tour's own keys, time, and the operator who looks around.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@testable import DashboardTour

@Suite("The tour")
struct TourPlayerTests {
  private func player(_ scenes: [Scene] = SceneTable.tour) throws -> TourPlayer {
    try SceneTests.player(scenes)
  }

  private func press(_ keys: String, _ player: inout TourPlayer) -> [Effect] {
    var effects: [Effect] = []
    for name in keys.split(separator: " ") {
      if let key = Key(name: String(name)) { effects += player.take(.keyPressed(key)) }
    }
    return effects
  }

  private func text(_ player: TourPlayer) -> String { GridDump.text(player.frame.grid) }

  @Test("time plays it on, and only what a look lasts")
  func plays() throws {
    var player = try player()
    #expect(player.beat == 0)
    player.pass(.seconds(7.9))
    #expect(player.beat == 0)
    player.pass(.seconds(0.2))
    #expect(player.beat == 1)
  }

  @Test("small steps of time lead where one large step leads")
  func steps() throws {
    var slow = try player()
    var fast = try player()
    for _ in 0..<500 { slow.pass(.milliseconds(100)) }
    fast.pass(.seconds(50))
    #expect(slow.frame == fast.frame)
    #expect(slow.beat == fast.beat)
  }

  @Test("p and space hold it; then no time passes")
  func pause() throws {
    var player = try player()
    for key in ["p", "space"] {
      _ = press(key, &player)
      #expect(player.isPaused && player.untilNext == nil)
      let before = player.frame
      player.pass(.seconds(100))
      #expect(player.frame == before)
      #expect(text(player).contains("HELD"))
      _ = press(key, &player)
      #expect(!player.isPaused)
    }
  }

  @Test("> goes to the next caption at once, < back to the one before, and the frames are the same again")
  func backAndOn() throws {
    var player = try player()
    var frames: [Frame] = [player.frame]
    for _ in 1..<player.beats {
      _ = press(">", &player)
      frames.append(player.frame)
    }
    #expect(player.beat == player.beats - 1)
    for beat in stride(from: player.beats - 2, through: 0, by: -1) {
      _ = press("<", &player)
      #expect(player.beat == beat)
      #expect(player.frame == frames[beat], "caption \(beat + 1)")
    }
  }

  @Test("< within a caption that was looked at for a while goes to its beginning")
  func backToBeginning() throws {
    var player = try player()
    _ = press(">", &player)
    let start = player.frame
    player.pass(.seconds(4))
    _ = press("<", &player)
    #expect(player.beat == 1 && player.frame == start)
  }

  @Test("[ and ] halve and double the speed, within bounds")
  func speed() throws {
    var player = try player()
    let wait = try #require(player.untilNext)
    _ = press("]", &player)
    #expect(player.untilNext == wait / 2)
    _ = press("] ] ] ] ]", &player)
    #expect(player.speed == 8)
    #expect(text(player).contains("8x"))
    _ = press("[ [ [ [ [ [ [ [", &player)
    #expect(player.speed == 0.25)
  }

  @Test("at the end it stays, says so, and < goes back into it")
  func end() throws {
    var player = try player([.tomorrow])
    player.pass(.seconds(1000))
    #expect(player.isOver && player.untilNext == nil)
    #expect(text(player).contains("THE END"))
    _ = press("<", &player)
    #expect(!player.isOver)
    _ = press("> >", &player)
    #expect(player.isOver)
  }

  @Test("the operator's own keys act on the dashboard, hold the tour, and p goes on where it was")
  func lookingAround() throws {
    var player = try player([.forgotten])
    player.pass(.seconds(7))
    let before = player.frame
    _ = press("f", &player)
    #expect(player.state.screen == .findings && player.isPaused && player.isElsewhere)
    #expect(text(player).contains("the keys are yours"))
    #expect(press("q", &player).isEmpty)
    #expect(player.state.screen == .matrix)
    _ = press("j j l", &player)
    _ = press("p", &player)
    #expect(!player.isElsewhere && !player.isPaused)
    #expect(player.frame == before)
  }

  @Test("while a line is typed every key is a letter of it")
  func typing() throws {
    var player = try player()
    _ = press("/ p q < >", &player)
    #expect(player.state.prompt?.text == "pq<>")
  }

  @Test("q leaves, also from a screen that the tour itself opened; Ctrl-C always does")
  func leaving() throws {
    var player = try player([.forgotten])
    #expect(press("q", &player) == [.quit])
    player.pass(.seconds(13))
    #expect(player.state.screen == .why)
    #expect(press("q", &player) == [.quit])
    #expect(press("ctrl-c", &player) == [.quit])
  }

  @Test("keys that a config has moved do not change the tour")
  func remapped() throws {
    let keys = try KeyMap(remapping: ["next problem": ["f5"], "why": ["f6"], "all rows": []])
    var plain = try SceneTests.player([.forgotten])
    var moved = try SceneTests.player([.forgotten], keys: keys)
    for _ in 0..<20 {
      plain.pass(.seconds(2))
      moved.pass(.seconds(2))
      #expect(plain.state.screen == moved.state.screen)
      #expect(plain.state.matrix.row == moved.state.matrix.row)
      #expect(plain.state.matrix.column == moved.state.matrix.column)
    }
  }

  @Test(
    "a new size is taken at any moment, and the way back knows it",
    arguments: [(200, 60), (80, 24), (40, 10), (20, 5), (1, 1)])
  func sizes(columns: Int, rows: Int) throws {
    var player = try player()
    player.pass(.seconds(30))
    _ = player.take(.sizeChanged(columns: columns, rows: rows))
    for _ in 0..<12 {
      player.pass(.seconds(7))
      #expect((player.frame.grid.columns, player.frame.grid.rows) == (columns, rows))
    }
    _ = press("< < <", &player)
    #expect((player.frame.grid.columns, player.frame.grid.rows) == (columns, rows))
  }

  @Test("the keys of the tour are no key twice, and the strip names them")
  func keys() throws {
    let keys = TourKey.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    let strip = text(try player())
    for word in ["p pause", "< back", "> on", "[ slower", "] faster", "q leave"] {
      #expect(strip.contains(word))
    }
  }
}
