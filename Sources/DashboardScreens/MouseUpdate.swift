// The mouse, where the operator asked for it: the wheel scrolls, a click selects, a second click opens.

import TerminalCanvas

extension AppState {
  /// Takes a click or a turn of the wheel up.
  mutating func use(_ event: MouseEvent) -> [Effect] {
    if prompt != nil { return [] }
    switch event.kind {
    case .wheelUp: move(.rows(-3))
    case .wheelDown: move(.rows(3))
    case .click: select(event)
    case .doubleClick:
      select(event)
      guard let command = keys.command(for: .enter, on: screen) else { return [] }
      return run(command)
    case .rightClick: return []
    }
    return []
  }

  private mutating func select(_ event: MouseEvent) {
    if pages.isEmpty { selectInMatrix(event) } else { selectInPage(event) }
  }

  private mutating func selectInPage(_ event: MouseEvent) {
    guard var page = pages.popLast() else { return }
    let row = page.firstRow + event.row - PageLayout.topRows(on: self)
    if event.row >= PageLayout.topRows(on: self), page.layout.rows.indices.contains(row) {
      page.line = page.layout.rows[row].line
      page.settle(self)
    }
    pages.append(page)
  }

  private mutating func selectInMatrix(_ event: MouseEvent) {
    let layout = MatrixLayout(self)
    let row = matrix.firstRow + event.row - layout.body.row
    let column = layout.column(at: event.column, first: matrix.firstColumn)
    let isOnHeader = event.row >= layout.headerRow && event.row < layout.body.row && !layout.isList
    if isOnHeader, let column {
      (matrix.column, matrix.header) = (column, .columns)
    } else if event.row >= layout.body.row, event.row < layout.body.endRow,
      matrix.arrangement.rows.indices.contains(row)
    {
      matrix.row = row
      matrix.column = column ?? matrix.column
      matrix.header = column == nil && event.column < layout.body.column && !layout.isList ? .rows : nil
      goToWorstColumnOfList()
    } else {
      return
    }
    rememberSubjects()
    keepCursorVisible()
  }
}
