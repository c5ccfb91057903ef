// What a typed line is for: a file a prompt.

/// What a typed line is for, and what each letter, Enter and Escape mean to it.
package protocol PromptSubject: Sendable {
  /// Which prompt it is.
  var name: PromptName { get }
  /// What stands before the line.
  var mark: String { get }
  /// What stands in the line when it opens.
  func opening(_ state: AppState) -> String
  /// A letter was typed or taken away.
  func changed(_ text: String, _ state: inout AppState)
  /// Enter: the line is meant.
  func accepted(_ text: String, _ state: inout AppState) -> [Effect]
  /// Escape: `previous` is what stood in the line when it opened.
  func abandoned(_ previous: String, _ state: inout AppState)
  /// What the text at the cursor could become, best first, at most some dozens.
  func completions(_ line: TypedLine, _ state: AppState) -> [Completion]
  /// Whether completions are shown as one types, or when Tab asks for them.
  var showsCompletionsAtOnce: Bool { get }
  /// What is said of the line; nil: nothing.
  func remark(_ text: String, _ state: AppState) -> PromptRemark?
}

extension PromptSubject {
  package func opening(_ state: AppState) -> String { "" }
  package func changed(_ text: String, _ state: inout AppState) {}
  package func abandoned(_ previous: String, _ state: inout AppState) {}
  package func completions(_ line: TypedLine, _ state: AppState) -> [Completion] { [] }
  package var showsCompletionsAtOnce: Bool { false }
  package func remark(_ text: String, _ state: AppState) -> PromptRemark? { nil }
}
