// The time screen: what changed when, newest first, under a strip that shows where changes cluster.

import DashboardModel
import TerminalCanvas

/// What changed when.
struct TimeScreen: PageScreen {
  static let kind = ScreenKind.time
  /// How many lines tell what a moment brought; the rest is counted.
  private static let told = 3

  func page(_ state: AppState) -> Page {
    guard let span = state.time.span else {
      return Page(title: "Time", emptyText: "nothing was recorded yet: it begins with the first facts")
    }
    let length = DurationWord.text(span.upperBound.since(span.lowerBound))
    let title =
      "Time: \(Self.clock(span.lowerBound, span)) to \(Self.clock(span.upperBound, span)) (\(length))"
    var lines = TimeStrip(state: state, span: span).lines
    for change in state.time.changes.reversed() { lines += self.lines(of: change, state, span) }
    if state.time.changes.isEmpty {
      lines.append(
        PageLine([
          .dim("nothing changed in what is recorded; \(state.keys.name(of: "go to")) TIME goes anywhere")
        ]))
    }
    return Page(title: title, lines: lines)
  }

  /// With the day where the span has more than one.
  static func clock(_ moment: Timestamp, _ span: ClosedRange<Timestamp>) -> String {
    let isOneDay = span.lowerBound.text.prefix(10) == span.upperBound.text.prefix(10)
    return isOneDay ? AgeText.clock(moment) : "\(moment.text.prefix(10)) \(AgeText.clock(moment))"
  }

  private func lines(
    of change: PictureChange, _ state: AppState, _ span: ClosedRange<Timestamp>
  ) -> [PageLine] {
    let isShown = state.shownChange == change.at
    let role: PageSpan.Role = change.isCritical ? .state(.missing) : .part(.group)
    var spans = [
      PageSpan("\(Self.clock(change.at, span))  ", role), PageSpan(change.summary),
    ]
    if isShown { spans.append(PageSpan("  shown", .part(.figure))) }
    let line = PageLine(
      .entry, spans, indent: 1, hang: 10, target: .moment(change.at), isProblem: change.isCritical)
    return [line] + details(of: change, state)
  }

  private func details(of change: PictureChange, _ state: AppState) -> [PageLine] {
    var lines = change.findings.map { finding in
      PageLine(
        .detail,
        [
          .dim("\(finding.kind.rawValue) "), .severity(finding.severity),
          PageSpan(" \(finding.rule) \(finding.message)"),
        ], indent: 11, hang: 5)
    }
    // Face 2 says again of services what faces 1 and 3 say of credspecs, and of pods that come and go.
    let told = change.cells.filter { $0.face != .serviceByHost || $0.isWorse || $0.isBetter }
    lines += CellChangeGroup.groups(of: told).map { group in
      let first = group.first
      let glyph = state.theme.glyph(first.after.state).text
      return PageLine(
        .detail,
        [
          PageSpan("\(glyph) ", .state(first.after.state)), PageSpan("\(group.words(naming: 4)): "),
          PageSpan(first.after.words, .state(first.after.state)),
          .dim(first.kind == .appeared ? "" : ", was \(first.before.words)"),
        ], indent: 11, hang: 4)
    }
    for place in lines.indices { lines[place].target = .moment(change.at) }
    let rest = lines.count - Self.told
    if rest <= 0 { return lines }
    return lines.prefix(Self.told)
      + [PageLine(.detail, [.dim("and \(NumberText.grouped(rest)) more")], indent: 11)]
  }
}

extension AppState {
  /// The change whose state is seen: the last by the moment.
  var shownChange: Timestamp? {
    guard let moment = time.moment else { return nil }
    return time.changes.last { $0.at <= moment }?.at
  }

  /// Puts the cursor of the time screen on the moment that is seen.
  mutating func goToShownMoment() {
    guard var page = pages.popLast() else { return }
    defer { pages.append(page) }
    guard page.kind == .time else { return }
    let target = shownChange.map(PageTarget.moment)
    page.line =
      page.page.lines.firstIndex { target != nil && $0.target == target }
      ?? page.page.lines.firstIndex { $0.rank == .entry } ?? 0
    page.settle(self)
  }
}
