// The object screen: one credspec, service, host or grant: what it is, where it is, who refers to it, its raw facts.

import DashboardModel
import StructuredText

/// One object; each kind writes its lines in a file of its own.
struct ObjectScreen: PageScreen {
  static let kind = ScreenKind.object
  let subject: FindingSubject

  func page(_ state: AppState) -> Page {
    guard let picture = state.picture else {
      return Page(title: subject.text, emptyText: "nothing was read yet")
    }
    let gone = Page(title: subject.text, emptyText: "it is gone: the newest facts do not have it")
    let lines: [PageLine]
    switch subject {
    case .subject(let axisSubject):
      guard let place = picture.place(of: axisSubject) else { return gone }
      let sheet = ObjectSheet(picture: picture, state: state)
      switch axisSubject {
      case .credentialSpec: lines = sheet.credentialSpec(place)
      case .service: lines = sheet.service(place)
      case .host: lines = sheet.host(place)
      }
    case .grant(let cluster, let name):
      lines = ObjectSheet(picture: picture, state: state).grant(name, in: cluster)
    case .feed: return gone
    }
    if lines.isEmpty { return gone }
    let cluster = subject.cluster.map { " in \($0.text)" } ?? ""
    return Page(title: subject.text + cluster, lines: findings(picture) + lines)
  }

  /// What is wrong with it stands before what it is.
  private func findings(_ picture: Picture) -> [PageLine] {
    let askers = askers(picture)
    let own = picture.causes.flatMap { cause in
      (cause.equals + cause.consequences)
        .filter { touches($0) || !askers.isDisjoint(with: $0.reach.subjects) }
        .map { FindingID($0) == FindingID(cause.lead) ? PageLine.cause(cause) : .finding($0) }
    }
    return own.isEmpty ? [] : own + [.space]
  }

  /// The services that ask for a credential spec: what is wrong with them is where it is missed.
  private func askers(_ picture: Picture) -> Set<Subject> {
    guard case .subject(.credentialSpec(let id)) = subject, let place = picture.place(of: .credentialSpec(id))
    else { return [] }
    return Set(picture.services(referringTo: place).compactMap { picture.subject($0, on: .service) })
  }

  /// Whether a finding is about it, or touches it.
  private func touches(_ finding: Finding) -> Bool {
    if finding.subject == subject { return true }
    guard case .subject(let own) = subject else { return false }
    return finding.reach.subjects.contains(own)
  }
}

/// What the lines of an object are written from.
struct ObjectSheet {
  let picture: Picture
  let state: AppState

  /// The facts as they are, as YAML.
  func raw(_ value: some Encodable) -> [PageLine] {
    guard let text = YAMLWriter.text(of: value) else { return [] }
    let lines = text.split(separator: "\n").map(String.init)
    return [.space, .heading("Facts as they were read")]
      + lines.map { PageLine(.detail, [PageSpan($0)], indent: 1, isVerbatim: true) }
  }

  /// `3m ago (2026-11-25T09:16:00Z)`.
  func age(_ moment: Timestamp) -> String {
    "\(AgeText.text(from: moment, to: state.now)) (\(moment.text))"
  }

  /// The cells of a row or column of a face that say something, worst first, under a heading with the counts.
  func cells(
    _ heading: String, _ cells: [(subject: Subject, cell: DashboardModel.Cell)],
    target: (Subject) -> PageTarget
  ) -> [PageLine] {
    let told = cells.filter { $0.cell.state < .eligible }
    var counts = StateCounts()
    for entry in told { counts[entry.cell.state] += 1 }
    let words = CellState.allCases.filter { counts[$0] > 0 }
      .map { "\(NumberText.grouped(counts[$0])) \($0.word)" }
    let eligible = cells.count { $0.cell.state == .eligible }
    let rest = eligible == 0 ? [] : ["\(NumberText.grouped(eligible)) eligible"]
    let summary = (words + rest).joined(separator: ", ")
    if summary.isEmpty { return [.space, .heading("\(heading): none")] }
    return [.space, .heading("\(heading): \(summary)")]
      + told.sorted { $0.cell.state < $1.cell.state }.map { entry in
        .cell(entry.cell, name(entry.subject), theme: state.theme, target: target(entry.subject))
      }
  }

  func name(_ subject: Subject) -> String {
    if case .service(let id) = subject { return id.qualifiedName }
    return subject.name
  }
}
