// The why screen: why a cell is as it is, as an ordered chain of checks with a verdict.

import DashboardModel
import TerminalCanvas

/// Why a cell of a face is as it is: one sentence first, the checks, then what else helps.
struct WhyScreen: PageScreen {
  static let kind = ScreenKind.why
  let face: Face
  let row: Subject
  let column: Subject

  func page(_ state: AppState) -> Page {
    let between = face == .serviceByCredentialSpec ? "/" : "@"
    let title = "Why: \(row.name) \(between) \(column.name)"
    guard let picture = state.picture, let rowPlace = picture.place(of: row),
      let columnPlace = picture.place(of: column),
      let diagnosis = picture.diagnosis(row: rowPlace, column: columnPlace, of: face)
    else { return Page(title: title, emptyText: "it is gone: the newest facts do not have it") }
    let why = verdict(diagnosis, state) + causes(diagnosis) + checks(diagnosis, state)
    let more = contrast(diagnosis) + moments(diagnosis, state) + objects() + feeds(diagnosis, state)
    return Page(title: title, lines: why + next(diagnosis, state) + more)
  }

  private func verdict(_ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    let cell = diagnosis.cell.state
    return [
      PageLine(
        [
          PageSpan("\(state.theme.glyph(cell).text) \(cell.word)", .state(cell)),
          PageSpan(": \(diagnosis.verdict)"),
        ], copy: diagnosis.verdict, isProblem: cell.isProblem)
    ]
  }

  private func checks(_ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    [.space, .heading("Checks, in order; the first that fails is the verdict")]
      + diagnosis.steps.flatMap { lines(of: $0, diagnosis, state) }
  }

  private func lines(of step: CheckStep, _ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    let word = step.result.word + String(repeating: " ", count: max(1, 11 - step.result.word.count))
    var lines = [
      PageLine(
        [PageSpan(word, step.result.role), PageSpan(step.sentence)], indent: 1, hang: 11,
        target: step.findings.first.map { .finding(FindingID($0)) },
        isProblem: step.result == .failed || step.result == .remarked)
    ]
    // A check that follows from an earlier one says so before what shows it.
    if case .follows(let question) = step.result {
      lines.append(PageLine(.detail, [.dim("follows from: \(question.failure)")], indent: 12))
    }
    let shown = step.result == .passed ? step.evidence.prefix(1) : step.evidence.prefix(3)
    return lines + shown.map { evidence($0, diagnosis, state) }
  }

  /// Object, field, value, then who told it and how old it is: without a time of its own, as old as the feed's facts.
  private func evidence(_ evidence: Evidence, _ diagnosis: Diagnosis, _ state: AppState) -> PageLine {
    let feeds = evidence.isOfInventory ? diagnosis.inventoryFeeds : diagnosis.clusterFeeds
    let told = evidence.at ?? feeds.compactMap(\.observedAt).min()
    let age = told.map { AgeText.text(from: $0, to: state.now) } ?? "of unknown age"
    let who = feeds.isEmpty ? diagnosis.clusterFeeds : feeds
    let names = who.prefix(2).map(\.feed.text).joined(separator: ", ")
    let spans: [PageSpan] = [
      .dim("\(evidence.object), \(evidence.field): "), PageSpan(evidence.value), .dim("  (\(names), \(age))"),
    ]
    return PageLine(.detail, spans, indent: 12)
  }

  private func causes(_ diagnosis: Diagnosis) -> [PageLine] {
    if diagnosis.causes.isEmpty { return [] }
    let lines = diagnosis.causes.prefix(5).flatMap { cause -> [PageLine] in
      let elsewhere = cause.elsewhere.count
      let more =
        elsewhere == 0
        ? ""
        : "the same cause \(elsewhere == 1 ? "once" : "\(NumberText.grouped(elsewhere)) times") elsewhere"
      return [.cause(cause, indent: 1)]
        + (more.isEmpty ? [] : [PageLine(.detail, [.dim(more)], indent: 10)])
    }
    return [.space, .heading(diagnosis.causes.count == 1 ? "Root cause" : "Root causes, the worst first")]
      + lines
  }

  private func next(_ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    if diagnosis.nextSteps.isEmpty { return [] }
    let copy = state.keys.name(of: "copy")
    return [.space, .heading("What to run next; \(copy) copies the command")]
      + diagnosis.nextSteps.flatMap { PageLine.command($0, indent: 1) }
  }

  private func contrast(_ diagnosis: Diagnosis) -> [PageLine] {
    guard let contrast = diagnosis.contrast else { return [] }
    let lines = contrast.differences.map { PageLine(.detail, [PageSpan($0)], indent: 2) }
    let none = [PageLine(.detail, [.dim("nothing that can be seen differs")], indent: 2)]
    return [
      .space, .heading("Compared with the nearest host in order"),
      PageLine([PageSpan(contrast.title)], indent: 1, target: .object(.subject(.host(contrast.host)))),
    ] + (lines.isEmpty ? none : lines)
  }

  private func moments(_ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    if diagnosis.moments.isEmpty { return [] }
    return [.space, .heading("What led here, as far as it is known")]
      + diagnosis.moments.map { moment in
        let age = DisplayText(AgeText.text(from: moment.at, to: state.now)).padded(to: 9).text
        return PageLine([.dim("\(moment.at.text)  \(age) "), PageSpan(moment.words)], indent: 1, hang: 32)
      }
  }

  private func objects() -> [PageLine] {
    [.space, .heading("Look at")]
      + [row, column].map {
        PageLine([PageSpan(FindingSubject.subject($0).text)], indent: 1, target: .object(.subject($0)))
      }
  }

  private func feeds(_ diagnosis: Diagnosis, _ state: AppState) -> [PageLine] {
    [.space, .heading("Told by")]
      + (diagnosis.clusterFeeds + diagnosis.inventoryFeeds).map { feed in
        let age = feed.observedAt.map { AgeText.text(from: $0, to: state.now) } ?? "no facts yet"
        let trouble = feed.status.isBroken ? ", broken" : ""
        return PageLine(
          [PageSpan(feed.feed.text), .dim("  \(age)\(trouble)")], indent: 1, target: .object(.feed(feed.feed))
        )
      }
  }
}

extension CheckOutcome {
  /// How the word for it looks: failing is as loud as a missing copy, unknown as quiet as an unverified one.
  fileprivate var role: PageSpan.Role {
    switch self {
    case .passed: .state(.deployed)
    case .remarked: .state(.atRisk)
    case .failed: .state(.missing)
    case .follows: .state(.stale)
    case .unknown, .notVisible: .state(.unverified)
    case .notNeeded: .part(.dim)
    }
  }
}
