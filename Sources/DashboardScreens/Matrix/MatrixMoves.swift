// Moving over the matrix: the cursor, the viewport, and the way to the next problem.

import DashboardModel

extension AppState {
  /// Moves the cursor; it stays inside the matrix.
  mutating func moveInMatrix(_ step: CursorStep) {
    let layout = MatrixLayout(self)
    let page = max(1, layout.bodyRows - 1)
    switch step {
    case .rows(let count): matrix.row += count
    case .columns(let count): matrix.column += count
    case .pages(let count): matrix.row += count * page
    case .halfPages(let count): matrix.row += count * max(1, layout.bodyRows / 2)
    case .firstRow: matrix.row = 0
    case .lastRow: matrix.row = matrix.arrangement.rows.count - 1
    case .firstColumn: matrix.column = 0
    case .lastColumn: matrix.column = matrix.arrangement.columns.count - 1
    }
    clampCursor()
    rememberSubjects()
    keepCursorVisible()
  }

  private mutating func clampCursor() {
    matrix.row = max(0, min(matrix.row, matrix.arrangement.rows.count - 1))
    matrix.column = max(0, min(matrix.column, matrix.arrangement.columns.count - 1))
  }

  /// Goes to the next problem in reading order, around the end; groups are passed over, their members are not.
  mutating func goToProblemInMatrix(forward: Bool) -> [Effect] {
    guard let axes = matrixAxes else { return [] }
    if !hasShownProblem(axes) {
      notice = "no problem among what is shown; \\ clears the filter"
      return []
    }
    let (rows, columns) = (matrix.arrangement.rows, matrix.arrangement.columns)
    let total = rows.count * columns.count
    let start = matrix.row * columns.count + matrix.column
    var step = 1
    while step <= total {
      let position = forward ? (start + step) % total : (start - step + total) % total
      let row = position / columns.count
      // A row without problems is left in one step: rows may be 5,000 columns wide.
      if rows[row].isGroup || axes.counts(ofRow: rows[row].place).problems == 0 {
        let inRow = position % columns.count
        step += forward ? columns.count - inRow : inRow + 1
        continue
      }
      if axes.cell(rows[row].place, columns[position % columns.count].place).state.isProblem {
        select(position, columns.count, wraps: forward ? position <= start : position >= start)
        return []
      }
      step += 1
    }
    return []
  }

  /// The cursor opens on what somebody should act on first.
  mutating func goToFirstProblem() {
    guard let axes = matrixAxes, hasShownProblem(axes) else { return }
    let (rows, columns) = (matrix.arrangement.rows, matrix.arrangement.columns)
    for (row, line) in rows.enumerated() where !line.isGroup && axes.counts(ofRow: line.place).problems > 0 {
      guard let column = columns.firstIndex(where: { axes.cell(line.place, $0.place).state.isProblem }) else {
        continue
      }
      (matrix.row, matrix.column) = (row, column)
      rememberSubjects()
      keepCursorVisible()
      return
    }
  }

  private func hasShownProblem(_ axes: MatrixAxes) -> Bool {
    !matrix.arrangement.columns.isEmpty
      && matrix.arrangement.rows.contains { axes.counts(ofRow: $0.place).problems > 0 }
  }

  private mutating func select(_ position: Int, _ columns: Int, wraps: Bool) {
    matrix.row = position / columns
    matrix.column = position % columns
    if wraps { notice = "around the end" }
    rememberSubjects()
    keepCursorVisible()
  }

  /// Scrolls so that the cursor is seen: by rows as little as needed, sideways by half a screen, since a terminal
  /// scrolls lines cheaply and repaints everything for a column (terminal.md, finding 5).
  mutating func keepCursorVisible() {
    let layout = MatrixLayout(self)
    let body = max(1, layout.bodyRows)
    if matrix.row < matrix.firstRow { matrix.firstRow = matrix.row }
    if matrix.row >= matrix.firstRow + body { matrix.firstRow = matrix.row - body + 1 }
    matrix.firstRow = max(0, min(matrix.firstRow, max(0, matrix.arrangement.rows.count - body)))
    if matrix.column < matrix.firstColumn {
      let shown = layout.columnsThatFit(endingAt: matrix.firstColumn)
      matrix.firstColumn = min(matrix.column, max(0, matrix.firstColumn - max(1, shown / 2)))
    }
    while matrix.column >= matrix.firstColumn + layout.columnsThatFit(from: matrix.firstColumn),
      matrix.firstColumn < matrix.column
    {
      let shown = layout.columnsThatFit(from: matrix.firstColumn)
      matrix.firstColumn = min(matrix.column, matrix.firstColumn + max(1, shown / 2))
    }
    let last = matrix.arrangement.columns.count
    matrix.firstColumn = min(matrix.firstColumn, layout.firstColumn(showing: last))
  }
}
