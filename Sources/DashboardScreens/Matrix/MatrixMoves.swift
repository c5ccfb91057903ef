// Moving over the matrix: the cursor, the viewport, and the way to the next problem.

import DashboardModel

extension AppState {
  /// Moves the cursor; it stays inside the matrix.
  mutating func moveInMatrix(_ step: CursorStep) {
    let layout = MatrixLayout(self)
    let page = max(1, layout.bodyRows - 1)
    if goesToHeader(step) { return }
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
    goToWorstColumnOfList()
    rememberSubjects()
    keepCursorVisible()
  }

  /// A step beyond the first column or row leads to the header there, one back to the cell. A list has no headers.
  private mutating func goesToHeader(_ step: CursorStep) -> Bool {
    if isMatrixList { return false }
    switch (step, matrix.header) {
    case (.columns(-1), nil) where matrix.column == 0: matrix.header = .rows
    case (.rows(-1), nil) where matrix.row == 0: matrix.header = .columns
    case (.columns(1), .rows), (.rows(1), .columns): matrix.header = nil
    case (.columns(-1), .rows), (.rows(-1), .columns): break
    default:
      // Along the headers the cursor stays on them; every other move leads to a cell.
      if step.isSideways ? matrix.header == .rows : matrix.header == .columns { matrix.header = nil }
      return false
    }
    return true
  }

  /// Whether the terminal has room for a list of rows alone.
  private var isMatrixList: Bool { ScreenSize(columns: columns, rows: rows) == .compact }

  /// Where rows are a list, the cursor is on the worst cell of its row: there is no column to be seen on.
  mutating func goToWorstColumnOfList() {
    guard isMatrixList else { return }
    matrix.header = nil
    guard let axes = matrixAxes, matrix.arrangement.rows.indices.contains(matrix.row) else { return }
    let rows = matrix.arrangement.rows[matrix.row].members
    let states = matrix.arrangement.columns.map { line in
      line.members.flatMap { column in rows.map { axes.cell($0, column).state } }.min() ?? .blank
    }
    guard let worst = states.min(), let column = states.firstIndex(of: worst) else { return }
    matrix.column = column
  }

  private mutating func clampCursor() {
    matrix.row = max(0, min(matrix.row, matrix.arrangement.rows.count - 1))
    matrix.column = max(0, min(matrix.column, matrix.arrangement.columns.count - 1))
  }

  /// Goes to the next problem in reading order, around the end; an account's own row is passed over, its members are
  /// not.
  mutating func goToProblemInMatrix(forward: Bool) -> [Effect] {
    guard let axes = matrixAxes else { return [] }
    if !hasShownProblem {
      notice = "no problem among what is shown; \(keys.name(of: "clear filter")) clears the filter"
      return []
    }
    let (rows, columns) = (matrix.arrangement.rows.count, matrix.arrangement.columns.count)
    let total = rows * columns
    let start = matrix.row * columns + matrix.column
    var step = 1
    while step <= total {
      let position = forward ? (start + step) % total : (start - step + total) % total
      let row = position / columns
      // A row without problems is left in one step: rows may be 5,000 columns wide.
      if !isProblemRow(row) {
        step += forward ? columns - position % columns : position % columns + 1
        continue
      }
      if matrix.arrangement.cell(row: row, column: position % columns, axes).cell.state.isProblem {
        select(position, columns, wraps: forward ? position <= start : position >= start)
        return []
      }
      step += 1
    }
    return []
  }

  /// The cursor opens on what somebody should act on first.
  mutating func goToFirstProblem() {
    guard let axes = matrixAxes, hasShownProblem else { return }
    let arrangement = matrix.arrangement
    for row in arrangement.rows.indices where isProblemRow(row) {
      let column = arrangement.columns.indices.first { column in
        arrangement.cell(row: row, column: column, axes).cell.state.isProblem
      }
      guard let column else { continue }
      (matrix.row, matrix.column) = (row, column)
      rememberSubjects()
      keepCursorVisible()
      return
    }
  }

  private func isProblemRow(_ row: Int) -> Bool {
    matrix.arrangement.rows[row].kind != .account && matrix.arrangement.rowCounts[row].problems > 0
  }

  private var hasShownProblem: Bool {
    !matrix.arrangement.columns.isEmpty && matrix.arrangement.rowCounts.contains { $0.problems > 0 }
  }

  private mutating func select(_ position: Int, _ columns: Int, wraps: Bool) {
    matrix.row = position / columns
    matrix.column = position % columns
    matrix.header = nil
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
