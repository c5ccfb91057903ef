// Moving over a page: line by line, page by page, from problem to problem.

extension AppState {
  /// Moves the cursor of the page that is seen.
  mutating func moveInPage(_ step: CursorStep) {
    guard var page = pages.popLast() else { return }
    let body = max(1, PageLayout.bodyRows(on: self))
    switch step {
    case .rows(let count): page.moveLines(count)
    case .pages(let count): page.moveRows(count * max(1, body - 1))
    case .halfPages(let count): page.moveRows(count * max(1, body / 2))
    case .firstRow, .firstColumn: page.line = 0
    case .lastRow, .lastColumn: page.line = page.page.lines.count - 1
    // A page has no columns to move over.
    case .columns: break
    }
    page.settle(self)
    pages.append(page)
  }

  /// Goes to the next line that somebody should act on, around the end.
  mutating func goToProblemInPage(forward: Bool) -> [Effect] {
    guard var page = pages.popLast() else { return [] }
    let problems = page.page.lines.indices.filter { page.page.lines[$0].isProblem }
    let next = forward ? problems.first { $0 > page.line } : problems.last { $0 < page.line }
    if let place = next ?? (forward ? problems.first : problems.last) {
      if next == nil { notice = "around the end" }
      page.line = place
    }
    page.settle(self)
    pages.append(page)
    return []
  }
}

extension OpenPage {
  /// Moves over lines with words; a line longer than the screen is scrolled through first.
  mutating func moveLines(_ count: Int) {
    for _ in 0..<abs(count) {
      guard let next = nextWords(from: line, by: count < 0 ? -1 : 1) else { return }
      line = next
    }
  }

  /// Moves by rows of the screen, to the line that stands there, and scrolls as far.
  mutating func moveRows(_ count: Int) {
    let row = layout.rows(ofLine: line).lowerBound + count
    let target = max(0, min(row, layout.rows.count - 1))
    guard layout.rows.indices.contains(target) else { return }
    firstRow += count
    line = layout.rows[target].line
  }
}
