// Frames as what a terminal is sent: only what differs from the frame before, with the cursor moved to it.

package import TerminalCanvas

/// Writes frames for terminals as xterm is (ECMA-48, 256 colours). It knows what the terminal shows.
package struct FrameEncoder: Sendable {
  private var shown: CellGrid?
  private var style = Style.plain
  private var cursor: (column: Int, row: Int)?

  /// An encoder for a terminal that shows anything.
  package init() {}

  /// What makes the terminal show a frame; empty where it does already.
  package mutating func bytes(of frame: Frame) -> String {
    let grid = frame.grid
    var text = ""
    if shown?.bounds != grid.bounds {
      text += "\u{1B}[0m\u{1B}[?25l\u{1B}[H\u{1B}[2J"
      shown = CellGrid(columns: grid.columns, rows: grid.rows)
      style = .plain
      cursor = (0, 0)
    }
    guard let before = shown else { return text }
    for row in 0..<grid.rows where !grid.hasSameRow(row, as: before) {
      write(row, of: grid, before, to: &text)
    }
    shown = grid
    return text
  }

  private mutating func write(_ row: Int, of grid: CellGrid, _ before: CellGrid, to text: inout String) {
    let end = Self.endOfWords(row, grid)
    var column = 0
    while column < grid.columns {
      let cell = grid[column, row]
      let width = max(1, cell.glyph.columns)
      if cell == before[column, row], !cell.isContinuation,
        width == 1 || grid[column + 1, row] == before[column + 1, row]
      {
        column += width
        continue
      }
      if column >= end {
        move(to: column, row, &text)
        set(.plain, &text)
        text += "\u{1B}[K"
        return
      }
      move(to: column, row, &text)
      set(cell.style, &text)
      text += cell.glyph.text
      column += width
      cursor = column >= grid.columns ? nil : (column, row)
    }
  }

  /// The column from which on a row is blank in the plain style.
  private static func endOfWords(_ row: Int, _ grid: CellGrid) -> Int {
    (grid.row(row).enumerated().reversed().first { $0.element != .blank }?.offset ?? -1) + 1
  }

  private mutating func move(to column: Int, _ row: Int, _ text: inout String) {
    if let cursor, cursor == (column, row) { return }
    text += "\u{1B}[\(row + 1);\(column + 1)H"
    cursor = (column, row)
  }

  private mutating func set(_ new: Style, _ text: inout String) {
    if new == style { return }
    var codes = ["0"]
    if new.attributes.contains(.bold) { codes.append("1") }
    if new.attributes.contains(.dim) { codes.append("2") }
    if new.attributes.contains(.underline) { codes.append("4") }
    if new.attributes.contains(.reverse) { codes.append("7") }
    codes += Self.codes(new.foreground, plain: 30, bright: 90, extended: 38)
    codes += Self.codes(new.background, plain: 40, bright: 100, extended: 48)
    text += "\u{1B}[\(codes.joined(separator: ";"))m"
    style = new
  }

  private static func codes(_ color: Color, plain: Int, bright: Int, extended: Int) -> [String] {
    switch color {
    case .terminalDefault: []
    case .palette(let index) where index < 8: ["\(plain + Int(index))"]
    case .palette(let index) where index < 16: ["\(bright + Int(index) - 8)"]
    case .palette(let index): ["\(extended);5;\(index)"]
    }
  }
}
