// What `gmsa-tui explain` prints: finds out what somebody typed or pasted, and writes what is known of it.

import DashboardModel
import StructuredText

/// The answer to a word, a number or a line of a log.
package struct Explanation {
  /// The lines of the answer, ending with a line feed; at most 80 columns but for what cannot be broken.
  package let text: String

  /// Nothing is known of the words.
  package struct UnknownWord: Error {
    /// What was asked for, safe to print and cut to one line.
    package let asked: String
    /// Known words that are near, the nearest first; may be empty.
    package let nearest: [String]
  }

  /// Explains words: a rule's id or name, a state, an event, a symbol, a term, a number, or a text that holds any known
  /// error text, number or symbol. `isASCII` leaves out what ASCII cannot write.
  package init(of words: String, isASCII: Bool = false) throws(UnknownWord) {
    let asked = Self.trimmed(words)
    var page = ExplanationPage(isASCII: isASCII)
    // A state and a finding may share their word: over-granted.
    if let state = Self.state(asked) { page.write(state) }
    if let card = Self.card(asked) { page.write(card) }
    if !page.isEmpty {
      text = page.text
      return
    }
    if let events = Self.events(asked) {
      events.forEach { page.write($0) }
    } else if let meaning = WindowsErrorMeaning.named(asked) {
      page.write(meaning)
    } else if let term = Term.named(asked) {
      page.write(term)
    } else if let code = WindowsErrorCode(asked) {
      page.write(code, asTyped: asked)
      WindowsEvent.all.filter { UInt32($0.id) == code.value && code.form == .win32 }.forEach {
        page.write($0)
      }
    } else {
      page.write(PastedText(words))
    }
    if page.isEmpty {
      throw UnknownWord(
        asked: SafeText(asked, isASCII: isASCII).clipped(to: 60).text, nearest: Self.nearest(to: asked))
    }
    text = page.text
  }

  private static func card(_ asked: String) -> RuleCard? {
    RuleCatalogue.all.lazy.map { $0.card }.first { card in
      card.id == asked.uppercased() || card.name == asked.lowercased()
    }
  }

  /// `at risk` may be typed `at-risk`.
  private static func state(_ asked: String) -> CellState? {
    func folded(_ text: String) -> String {
      text.lowercased().replacing("-", with: " ").replacing("_", with: " ")
    }
    return CellState.allCases.first { folded($0.word) == folded(asked) }
  }

  /// `CCG 6`, `event 11507`, `NETLOGON 5720`, `event id 6`.
  private static func events(_ asked: String) -> [WindowsEvent]? {
    let words = asked.lowercased().split { $0 == " " || $0 == ":" || $0 == "-" && asked.hasPrefix("ccg-") }
    guard words.count >= 2, let last = words.last, let id = Int(last) else { return nil }
    let logs = words.dropLast().filter { !["event", "id", "log"].contains($0) }
    let events = WindowsEvent.all(withID: id).filter { event in
      logs.allSatisfy { event.shortLog.lowercased() == $0 }
    }
    return events.isEmpty ? nil : events
  }

  private static func trimmed(_ words: String) -> String {
    var words = words[...]
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return String(words)
  }

  /// Up to three names, the nearest first.
  private static func nearest(to asked: String) -> [String] {
    var names = Set(
      RuleCatalogue.all.flatMap { [$0.card.id, $0.card.name] } + CellState.allCases.map(\.word)
        + Term.all.flatMap { [$0.word] + $0.aliases } + WindowsErrorMeaning.all.flatMap(\.names))
    var nearest: [String] = []
    while nearest.count < 3, let name = nearestKey(to: asked, among: names.sorted()) {
      nearest.append(name)
      names.remove(name)
    }
    return nearest
  }
}
