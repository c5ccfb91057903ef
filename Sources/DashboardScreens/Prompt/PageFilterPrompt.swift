// The words that lines of a page must have.

/// The filter of a page.
struct PageFilterPrompt: PromptSubject {
  let name = PromptName.page
  let mark = "/"

  func opening(_ state: AppState) -> String { state.pages.last?.filterText ?? "" }

  func changed(_ text: String, _ state: inout AppState) { state.filterPage(text) }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] { [] }

  func abandoned(_ previous: String, _ state: inout AppState) { changed(previous, &state) }

  func remark(_ text: String, _ state: AppState) -> PromptRemark? {
    let count = state.pages.last?.page.lines.count { $0.rank == .entry } ?? 0
    return PromptRemark("\(count) \(count == 1 ? "line" : "lines")")
  }
}

extension AppState {
  /// Shows only the lines of the page with some words.
  mutating func filterPage(_ text: String) {
    guard var page = pages.popLast() else { return }
    page.filterText = text
    page.refresh(self)
    pages.append(page)
  }
}
