// The page of a rule, as `explain` and docs/findings have it.

import DashboardModel

/// What a rule means, why it matters, how to confirm and fix it.
struct RuleScreen: PageScreen {
  static let kind = ScreenKind.rule
  let id: String

  func page(_ state: AppState) -> Page {
    guard let card = RuleCatalogue.all.map({ $0.card }).first(where: { $0.id == id }) else {
      return Page(title: id, emptyText: "this program has no rule \(id)")
    }
    var lines = [PageLine([.severity(card.severity)])]
    for (heading, text) in [
      ("What it means", card.page.means), ("Why it matters", card.page.matters),
      ("How to make sure", card.page.confirm), ("How to put it right", card.page.fix),
    ] {
      lines += [.space, .heading(heading)]
      lines += text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { PageLine([PageSpan(String($0))], hang: 0) }
    }
    lines += [.space, .heading("Sources")] + card.page.sources.map { PageLine([PageSpan($0)]) }
    return Page(title: "\(card.id) \(card.name)", lines: lines)
  }
}
