// Plays a tour on a real dashboard: pictures and keys go into the same `update` as an operator's, and may be taken back.

import DashboardModel
package import DashboardScreens
package import TerminalCanvas

/// A tour that is being played. Pure: time comes as durations, and the same calls give the same frames.
package struct TourPlayer: Sendable {
  /// What is needed to go back to a caption.
  private struct Checkpoint: Sendable {
    let state: AppState
    let stage: TourStage
    let picture: Picture?
    let revision: Int
  }

  /// The dashboard.
  package private(set) var state: AppState
  /// How many times as fast as written.
  package private(set) var speed = 1.0
  /// Whether the tour is held.
  package private(set) var isPaused = false
  /// Whether the last step was taken.
  package private(set) var isOver = false
  /// The beat that is played, from 0; nil before the first.
  package private(set) var beat: Int?

  let script: TourScript
  private var stage: TourStage
  private var picture: Picture?
  private var revision = 0
  private var next = 0
  /// What is left of the look that is taken, at speed 1.
  private var rest = Duration.zero
  /// What of this beat was looked at, at speed 1.
  private var looked = Duration.zero
  private var checkpoints: [Int: Checkpoint] = [:]
  /// The dashboard as the tour left it, while the operator looks around with keys of their own.
  private var parked: AppState?
  private var size: (columns: Int, rows: Int)

  /// A tour at its first caption. `prepare` gives the dashboard what the config says.
  package init(
    _ scenes: [Scene], seed: UInt64 = 1, columns: Int, rows: Int, theme: Theme, keys: KeyMap = .standard,
    prepare: (inout AppState) -> Void = { _ in }
  ) {
    script = TourScript(scenes)
    stage = TourStage(seed: seed)
    size = (columns, rows)
    state = AppState(
      now: stage.now, columns: columns, rows: TourStrip.dashboardRows(of: rows), theme: theme, keys: keys)
    prepare(&state)
    play()
  }

  /// The caption that is shown; empty before the first.
  package var caption: String {
    guard let beat, case .say(let text) = script.steps[script.beats[beat]].step else { return "" }
    return text
  }

  /// The scene that is played.
  package var scene: Scene? { beat.map { script.scenes[script.steps[script.beats[$0]].scene] } }

  /// How many captions there are.
  package var beats: Int { script.beats.count }

  /// Whether the operator looks around.
  package var isElsewhere: Bool { parked != nil }

  /// How long until the tour goes on by itself; nil while it is held or over.
  package var untilNext: Duration? { isPaused || isOver ? nil : rest / speed }

  /// What is on the screen: the dashboard, and the strip below it.
  package var frame: Frame {
    var grid = CellGrid(columns: size.columns, rows: size.rows)
    var frame = draw(state)
    grid.draw(frame.grid, column: 0, row: 0)
    TourStrip(player: self).draw(&grid)
    state.theme.finish(&grid)
    frame.grid = grid
    return frame
  }

  // MARK: Time

  /// Lets time pass.
  package mutating func pass(_ duration: Duration) {
    if isPaused || isOver { return }
    var budget = duration * speed
    while budget >= rest, !isOver {
      budget -= rest
      looked += rest
      rest = .zero
      play()
    }
    if isOver { return }
    rest -= budget
    looked += budget
  }

  /// Takes steps until there is something to look at.
  private mutating func play() {
    while script.steps.indices.contains(next) {
      let step = script.steps[next].step
      next += 1
      if case .look(let seconds) = step {
        rest = .seconds(seconds)
        return
      }
      take(step)
    }
    isOver = true
  }

  private mutating func take(_ step: SceneStep) {
    switch step {
    case .say:
      beat = script.beats.firstIndex(of: next - 1)
      looked = .zero
      if let beat, checkpoints[beat] == nil {
        checkpoints[beat] = Checkpoint(state: state, stage: stage, picture: picture, revision: revision)
      }
    case .happens(let changes):
      for change in changes { stage.apply(change) }
      show()
    case .press(let keys):
      for name in keys.split(separator: " ") { Key(name: String(name)).map { press($0) } }
    case .run(let name): act(.commandNamed(name))
    case .home: for _ in state.pages { act(.commandNamed("back")) }
    case .look: break
    }
  }

  /// A key of the script means what it means by the table, though the operator's config may have moved it.
  private mutating func press(_ key: Key) {
    let meant = KeyMap.standard.command(for: key, on: state.screen)
    if let meant, state.prompt == nil, state.keys.command(for: key, on: state.screen)?.name != meant.name {
      act(.commandNamed(meant.name))
    } else {
      act(.keyPressed(key))
    }
  }

  private mutating func act(_ action: Action) { _ = update(&state, action) }

  private mutating func show() {
    revision += 1
    let snapshot = Snapshot(merging: [stage.slice(revision: revision)], references: stage.references)
    let picture = Picture(of: snapshot, reusing: picture)
    self.picture = picture
    act(.timePassed(stage.now))
    act(.pictureArrived(picture))
  }

  // MARK: The operator

  /// Takes up what happened at the terminal: keys of the tour, and everything else as the dashboard does.
  package mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .keyPressed(let key):
      if state.prompt == nil, let asked = TourKey(key), !isBackKey(asked) { return take(asked) }
      return lookAround(action)
    case .sizeChanged(let columns, let rows):
      size = (columns, rows)
      act(.sizeChanged(columns: columns, rows: TourStrip.dashboardRows(of: rows)))
      return []
    case .answered: return update(&state, action)
    default: return lookAround(action)
    }
  }

  /// Who looks around goes back a screen with the key that else leaves.
  private func isBackKey(_ asked: TourKey) -> Bool { asked == .leave && isElsewhere && !state.pages.isEmpty }

  private mutating func lookAround(_ action: Action) -> [Effect] {
    if parked == nil { parked = state }
    isPaused = true
    return update(&state, action)
  }

  private mutating func take(_ asked: TourKey) -> [Effect] {
    switch asked {
    case .leave: return [.quit]
    case .pause:
      if isPaused { comeBack() }
      isPaused.toggle()
    case .back:
      comeBack()
      goBack()
    case .forward:
      comeBack()
      goOn()
    case .slower: speed = max(0.25, speed / 2)
    case .faster: speed = min(8, speed * 2)
    }
    return []
  }

  /// The dashboard is again as the tour left it, in the size and colours of now.
  private mutating func comeBack() {
    guard let parked else { return }
    self.parked = nil
    restore(parked)
  }

  private mutating func restore(_ old: AppState) {
    let (theme, themes) = (state.theme, state.themes)
    state = old
    state.theme = theme
    state.themes = themes
    act(.sizeChanged(columns: size.columns, rows: TourStrip.dashboardRows(of: size.rows)))
  }

  private mutating func goBack() {
    guard let beat else { return }
    let isAtStart = looked < .seconds(2)
    let wanted = isAtStart ? max(0, beat - 1) : beat
    guard let checkpoint = checkpoints[wanted] else { return }
    restore(checkpoint.state)
    stage = checkpoint.stage
    picture = checkpoint.picture
    revision = checkpoint.revision
    next = script.beats[wanted]
    isOver = false
    rest = .zero
    play()
  }

  /// Takes all steps up to the next caption at once.
  private mutating func goOn() {
    let wanted = (beat ?? -1) + 1
    guard wanted < script.beats.count else {
      while !isOver { play() }
      rest = .zero
      return
    }
    while beat != wanted, !isOver { play() }
  }
}
