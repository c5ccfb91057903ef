// The one place where the state changes; each screen handles its own actions.

import DashboardModel
import TerminalCanvas

/// Takes an action up into the state and returns what the run loop must do.
package func update(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .keyPressed(let key): return press(key, &state)
  case .mouseUsed(let event): return state.use(event)
  case .pasted(let text): state.paste(text)
  case .commandNamed(let line): return state.runCommand(named: line)
  case .sizeChanged(let columns, let rows):
    state.columns = columns
    state.rows = rows
    state.goToWorstColumnOfList()
    state.keepCursorVisible()
    state.refreshPages()
  case .pictureArrived(let picture): arrive(picture, &state)
  case .feedsChanged(let feeds):
    if state.isPast {
      state.time.liveFeeds = feeds
      return []
    }
    state.feeds = feeds
    state.refreshPages()
  case .timeAnswered(let answer): state.take(answer)
  case .readToCompare(let picture, let word): state.takeToCompare(picture, from: word)
  case .timePassed(let now):
    state.takeTime(now)
  case .measured(let measures):
    state.measures = measures
    if [.debug, .sources].contains(state.screen) { state.refreshPages() }
  case .answered(let words): state.notice = words
  }
  return []
}

private func press(_ key: Key, _ state: inout AppState) -> [Effect] {
  state.notice = nil
  if state.prompt != nil { return state.pressInPrompt(key) }
  guard let command = state.keys.command(for: key, on: state.screen) else { return [] }
  return state.run(command)
}

private func arrive(_ picture: Picture, _ state: inout AppState) {
  if state.isPast {
    state.heldPicture = picture
    state.time.liveFeeds = picture.snapshot.feeds
    if state.comparison.baseline == .live {
      state.refreshDiff()
      state.refreshPages()
    }
    return
  }
  state.feeds = picture.snapshot.feeds
  if state.isPaused {
    state.heldPicture = picture
    return
  }
  let isFirst = state.picture == nil
  // Manifests alone name no host: who asks for what is all that there is to see.
  if isFirst, picture.count(.host) == 0, picture.count(.service) > 0 {
    state.matrix.face = .serviceByCredentialSpec
  }
  state.show(picture)
  if isFirst {
    state.goToFirstProblem()
    state.comparison.start = KeptPicture(picture: picture, at: state.now)
  }
  state.refreshPages()
}

extension AppState {
  /// Words tell of seconds: a page of thousands of lines is not written anew at each of ten keys in one.
  fileprivate mutating func takeTime(_ moment: Timestamp) {
    // What is seen is of a moment that does not pass.
    if isPast {
      time.wall = moment
      return
    }
    let isNewSecond = moment.milliseconds / 1000 != now.milliseconds / 1000
    now = moment
    guard isNewSecond else { return }
    expireMutes()
    ageFilters()
    refreshPages()
  }

  /// Looks at the mutes anew where a day has begun: one that is over must not hide anything until the next facts come.
  fileprivate mutating func expireMutes() {
    let day = CalendarDay(now)
    picture = picture.map { $0.muting.day < day ? $0.muted(by: $0.muting.on(day)) : $0 }
    heldPicture = heldPicture.map { $0.muting.day < day ? $0.muted(by: $0.muting.on(day)) : $0 }
  }

  /// Runs a command, or says why it cannot run now.
  mutating func run(_ command: Command, argument: String? = nil) -> [Effect] {
    if let reason = command.disabledReason(self) {
      notice = "\(command.name): \(reason)"
      return []
    }
    return command.run(&self, argument)
  }
}
