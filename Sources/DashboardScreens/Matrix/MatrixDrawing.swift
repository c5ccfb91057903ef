// Draws the matrix screen: title, figures, faces, frozen headers, cells, read-out, legend, footer.

import DashboardModel
import TerminalCanvas

/// Draws the matrix screen. Cost: the visible cells.
struct MatrixDrawing {
  let state: AppState
  let layout: MatrixLayout
  let axes: MatrixAxes

  init(state: AppState) {
    self.state = state
    layout = MatrixLayout(state)
    // Draw asks for this screen only once there is a picture; an empty one keeps the function total.
    axes =
      state.matrixAxes
      ?? MatrixAxes(
        picture: Picture(of: Snapshot(merging: [])), face: state.matrix.face, isTransposed: false)
  }

  func draw(_ grid: inout CellGrid) {
    HeaderDrawing(state: state).draw(&grid)
    FaceLineDrawing(state: state).draw(&grid, row: 2)
    if arrangement.rows.isEmpty || arrangement.columns.isEmpty {
      drawNothing(&grid)
    } else {
      ColumnHeaderDrawing(state: state, layout: layout, axes: axes).draw(&grid)
      drawRows(&grid)
    }
    grid.drawHorizontalRule(
      column: 0, row: layout.bottomRow, columns: state.columns, glyphs: state.theme.glyphs,
      style: state.theme.style(.rule))
    ReadOutDrawing(state: state, axes: axes).draw(&grid, row: layout.bottomRow + 1)
    if layout.hasLegend { LegendDrawing(state: state).draw(&grid, row: state.rows - 2) }
    FooterDrawing(state: state).draw(&grid)
  }

  private var arrangement: MatrixArrangement { state.matrix.arrangement }

  private func drawNothing(_ grid: inout CellGrid) {
    let text: String
    if let word = arrangement.unmatchedWords.first {
      text = "no name contains \"\(word)\"; \\ clears the filter"
    } else if !state.matrix.filterText.isEmpty {
      text = "nothing is left by this filter; \\ clears it"
    } else if axes.rowCount == 0 {
      text = "no \(axes.rowAxis.word) was found in what was read"
    } else {
      text = "no \(axes.columnAxis.word) was found in what was read"
    }
    grid.draw(DisplayText(text), in: Rect(column: 2, row: 4, columns: state.columns - 2, rows: 1))
  }

  private func drawRows(_ grid: inout CellGrid) {
    let first = state.matrix.firstColumn
    let columns = first..<first + layout.columnsThatFit(from: first)
    for line in 0..<layout.bodyRows {
      let row = state.matrix.firstRow + line
      guard arrangement.rows.indices.contains(row) else {
        let used = layout.body.row + line + 1
        let rest = Rect(column: 0, row: used, columns: state.columns, rows: layout.bottomRow - used)
        FindingsPeek(state: state, picture: axes.picture).draw(&grid, in: rest)
        return
      }
      drawRow(
        arrangement.rows[row], columns, at: layout.body.row + line, isSelected: row == state.matrix.row, &grid
      )
    }
  }

  private func drawRow(
    _ line: MatrixLine, _ columns: Range<Int>, at row: Int, isSelected: Bool, _ grid: inout CellGrid
  ) {
    let style = state.theme.style(isSelected ? .selectedHeader : line.isGroup ? .group : .rowHeader)
    let name = Rect(column: 0, row: row, columns: layout.nameWidth, rows: 1)
    grid.draw(RowLabel(line: line, axes: axes).text, in: name, style: style, clip: .middle)
    drawCount(line, at: row, &grid)
    for column in columns {
      let isCursor = isSelected && column == state.matrix.column
      drawCell(
        cell(line, arrangement.columns[column].place), isCursor: isCursor,
        column: layout.position(of: column, first: columns.lowerBound), row: row, &grid)
    }
  }

  /// A rolled-up row shows the worst of its members.
  private func cell(_ line: MatrixLine, _ column: Int) -> DashboardModel.Cell {
    var worst = DashboardModel.Cell.blank
    for place in line.members {
      let cell = axes.cell(place, column)
      if cell.state < worst.state { worst = cell }
    }
    return worst
  }

  private func drawCell(
    _ cell: DashboardModel.Cell, isCursor: Bool, column: Int, row: Int, _ grid: inout CellGrid
  ) {
    let glyph = state.theme.glyph(cell.state)
    var style = state.theme.style(of: cell.state)
    if isCursor {
      style = style.adding(.reverse)
      // A blank cell would be a cursor that nobody sees on a terminal without reverse video.
      if cell.state == .blank {
        grid.draw(Glyph("_"), column: column, row: row, style: style)
        return
      }
    }
    grid.draw(glyph, column: column, row: row, style: style)
  }

  /// The worst state of a row and how many of its cells are problems.
  private func drawCount(_ line: MatrixLine, at row: Int, _ grid: inout CellGrid) {
    let counts = axes.counts(of: line)
    let worst = counts.worst
    guard worst.isProblem else { return }
    let column = layout.nameWidth + 1
    let style = state.theme.style(of: worst)
    let end = grid.draw(state.theme.glyph(worst).text, column: column, row: row, style: style)
    let room = Rect(column: end, row: row, columns: layout.countWidth - 2, rows: 1)
    grid.draw(DisplayText(NumberText.short(counts[worst])), in: room, style: style)
  }
}
