// A terminal in memory: reads the bytes that a program really sent and knows what an operator would see.

package import TerminalCanvas
import TextWidth

/// Enough of xterm to check what ncurses sends: cursor movement, erasing, inserting and deleting, scroll regions,
/// colours and attributes, the alternate screen, private modes, UTF-8 with wide and combining characters. What it does
/// not know it lists in `unknown`.
package struct VirtualScreen: Sendable {
  package private(set) var grid: CellGrid
  package private(set) var cursor = (column: 0, row: 0)
  /// Private modes that are on (`?1049`, `?2004` ...).
  package private(set) var modes = initialModes
  /// What is on in a fresh terminal: wrapping at the right edge and the visible cursor.
  package static let initialModes: Set<Int> = [7, 25]
  package private(set) var isKeypadActive = false
  package private(set) var style = Style.plain
  package private(set) var unknown: [String] = []

  private var hidden: CellGrid
  private var region: ClosedRange<Int>
  private var savedCursor = (column: 0, row: 0)
  private var parser = EscapeParser()
  private var lastGlyph: Glyph?
  private var wrapsNext = false

  package init(columns: Int, rows: Int) {
    grid = CellGrid(columns: columns, rows: rows)
    hidden = grid
    region = 0...rows - 1
  }

  /// True while the alternate screen is shown.
  package var isAlternate: Bool { modes.contains(1049) }

  /// True while a frame arrives that is to be shown as one.
  package var isWithinFrame: Bool { modes.contains(2026) }

  /// The rows as text, blanks at their ends left out.
  package var text: String { GridDump.text(grid) }

  /// Takes bytes that the program sent.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let token = parser.take(byte) { apply(token) }
    }
  }

  /// Follows a new size, as terminals do that keep the top left corner.
  package mutating func resize(columns: Int, rows: Int) {
    var resized = CellGrid(columns: columns, rows: rows)
    resized.draw(grid, column: 0, row: 0)
    grid = resized
    hidden = CellGrid(columns: columns, rows: rows)
    region = 0...rows - 1
    move(column: cursor.column, row: cursor.row)
  }

  private mutating func apply(_ token: EscapeParser.Token) {
    switch token {
    case .scalar(let scalar): printed(scalar)
    case .control(let byte): control(byte)
    case .escape(let final): escape(final)
    case .sequence(let sequence): self.sequence(sequence)
    case .ignored: break
    }
  }

  private mutating func printed(_ scalar: Unicode.Scalar) {
    if ScalarWidth(scalar) == .mark { return addMark(scalar) }
    put(Glyph(String(scalar)))
  }

  private mutating func put(_ glyph: Glyph) {
    if wrapsNext || cursor.column + glyph.columns > grid.columns {
      move(column: 0, row: cursor.row)
      lineFeed()
    }
    grid.draw(glyph, column: cursor.column, row: cursor.row, style: style)
    lastGlyph = glyph
    let next = cursor.column + glyph.columns
    move(column: next, row: cursor.row)
    wrapsNext = next >= grid.columns
  }

  /// Marks belong to the glyph that was printed last.
  private mutating func addMark(_ scalar: Unicode.Scalar) {
    guard let glyph = lastGlyph else { return }
    let marked = Glyph(glyph.text + String(scalar))
    let end = wrapsNext ? grid.columns : cursor.column
    grid.draw(
      marked, column: end - glyph.columns, row: cursor.row, style: grid[end - glyph.columns, cursor.row].style
    )
    lastGlyph = marked
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(column: cursor.column - 1, row: cursor.row)
    case 0x09: move(column: (cursor.column / 8 + 1) * 8, row: cursor.row)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: move(column: 0, row: cursor.row)
    case 0x07, 0x0E, 0x0F: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func escape(_ final: String) {
    switch final {
    case "7": savedCursor = cursor
    case "8": move(column: savedCursor.column, row: savedCursor.row)
    case "=": isKeypadActive = true
    case ">": isKeypadActive = false
    case "M": reverseLineFeed()
    case "(B", ")B", "(0", ")0": break
    default: unknown.append("ESC \(final)")
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == region.upperBound {
      scroll(region, by: 1)
    } else {
      move(column: cursor.column, row: cursor.row + 1)
    }
  }

  private mutating func reverseLineFeed() {
    if cursor.row == region.lowerBound {
      scroll(region, by: -1)
    } else {
      move(column: cursor.column, row: cursor.row - 1)
    }
  }

  private mutating func move(column: Int, row: Int) {
    cursor = (min(max(0, column), grid.columns - 1), min(max(0, row), grid.rows - 1))
    wrapsNext = false
  }

  private mutating func sequence(_ sequence: EscapeParser.Sequence) {
    let count = sequence.number(0, default: 1)
    switch (sequence.marker, sequence.final) {
    case ("?", "h"), ("?", "l"): sequence.numbers.forEach { setMode($0, sequence.final == "h") }
    case ("", "H"), ("", "f"): move(column: sequence.number(1, default: 1) - 1, row: count - 1)
    case ("", "A"): move(column: cursor.column, row: cursor.row - count)
    case ("", "B"): move(column: cursor.column, row: cursor.row + count)
    case ("", "C"): move(column: cursor.column + count, row: cursor.row)
    case ("", "D"): move(column: cursor.column - count, row: cursor.row)
    case ("", "G"): move(column: count - 1, row: cursor.row)
    case ("", "d"): move(column: cursor.column, row: count - 1)
    case ("", "Z"): move(column: (cursor.column - 1) / 8 * 8, row: cursor.row)
    case ("", "r"): setRegion(top: count, bottom: sequence.number(1, default: grid.rows))
    case ("", "m"): style = style.applying(sequence.numbers)
    case ("", "b"): (0..<count).forEach { _ in lastGlyph.map { put($0) } }
    case ("", "h"), ("", "l"), ("", "t"), (">", "m"), (">", "c"): break
    default: edit(sequence, count)
    }
  }

  private mutating func edit(_ sequence: EscapeParser.Sequence, _ count: Int) {
    let (column, row) = cursor
    let below = min(row, region.upperBound)...region.upperBound
    switch (sequence.marker, sequence.final) {
    case ("", "J"): eraseDisplay(sequence.number(0, default: 0))
    case ("", "K"): eraseLine(sequence.number(0, default: 0))
    case ("", "X"): erase(column: column, row: row, count)
    case ("", "@"): shift(row: row, from: column, by: count)
    case ("", "P"): shift(row: row, from: column, by: -count)
    case ("", "L"): scroll(below, by: -count)
    case ("", "M"): scroll(below, by: count)
    case ("", "S"): scroll(region, by: count)
    case ("", "T"): scroll(region, by: -count)
    default: unknown.append("CSI \(sequence.marker)\(sequence.numbers)\(sequence.final)")
    }
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    if mode == 1049, isOn != isAlternate {
      swap(&grid, &hidden)
      if isOn { grid = CellGrid(columns: grid.columns, rows: grid.rows) }
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func setRegion(top: Int, bottom: Int) {
    let bottom = min(bottom, grid.rows)
    guard top < bottom else { return }
    region = top - 1...bottom - 1
    move(column: 0, row: 0)
  }

  /// Erased cells keep the background (`bce`), nothing else.
  private var blankStyle: Style { Style(background: style.background) }

  private mutating func erase(column: Int, row: Int, _ count: Int) {
    grid.fill(Rect(column: column, row: row, columns: count, rows: 1), style: blankStyle)
  }

  private mutating func eraseLine(_ part: Int) {
    if part != 0 { erase(column: 0, row: cursor.row, cursor.column + 1) }
    if part != 1 { erase(column: cursor.column, row: cursor.row, grid.columns - cursor.column) }
  }

  private mutating func eraseDisplay(_ part: Int) {
    eraseLine(part)
    let rows = part == 0 ? cursor.row + 1..<grid.rows : part == 1 ? 0..<cursor.row : 0..<grid.rows
    for row in rows { erase(column: 0, row: row, grid.columns) }
  }

  /// Moves the rest of a line: to the right for positive counts.
  private mutating func shift(row: Int, from column: Int, by count: Int) {
    let rest = Array(grid.row(row)[(row * grid.columns + column)...])
    erase(column: column, row: row, grid.columns - column)
    for (offset, cell) in rest.enumerated() where !cell.isContinuation && column + offset + count >= column {
      grid.draw(cell.glyph, column: column + offset + count, row: row, style: cell.style)
    }
  }

  /// Moves lines up for positive counts.
  private mutating func scroll(_ lines: ClosedRange<Int>, by count: Int) {
    let before = grid
    for line in lines {
      erase(column: 0, row: line, grid.columns)
      guard lines.contains(line + count) else { continue }
      for (column, cell) in before.row(line + count).enumerated() where !cell.isContinuation {
        grid.draw(cell.glyph, column: column, row: line, style: cell.style)
      }
    }
  }
}

extension Style {
  /// This style after the numbers of an SGR sequence.
  fileprivate func applying(_ numbers: [Int]) -> Style {
    var style = self
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = .plain
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 22: style.attributes.subtract([.bold, .dim])
      case 24: style.attributes.remove(.underline)
      case 27: style.attributes.remove(.reverse)
      case 30...37: style.foreground = .palette(UInt8(number - 30))
      case 90...97: style.foreground = .palette(UInt8(number - 82))
      case 39: style.foreground = .terminalDefault
      case 40...47: style.background = .palette(UInt8(number - 40))
      case 100...107: style.background = .palette(UInt8(number - 92))
      case 49: style.background = .terminalDefault
      case 38, 48:
        guard rest.popFirst() == 5, let index = rest.popFirst() else { return style }
        if number == 38 { style.foreground = .palette(UInt8(clamping: index)) }
        if number == 48 { style.background = .palette(UInt8(clamping: index)) }
      default: break
      }
    }
    return style
  }
}
