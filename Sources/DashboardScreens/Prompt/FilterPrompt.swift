// Filter and highlight of the matrix: each letter is applied at once, and while the line is wrong the last good one stays.

import DashboardModel

/// A line of the filter language for the matrix.
struct FilterPrompt: PromptSubject {
  /// What becomes of the cells that match.
  enum Purpose: Sendable {
    /// They alone are shown.
    case show
    /// They are marked, and nothing is hidden.
    case mark
  }

  let purpose: Purpose

  var name: PromptName { purpose == .show ? .filter : .highlight }
  var mark: String { purpose == .show ? "/" : "&" }

  func opening(_ state: AppState) -> String { applied(state).text }

  private func applied(_ state: AppState) -> Filter {
    purpose == .show ? state.matrix.filter : state.matrix.highlight
  }

  func changed(_ text: String, _ state: inout AppState) {
    if let filter = FilterLine(text, state).filter(asTyped: state) { apply(filter, &state) }
  }

  private func apply(_ filter: Filter, _ state: inout AppState) {
    switch purpose {
    case .show:
      state.matrix.filter = filter
      _ = state.arrangeAfresh()
    case .mark:
      state.matrix.highlight = filter
      state.arrangeMatrix()
    }
  }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] {
    if let filter = FilterLine(text, state).filter, filter != applied(state) { apply(filter, &state) }
    let nothing = purpose == .show ? "everything is shown" : "nothing is marked"
    state.notice = FilterLine(text, state).reproach(kept: applied(state), or: nothing)
    return []
  }

  func abandoned(_ previous: String, _ state: inout AppState) { changed(previous, &state) }

  func completions(_ line: TypedLine, _ state: AppState) -> [Completion] {
    FilterLine.completions(line, state)
  }

  func remark(_ text: String, _ state: AppState) -> PromptRemark? {
    let arrangement = state.matrix.arrangement
    let matches = purpose == .show ? arrangement.filterMatches : arrangement.highlighted.matches
    return FilterLine(text, state).remark(applied: applied(state)) {
      matches.map { FilterLine.count($0, state) }
    }
  }
}

/// What is said of a line of the filter language while it is typed and when it is meant.
private struct FilterLine {
  let filter: Filter?
  let fault: FilterFault?

  init(_ text: String, _ state: AppState) {
    do {
      filter = try Filter(text, named: state.namedFilters)
      fault = nil
    } catch {
      filter = nil
      fault = error
    }
  }

  /// The filter, unless it is wrong or still grows: where nothing is left, and the word at the cursor begins a key, value
  /// or name, it is on its way there. An empty matrix would be no answer to `sta` on the way to `state=`.
  func filter(asTyped state: AppState) -> Filter? {
    guard let filter, let picture = state.picture, let line = state.prompt?.line else { return filter }
    let face = state.matrix.face
    let further = picture.completions(
      of: line.text, cursor: line.cursor, face: face, named: state.namedFilters, limit: 2)
    let canGrow = further.contains { $0.replacement != String(line.characters[$0.range]) }
    if !canGrow { return filter }
    let matches = picture.matches(filter, face: face, now: state.now, feeds: state.feeds)
    return matches.rows.isEmpty ? nil : filter
  }

  func remark(applied: Filter, count: () -> String?) -> PromptRemark? {
    if let fault { return PromptRemark(FilterFaultText.words(fault.reason), fault: fault.range) }
    if let filter, filter != applied { return PromptRemark("nothing answers to this yet") }
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
