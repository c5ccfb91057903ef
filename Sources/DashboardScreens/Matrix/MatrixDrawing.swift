// Draws the matrix screen: title, figures, faces, frozen headers, cells, read-out, legend, footer.

import DashboardModel
import TerminalCanvas

/// Draws the matrix screen. Cost: the visible cells.
struct MatrixDrawing {
  let state: AppState
  let layout: MatrixLayout
  let axes: MatrixAxes
  private let unfollowed: UnfollowedClusters

  init(state: AppState) {
    self.state = state
    layout = MatrixLayout(state)
    unfollowed = UnfollowedClusters(state)
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
      if layout.hasOverview { OverviewDrawing(state: state, layout: layout).draw(&grid) }
      ColumnHeaderDrawing(state: state, layout: layout, axes: axes, unfollowed: unfollowed).draw(&grid)
      drawRows(&grid)
    }
    drawRule(&grid)
    ReadOutDrawing(state: state, axes: axes).draw(&grid, row: layout.bottomRow + 1)
    if layout.hasLegend { LegendDrawing(state: state).draw(&grid, row: state.rows - 2) }
    FooterDrawing(state: state).draw(&grid)
  }

  private var arrangement: MatrixArrangement { layout.arrangement }

  private func drawNothing(_ grid: inout CellGrid) {
    let text = EmptyMatrixText.text(state, axes)
    grid.draw(DisplayText(text), in: Rect(column: 2, row: 4, columns: state.columns - 2, rows: 1))
  }

  /// The rule below the cells says which part of a longer matrix is seen.
  private func drawRule(_ grid: inout CellGrid) {
    grid.drawHorizontalRule(
      column: 0, row: layout.bottomRow, columns: state.columns, glyphs: state.theme.glyphs,
      style: state.theme.style(.rule))
    let text = DisplayText(ViewportText(state.matrix, layout: layout).text)
    if text.isEmpty || text.columns + 4 > state.columns { return }
    grid.draw(
      DisplayText(" ") + text + DisplayText(" "), column: state.columns - text.columns - 4,
      row: layout.bottomRow, style: state.theme.style(.dim))
  }

  private func drawRows(_ grid: inout CellGrid) {
    let first = state.matrix.firstColumn
    let columns = first..<first + layout.columnsThatFit(from: first)
    let positions = columns.map { layout.position(of: $0, first: first) }
    let isOld = columns.map { unfollowed.holds(arrangement.columns[$0], .columns, axes) }
    for line in 0..<layout.bodyRows {
      let row = state.matrix.firstRow + line
      guard arrangement.rows.indices.contains(row) else {
        let used = layout.body.row + line + 1
        let rest = Rect(column: 0, row: used, columns: state.columns, rows: layout.bottomRow - used)
        FindingsPeek(state: state, picture: axes.picture).draw(&grid, in: rest)
        return
      }
      let isOldRow = unfollowed.holds(arrangement.rows[row], .rows, axes)
      drawName(row, at: layout.body.row + line, isOld: isOldRow, &grid)
      drawCount(row, at: layout.body.row + line, isOld: isOldRow, &grid)
      for (index, column) in columns.enumerated() {
        let place = Place(column: positions[index], row: layout.body.row + line)
        drawCell(row, column, at: place, isOld: isOldRow || isOld[index], &grid)
      }
    }
  }

  private struct Place {
    let column: Int
    let row: Int
  }

  private func drawName(_ row: Int, at line: Int, isOld: Bool, _ grid: inout CellGrid) {
    let isSelected = row == state.matrix.row
    var style = state.theme.style(
      isSelected ? .selectedHeader : isOld ? .old : arrangement.rows[row].isGroup ? .group : .rowHeader)
    if isSelected && state.matrix.header == .rows { style = style.adding(.reverse) }
    if let mark = state.matrix.rowMarks[row] {
      grid.draw(mark.glyph, column: 0, row: line, style: state.theme.style(.key))
    } else if arrangement.highlighted.isRowMarked(row) {
      grid.draw(Glyph(Self.highlightMark), column: 0, row: line, style: state.theme.style(.key))
    }
    let name = Rect(column: layout.nameColumn, row: line, columns: layout.nameWidth, rows: 1)
    grid.draw(RowLabel(line: arrangement.rows[row], axes: axes).text, in: name, style: style, clip: .middle)
  }

  private func drawCell(_ row: Int, _ column: Int, at place: Place, isOld: Bool, _ grid: inout CellGrid) {
    let (cell, count) = arrangement.cell(row: row, column: column, axes)
    let isCursor =
      row == state.matrix.row && column == state.matrix.column && state.matrix.header == nil
    let isDimmed = isOld && cell.state != .blank
    var style = isDimmed ? state.theme.style(.old) : state.theme.style(of: cell.state)
    if state.matrix.changes.isChanged(row: row, column: column, at: state.now) {
      style = style.adding(.underline)
    }
    let isHighlighted = arrangement.highlighted.isMarked(row: row, column: column, arrangement, axes)
    if isHighlighted { style = style.adding([.bold, .underline]) }
    if isCursor {
      style = style.adding(.reverse)
      // A blank cell would be a cursor that nobody sees on a terminal without reverse video.
      if cell.state == .blank {
        grid.draw(Glyph("_"), column: place.column, row: place.row, style: style)
        return
      }
    }
    grid.draw(state.theme.glyph(cell.state), column: place.column, row: place.row, style: style)
    guard layout.header.hasRoomForCounts, cell.state <= .unverified else { return }
    grid.draw(NumberText.short(count), column: place.column + 1, row: place.row, style: style)
  }

  /// Stands before rows that match what `&` asks for; a row that was marked keeps its own sign.
  private static let highlightMark = ">"

  /// The worst state of a row and how many of its cells are in it.
  private func drawCount(_ row: Int, at line: Int, isOld: Bool, _ grid: inout CellGrid) {
    let counts = arrangement.rowCounts[row]
    let worst = counts.worst
    guard worst.isProblem else { return }
    let style = isOld ? state.theme.style(.old) : state.theme.style(of: worst)
    let end = grid.draw(state.theme.glyph(worst).text, column: layout.countColumn, row: line, style: style)
    let room = Rect(column: end, row: line, columns: layout.countWidth - 2, rows: 1)
    grid.draw(DisplayText(NumberText.short(counts[worst])), in: room, style: style)
  }
}

extension RowMark {
  /// One ASCII character: `*` for a row that is marked, `:` for one of whose members some are.
  var glyph: Glyph { Glyph(self == .whole ? "*" : ":") }
}
