// A grid as a picture: how documentation shows what a screen looks like in colours.

package import TerminalCanvas

/// Writes grids as SVG: real text in a monospace font, each run at its own place, so that no font can shift columns.
package struct GridPicture {
  /// What stands for the terminal's own colours.
  package struct Paper: Sendable {
    let ink: PaletteColor
    let background: PaletteColor

    /// Light text on a dark screen.
    package static let dark = Paper(ink: PaletteColor(253), background: PaletteColor(234))
    /// Dark text on a white screen.
    package static let light = Paper(ink: PaletteColor(234), background: PaletteColor(231))
  }

  private struct Look: Hashable {
    let ink: PaletteColor
    let background: PaletteColor
    let isBold: Bool
    let isUnderlined: Bool
  }

  private static let cell = (width: 8, height: 17)
  private static let margin = 10

  private let grid: CellGrid
  private let paper: Paper

  package init(_ grid: CellGrid, paper: Paper) {
    self.grid = grid
    self.paper = paper
  }

  /// The picture, with words for those who do not see it.
  package func svg(title: String) -> String {
    var looks: [Look] = []
    var backgrounds = ""
    var texts = ""
    for row in 0..<grid.rows {
      for run in runs(of: row) {
        if run.look.background != ground { backgrounds += background(run, row: row) }
        guard !run.text.allSatisfy({ $0 == " " }) || run.look.isUnderlined else { continue }
        let place = looks.firstIndex { Self.isSameText($0, run.look) } ?? looks.endIndex
        if place == looks.endIndex { looks.append(run.look) }
        texts += text(run, row: row, class: place)
      }
    }
    let (width, height) = (
      grid.columns * Self.cell.width + 2 * Self.margin, grid.rows * Self.cell.height + 2 * Self.margin
    )
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img">
      <title>\(Self.escaped(title))</title>
      <style>text{font:13px 'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre}
      rect~rect{shape-rendering:crispEdges}
      \(looks.enumerated().map { Self.rule($0, $1) }.joined(separator: "\n"))</style>
      <rect width="\(width)" height="\(height)" rx="6" fill="\(ground.hex)"/>
      \(backgrounds)\(texts)</svg>

      """
  }

  /// The colour of most cells.
  private var ground: PaletteColor {
    var counts: [PaletteColor: Int] = [:]
    for cell in grid.cells { counts[look(cell.style).background, default: 0] += 1 }
    return counts.max { ($0.value, $0.key.hex) < ($1.value, $1.key.hex) }?.key ?? paper.background
  }

  private func look(_ style: Style) -> Look {
    var ink = PaletteColor(style.foreground) ?? paper.ink
    var background = PaletteColor(style.background) ?? paper.background
    if style.attributes.contains(.reverse) { (ink, background) = (background, ink) }
    // Terminals differ in how much they dim; xterm takes a third.
    if style.attributes.contains(.dim) { ink = ink.mixed(with: background, part: 1.0 / 3) }
    return Look(
      ink: ink, background: background, isBold: style.attributes.contains(.bold),
      isUnderlined: style.attributes.contains(.underline))
  }

  // MARK: Runs

  private struct Run {
    let look: Look
    let column: Int
    var columns: Int
    var text: String
    let isASCII: Bool
  }

  /// Neighbours that look alike, as long as they are ASCII: other glyphs may come from another font, so each has a place
  /// of its own.
  private func runs(of row: Int) -> [Run] {
    var runs: [Run] = []
    for (column, cell) in grid.row(row).enumerated() where !cell.isContinuation {
      let look = look(cell.style)
      let glyph = cell.glyph
      if let last = runs.last, last.look == look, last.isASCII, glyph.isASCII {
        runs[runs.count - 1].text += glyph.text
        runs[runs.count - 1].columns += glyph.columns
      } else {
        runs.append(
          Run(look: look, column: column, columns: glyph.columns, text: glyph.text, isASCII: glyph.isASCII))
      }
    }
    return runs
  }

  private func background(_ run: Run, row: Int) -> String {
    "<rect x=\"\(x(run.column))\" y=\"\(Self.margin + row * Self.cell.height)\" "
      + "width=\"\(run.columns * Self.cell.width)\" height=\"\(Self.cell.height)\" "
      + "fill=\"\(run.look.background.hex)\"/>\n"
  }

  private func text(_ run: Run, row: Int, class place: Int) -> String {
    let text = run.look.isUnderlined ? run.text[...] : run.text.trimmed
    let lead = run.text.prefix { $0 == " " }.count
    let column = run.column + (run.look.isUnderlined ? 0 : lead)
    let width = run.isASCII ? " textLength=\"\(text.count * Self.cell.width)\"" : ""
    return "<text class=\"s\(place)\" x=\"\(x(column))\" y=\"\(Self.margin + row * Self.cell.height + 13)\""
      + "\(width)>\(Self.escaped(String(text)))</text>\n"
  }

  private func x(_ column: Int) -> Int { Self.margin + column * Self.cell.width }

  private static func isSameText(_ left: Look, _ right: Look) -> Bool {
    left.ink == right.ink && left.isBold == right.isBold && left.isUnderlined == right.isUnderlined
  }

  private static func rule(_ place: Int, _ look: Look) -> String {
    ".s\(place){fill:\(look.ink.hex)" + (look.isBold ? ";font-weight:bold" : "")
      + (look.isUnderlined ? ";text-decoration:underline" : "") + "}"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension String {
  /// Without the blanks at its ends.
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}
