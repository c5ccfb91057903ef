// The filter of the matrix: each letter is applied at once, and while the line is wrong the last good one stays.

import DashboardModel

/// The filter of the matrix.
struct FilterPrompt: PromptSubject {
  let name = PromptName.filter
  let mark = "/"

  func opening(_ state: AppState) -> String { state.matrix.filter.text }

  func changed(_ text: String, _ state: inout AppState) {
    guard let filter = try? Filter(text, named: state.namedFilters) else { return }
    state.matrix.filter = filter
    _ = state.arrangeAfresh()
  }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] {
    state.notice = FilterLine(text, state).reproach(kept: state.matrix.filter, or: "everything is shown")
    return []
  }

  func abandoned(_ previous: String, _ state: inout AppState) { changed(previous, &state) }

  func completions(_ line: TypedLine, _ state: AppState) -> [Completion] {
    FilterLine.completions(line, state)
  }

  func remark(_ text: String, _ state: AppState) -> PromptRemark? {
    let shown = state.matrix.arrangement.filterMatches
    return FilterLine(text, state).remark { shown.map { FilterLine.count($0, state) } }
  }
}

/// What is marked in the matrix without hiding the rest.
struct HighlightPrompt: PromptSubject {
  let name = PromptName.highlight
  let mark = "&"

  func opening(_ state: AppState) -> String { state.matrix.highlight.text }

  func changed(_ text: String, _ state: inout AppState) {
    guard let filter = try? Filter(text, named: state.namedFilters) else { return }
    state.matrix.highlight = filter
    state.arrangeMatrix()
  }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] {
    state.notice = FilterLine(text, state).reproach(kept: state.matrix.highlight, or: "nothing is marked")
    return []
  }

  func abandoned(_ previous: String, _ state: inout AppState) { changed(previous, &state) }

  func completions(_ line: TypedLine, _ state: AppState) -> [Completion] {
    FilterLine.completions(line, state)
  }

  func remark(_ text: String, _ state: AppState) -> PromptRemark? {
    let marked = state.matrix.arrangement.highlighted.matches
    return FilterLine(text, state).remark { marked.map { FilterLine.count($0, state) } }
  }
}

/// What is said of a line of the filter language while it is typed and when it is meant.
private struct FilterLine {
  let fault: FilterFault?

  init(_ text: String, _ state: AppState) {
    do {
      _ = try Filter(text, named: state.namedFilters)
      fault = nil
    } catch {
      fault = error
    }
  }

  func remark(count: () -> String?) -> PromptRemark? {
    if let fault { return PromptRemark(FilterFaultText.words(fault.reason), fault: fault.range) }
    return count().map { PromptRemark($0) }
  }

  /// Enter on a wrong line: what is wrong with it, and what stays.
  func reproach(kept: Filter, or nothing: String) -> String? {
    guard let fault else { return nil }
    let stays = kept.isEmpty ? nothing : "\"\(kept.text)\" stays"
    return "column \(fault.range.lowerBound + 1): \(FilterFaultText.words(fault.reason)); \(stays)"
  }

  /// How much of the face matches, in the order of the screen.
  static func count(_ matches: FilterMatches, _ state: AppState) -> String {
    let (rows, columns) = (matches.rows.count, matches.columns.count)
    let shown = state.matrix.isTransposed ? (columns, rows) : (rows, columns)
    func part(_ count: Int, _ noun: String) -> String {
      "\(NumberText.grouped(count)) \(count == 1 ? noun : "\(noun)s")"
    }
    return "\(part(shown.0, "row")), \(part(shown.1, "column"))"
  }

  static func completions(_ line: TypedLine, _ state: AppState) -> [Completion] {
    guard let picture = state.picture else { return [] }
    let candidates = picture.completions(
      of: line.text, cursor: line.cursor, face: state.matrix.face, named: state.namedFilters, limit: 40)
    return candidates.map { Completion(range: $0.range, text: $0.replacement, word: $0.meaning) }
  }
}
