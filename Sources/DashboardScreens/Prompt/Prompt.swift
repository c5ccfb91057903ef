// A line that is being typed at the bottom of the screen: its text, its cursor, what completes it.

/// A line that is being typed.
package struct Prompt: Sendable {
  /// What the line is for.
  package let subject: any PromptSubject
  /// What has been typed.
  package var line: TypedLine
  /// What stood before, for Escape.
  package var previous: String
  /// What could be meant, best first, computed when the line changes.
  package var completions: [Completion] = []
  /// The completion that is chosen; nil while none is.
  package var chosen: Int?
  /// The place in the history that is shown; nil: the line is new.
  var historyPlace: Int?
  /// The new line, while the history is looked through.
  var draft = ""

  /// What has been typed.
  package var text: String { line.text }
}

/// The prompts, each with a history of its own.
package enum PromptName: String, Hashable, Sendable, CaseIterable {
  /// The filter of the matrix.
  case filter
  /// The words that are highlighted.
  case highlight
  /// The words that lines of a page must have.
  case page
  /// Commands by name.
  case palette
}

/// Something that the text at the cursor could become.
package struct Completion: Hashable, Sendable {
  /// The characters of the line that it stands for.
  package var range: Range<Int>
  /// What it puts there.
  package var text: String
  /// What it is, in a few words.
  package var word: String

  /// A completion.
  package init(range: Range<Int>, text: String, word: String = "") {
    self.range = range
    self.text = text
    self.word = word
  }
}

/// What is said of a line while it is typed.
package struct PromptRemark: Hashable, Sendable {
  /// The words.
  package var text: String
  /// The characters of the line that are wrong; nil where it can be used.
  package var fault: Range<Int>?

  /// A remark.
  package init(_ text: String, fault: Range<Int>? = nil) {
    self.text = text
    self.fault = fault
  }
}
