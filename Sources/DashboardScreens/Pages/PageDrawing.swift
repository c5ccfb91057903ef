// Draws a page: header, title, rows with the selected line marked, footer.

import TerminalCanvas

/// Draws a page. Cost: the visible rows.
struct PageDrawing {
  let state: AppState
  let open: OpenPage

  func draw(_ grid: inout CellGrid) {
    HeaderDrawing(state: state).drawTitle(&grid)
    drawTitle(&grid)
    let body = Rect(
      column: 0, row: PageLayout.topRows(on: state), columns: state.columns,
      rows: PageLayout.bodyRows(on: state))
    if open.page.lines.isEmpty { drawNothing(body, &grid) }
    for (line, row) in open.layout.rows.dropFirst(open.firstRow).prefix(body.rows).enumerated() {
      draw(row, body.line(line), &grid)
    }
    FooterDrawing(state: state).draw(&grid)
  }

  private func drawTitle(_ grid: inout CellGrid) {
    let area = Rect(column: 1, row: 1, columns: state.columns - 2, rows: 1)
    let position = DisplayText(self.position)
    let parts = area.split(right: position.columns)
    var title = open.page.title
    if !open.filterText.isEmpty { title += "  /\(open.filterText)" }
    let room = Rect(
      column: parts.rest.column, row: area.row, columns: max(0, parts.rest.columns - 1), rows: 1)
    grid.draw(DisplayText(title), in: room, style: state.theme.style(.selectedTab))
    grid.draw(position, in: parts.right, style: state.theme.style(.dim))
  }

  /// Which rows are seen, where not all are.
  private var position: String {
    let (total, body) = (open.layout.rows.count, PageLayout.bodyRows(on: state))
    if total <= body { return "" }
    return "\(open.firstRow + 1)-\(min(total, open.firstRow + body)) of \(total)"
  }

  private func drawNothing(_ body: Rect, _ grid: inout CellGrid) {
    let text =
      open.filterText.isEmpty
      ? open.page.emptyText
      : "no line has \"\(open.filterText)\"; \(state.keys.name(of: "clear filter")) clears it"
    grid.draw(DisplayText(text), in: body.line(0).inset(columns: 1))
  }

  private func draw(_ row: PageLayout.Row, _ area: Rect, _ grid: inout CellGrid) {
    let isSelected = row.line == open.line
    var column = area.column + 1 + row.indent
    for piece in row.pieces {
      column = grid.draw(
        piece.text, column: column, row: area.row, style: state.theme.style(piece.role), clip: area)
    }
    guard isSelected else { return }
    let columns = open.page.lines[row.line].selectedColumns ?? area.columns
    grid.restyle(Rect(column: area.column, row: area.row, columns: columns, rows: 1)) { $0.adding(.reverse) }
    guard row.isFirst else { return }
    grid.draw(state.theme.glyphs.isCollapsed, column: 0, row: area.row, style: Style.plain.adding(.reverse))
  }
}

extension Theme {
  /// How words of a page look.
  func style(_ role: PageSpan.Role) -> Style {
    switch role {
    case .part(let part): style(part)
    case .state(let cell): style(of: cell)
    }
  }
}
