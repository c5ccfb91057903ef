// Commands that go through time.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let travelling: [Command] = [
    Command(
      "time", ["t"], "What changed when; Enter on a moment shows it",
      on: ScreenKind.everywhere.subtracting([.time])
    ) { state in state.openTime() },
    Command(
      "live", ["L"], "Back to the present; in a replay, to the end of the record", on: .everywhere,
      disabled: { $0.isPast ? nil : "this is the present" }
    ) { state in state.goLive() },
    find("change before", [","], "The moment before in which something changed", .any, forward: false),
    find("change after", ["."], "The next moment in which something changed", .any, forward: true),
    leap("minute back", ["<"], "A minute back", seconds: -60),
    leap("minute on", [">"], "A minute on", seconds: 60),
    find(
      "critical before", ["W"], "Back to where something critical began", .critical, forward: false),
    find("critical after", ["w"], "On to where something critical begins", .critical, forward: true),
    findHere("cell before", ["["], "Back to the last change of this cell", forward: false),
    findHere("cell after", ["]"], "On to the next change of this cell", forward: true),
    findHere(
      "credspec before", ["("], "Back to the last change of this credspec", forward: false,
      isCredentialSpec: true),
    findHere(
      "credspec after", [")"], "On to the next change of this credspec", forward: true,
      isCredentialSpec: true),
    Command(
      "faster", ["z"], "Play faster; behind the fastest comes the slowest again", on: .everywhere,
      disabled: { $0.isPast ? nil : "only the past is played" }
    ) { state in state.playFaster() },
    Command(
      "go to", [], "Show a moment: go to 09:41, 09:41:07, -5m, or a whole RFC 3339 time", on: .everywhere,
      argument: CommandArgument("TIME")
    ) { state, text in state.goTo(text) },
  ]

  private static func find(
    _ name: String, _ keys: [Key], _ sentence: String, _ target: ChangeTarget, forward: Bool
  ) -> Command {
    Command(name, keys, sentence, on: .everywhere) { state in
      [.time(.find(target, from: state.seenMoment, forward: forward))]
    }
  }

  private static func leap(_ name: String, _ keys: [Key], _ sentence: String, seconds: Int) -> Command {
    Command(name, keys, sentence, on: .everywhere) { state in
      state.go(to: state.seenMoment.advanced(by: .seconds(seconds)))
    }
  }

  private static func findHere(
    _ name: String, _ keys: [Key], _ sentence: String, forward: Bool, isCredentialSpec: Bool = false
  ) -> Command {
    Command(name, keys, sentence, on: .everywhere) { state in
      guard let target = isCredentialSpec ? state.credentialSpecTarget : state.cellTarget else {
        state.notice = isCredentialSpec ? "no credspec is selected" : "no cell is selected"
        return []
      }
      return [.time(.find(target, from: state.seenMoment, forward: forward))]
    }
  }
}

extension AppState {
  /// The moment that is seen.
  var seenMoment: Timestamp { time.moment ?? now }

  /// The cell under the cursor, or that the page in front is about.
  fileprivate var cellTarget: ChangeTarget? {
    if case .cell(let face, let row, let column)? = pageTarget {
      return .cell(face, row: row, column: column)
    }
    guard let cell = selectedCell else { return nil }
    return matrix.isTransposed
      ? .cell(matrix.face, row: cell.column, column: cell.row)
      : .cell(matrix.face, row: cell.row, column: cell.column)
  }

  /// The credspec under the cursor, of the row or of the column.
  fileprivate var credentialSpecTarget: ChangeTarget? {
    if case .object(.subject(.credentialSpec(let id)))? = pageTarget { return .credentialSpec(id) }
    guard case .credentialSpec(let id)? = matrix.subjects[.credentialSpec] else { return nil }
    return .credentialSpec(id)
  }

  /// Where the selected line of the page in front leads.
  private var pageTarget: PageTarget? {
    guard let page = pages.last, page.page.lines.indices.contains(page.line) else { return nil }
    return page.page.lines[page.line].target
  }

  fileprivate mutating func openTime() -> [Effect] {
    let effects = open(TimeScreen())
    goToShownMoment()
    return effects + [.time(.look(around: time.moment))]
  }

  /// Goes to a moment within what is recorded; beyond its end is the present.
  mutating func go(to moment: Timestamp) -> [Effect] {
    if !time.isReplay, moment >= time.wall ?? now {
      if isPast { return goLive() }
      notice = "this is the present"
      return []
    }
    guard let span = time.span else { return [.time(.go(moment))] }
    return [.time(.go(min(max(moment, span.lowerBound), span.upperBound)))]
  }

  fileprivate mutating func playFaster() -> [Effect] {
    let next = TimeState.speeds.first { $0 > time.speed } ?? TimeState.speeds[0]
    time.speed = next
    notice = "\(next) seconds in one"
    return time.isPlaying ? [.time(.play(from: seenMoment, speed: next))] : []
  }

  /// Plays, or stands still.
  mutating func playOrStop() -> [Effect] {
    [.time(time.isPlaying ? .stop : .play(from: seenMoment, speed: time.speed))]
  }

  fileprivate mutating func goTo(_ text: String?) -> [Effect] {
    guard let text, let moment = TimeWord.moment(text, near: seenMoment) else {
      notice = "go to TIME, where TIME is as 09:41, 09:41:07 (UTC), -5m, +30s or 2026-11-24T09:41:07Z"
      return []
    }
    return go(to: moment)
  }
}

/// Reads moments as people write them.
enum TimeWord {
  /// A time of the day before or at `near`, a distance from it, or a whole moment; nil for anything else.
  static func moment(_ text: String, near: Timestamp) -> Timestamp? {
    if let whole = Timestamp(text) { return whole }
    if let sign = text.first, sign == "-" || sign == "+",
      let distance = DurationWord.duration(String(text.dropFirst()))
    {
      return near.advanced(by: sign == "-" ? .zero - distance : distance)
    }
    let full = text.count == 5 ? text + ":00" : text
    guard let today = Timestamp("\(near.text.prefix(10))T\(full)Z") else { return nil }
    return today > near ? today.advanced(by: .seconds(-86_400)) : today
  }
}
