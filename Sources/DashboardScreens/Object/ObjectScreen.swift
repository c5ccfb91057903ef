// The object screen: one credspec, service, host or grant: what it is, where it is, who refers to it.

import DashboardModel

/// One object.
struct ObjectScreen: PageScreen {
  static let kind = ScreenKind.object
  let subject: FindingSubject

  func page(_ state: AppState) -> Page {
    guard let picture = state.picture else {
      return Page(title: subject.text, emptyText: "nothing was read yet")
    }
    return Page(title: subject.text, lines: findings(picture))
  }

  private func findings(_ picture: Picture) -> [PageLine] {
    picture.findings.filter { $0.subject == subject }.map {
      PageLine(
        [.severity($0.severity, columns: 9), PageSpan($0.message)], hang: 9, target: .rule($0.card.id),
        isProblem: true)
    }
  }
}
