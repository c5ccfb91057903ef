// A page in words: nothing that it says by place, indent, colour or glyph alone is left out.

import DashboardModel
import TerminalCanvas

/// Says a page.
struct PageSpeech {
  private let open: OpenPage
  private let theme: Theme

  init(_ open: OpenPage, theme: Theme) {
    self.open = open
    self.theme = theme
  }

  /// The title, the filter, and how much there is.
  var title: [String] {
    let count = open.page.lines.count(where: \.isSelectable)
    var words = "Screen \(open.kind.rawValue). \(open.page.title)."
    if !open.filterText.isEmpty { words += " Only lines with \"\(open.filterText)\"." }
    if count == 0 { return [words, open.page.emptyText] }
    return [words + " \(NumberText.grouped(count)) \(count == 1 ? "line" : "lines"):"]
  }

  /// All lines, numbered.
  var lines: [String] { numbered.map { text($0.place, number: $0.number) } }

  /// The line that is selected, and which of how many it is.
  var selectedLine: String {
    guard let entry = numbered.first(where: { $0.place == open.line }) else { return open.page.emptyText }
    return "Line \(text(entry.place, number: entry.number))"
      + " (of \(numbered.count)\(open.page.lines[entry.place].target == nil ? "" : "; open leads on"))"
  }

  private var numbered: [(number: Int, place: Int)] {
    open.page.lines.indices.filter { open.page.lines[$0].isSelectable }.enumerated()
      .map { ($0.offset + 1, $0.element) }
  }

  private func text(_ place: Int, number: Int) -> String {
    let line = open.page.lines[place]
    let selected = place == open.line ? ", selected" : ""
    let heading = line.rank == .heading ? "Heading: " : ""
    return "\(number)\(selected). \(heading)\(words(of: line))"
  }

  /// The words of a line, without the blanks that only make columns; where columns mean something they stay.
  private func words(of line: PageLine) -> String {
    let text = line.spans.map(words(of:)).joined()
    return line.isVerbatim ? text : text.split(separator: " ").joined(separator: " ")
  }

  /// A glyph stands before its word, or for it.
  private func words(of span: PageSpan) -> String {
    guard case .state(let state) = span.role else { return span.text }
    let glyph = theme.glyph(state).text
    if span.text.trimmed == glyph { return state.word }
    return span.text.hasPrefix(glyph + " ") ? String(span.text.dropFirst(glyph.count + 1)) : span.text
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

/// Says how the sources do, before there is a picture and beside it.
enum FeedSpeech {
  /// How all of them do, in the words of the header.
  static func lines(_ state: AppState) -> [String] {
    let status = FeedStatusText(
      feeds: state.feeds, now: state.now, isPaused: state.isPaused, oldAfter: state.oldAfter)
    let banner = TimeBanner.text(state).map { ["\($0)."] } ?? []
    let words = status.text.split(separator: " ").joined(separator: " ")
    return banner + ["Sources: \(words)\(status.isTrouble ? "; the command sources tells more" : "")."]
  }
}
