// Puts rows of a grid on ncurses' screen.

import CNcurses
import TerminalCanvas

/// Writes rows as ncurses wants them: one array of wide cells for each row.
struct FrameWriter {
  private var pairs: ColorPairs
  private let isUTF8: Bool
  private var row: [cchar_t] = []

  init(usesColor: Bool, isUTF8: Bool) {
    pairs = ColorPairs(usesColor: usesColor)
    self.isUTF8 = isUTF8
  }

  /// The colours in use.
  var colors: Int { Int(pairs.colors) }

  /// Writes one row of the grid at the same row of the screen; ncurses clips what is right of the screen.
  mutating func write(_ number: Int, of grid: CellGrid) {
    row.removeAll(keepingCapacity: true)
    var previous: Cell?
    for cell in grid.row(number) where !cell.isContinuation {
      if cell == previous, let last = row.last, !cell.glyph.isWide {
        row.append(last)
      } else {
        append(cell)
      }
      previous = cell
    }
    guard wmove(cn_stdscr(), Int32(number), 0) == OK else { return }
    wadd_wchnstr(cn_stdscr(), row, Int32(row.count))
  }

  /// ncurses places cells by the C library's widths, so a glyph that it measures otherwise than we did is replaced.
  private mutating func append(_ cell: Cell) {
    let glyph = cell.glyph
    let attributes = Self.attributes(of: cell.style)
    let pair = pairs.number(for: cell.style)
    var wide = cchar_t()
    guard glyph.isASCII || isUTF8 && Int(cn_width(glyph.base.wide)) == glyph.columns else {
      cn_cell(&wide, Unicode.Scalar("?").wide, 0, 0, attributes, pair)
      row.append(contentsOf: repeatElement(wide, count: glyph.columns))
      return
    }
    cn_cell(
      &wide, glyph.base.wide, Self.mark(glyph.firstMark), Self.mark(glyph.secondMark), attributes, pair)
    row.append(wide)
  }

  /// 0, which is none, for a mark that the C library takes for something else.
  private static func mark(_ mark: Unicode.Scalar?) -> wchar_t {
    guard let mark, cn_width(mark.wide) == 0 else { return 0 }
    return mark.wide
  }

  private static func attributes(of style: Style) -> attr_t {
    var attributes: attr_t = 0
    if style.attributes.isEmpty { return attributes }
    if style.attributes.contains(.bold) { attributes |= cn_attribute_bold() }
    if style.attributes.contains(.dim) { attributes |= cn_attribute_dim() }
    if style.attributes.contains(.underline) { attributes |= cn_attribute_underline() }
    if style.attributes.contains(.reverse) { attributes |= cn_attribute_reverse() }
    return attributes
  }
}

extension Unicode.Scalar {
  /// The scalar as the C library's wide character.
  fileprivate var wide: wchar_t { wchar_t(bitPattern: value) }
}
