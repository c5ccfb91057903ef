// The filter of the matrix: each letter is applied at once.

/// The filter of the matrix.
struct FilterPrompt: PromptSubject {
  let name = PromptName.filter
  let mark = "/"

  func opening(_ state: AppState) -> String { state.matrix.filterText }

  func changed(_ text: String, _ state: inout AppState) {
    state.matrix.filterText = text
    _ = state.arrangeAfresh()
  }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] { [] }

  func abandoned(_ previous: String, _ state: inout AppState) { changed(previous, &state) }
}
