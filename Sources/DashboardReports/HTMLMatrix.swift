// The matrix of one cluster as an HTML table.

import DashboardModel

/// Writes one section: a table with headers for both axes, or a row's counts where there are too many
/// columns.
struct HTMLMatrix {
  private static let columnsLimit = 200

  private let report: Report
  private let section: ReportSection
  private let text: HTMLText

  init(_ report: Report, _ section: ReportSection, _ text: HTMLText) {
    self.report = report
    self.section = section
    self.text = text
  }

  func write(to target: inout some TextOutputStream) {
    let (rows, columns) = (section.rows.count, section.columns.count)
    let face = report.face
    target.write("<h2>\(text.name(section.cluster.text))</h2>\n<div class=\"wide\">\n")
    let isList = columns > report.options.columnsLimit ?? Self.columnsLimit
    target.write(isList ? "<table>\n" : "<table class=\"matrix\">\n")
    target.write("<caption>\(rows) of \(Report.count(rows + section.hiddenRows, face.rowAxis.word)), ")
    target.write("\(columns) of \(Report.count(columns + section.hiddenColumns, face.columnAxis.word))")
    target.write("</caption>\n")
    if isList { writeCounts(to: &target) } else { writeCells(to: &target) }
    target.write("</tbody>\n</table>\n</div>\n")
  }

  private func writeHead(_ place: Int, to target: inout some TextOutputStream) {
    let name = SubjectName(report.picture, place, report.face.rowAxis)
    let detail = name.detail.isEmpty ? "" : " <small>\(name.detail)</small>"
    target.write("<tr><th scope=\"row\">\(text.name(name.label))\(detail)</th>")
  }

  private func writeCells(to target: inout some TextOutputStream) {
    target.write("<thead><tr><th scope=\"col\">\(report.face.rowAxis.word)</th>")
    for column in section.columns {
      let name = SubjectName(report.picture, column, report.face.columnAxis)
      target.write("<th scope=\"col\"><span>\(text.name(name.label))</span></th>")
    }
    target.write("</tr></thead>\n<tbody>\n")
    let matrix = report.matrix
    for row in section.rows {
      writeHead(row, to: &target)
      for column in section.columns { writeCell(matrix[row, column], row, column, to: &target) }
      target.write("</tr>\n")
    }
  }

  /// The glyph for the eye, the word for the ear, and for a problem the sentence under the pointer.
  private func writeCell(_ cell: Cell, _ row: Int, _ column: Int, to target: inout some TextOutputStream) {
    if cell.state == .blank {
      target.write("<td></td>")
      return
    }
    var title = cell.state.word
    if cell.state.isProblem, let explanation = ReportCell(report, row, column, cell).explanation {
      title = "\(explanation.stateText): \(explanation.sentence)"
    } else if cell.isNotCompared {
      title += " (contents not compared)"
    }
    let glyph = report.options.isASCII ? cell.state.asciiGlyph : cell.state.glyph
    target.write("<td class=\"\(HTMLPalette.name(of: cell))\" title=\"\(text.escape(title))\">")
    target.write("<span class=\"glyph\" aria-hidden=\"true\">\(text.escape(String(glyph)))</span>")
    target.write("<span class=\"hidden\">\(cell.state.word)</span></td>")
  }

  private func writeCounts(to target: inout some TextOutputStream) {
    target.write("<thead><tr><th scope=\"col\">\(report.face.rowAxis.word)</th><th scope=\"col\">cells</th>")
    target.write("</tr></thead>\n<tbody>\n")
    for row in section.rows {
      writeHead(row, to: &target)
      let counts = report.matrix.rowCounts[row]
      let words = CellState.allCases.filter { counts[$0] > 0 && $0 != .blank && $0 != .eligible }
        .map { "\(counts[$0]) \($0.word)" }.joined(separator: ", ")
      target.write("<td>\(words)</td></tr>\n")
    }
  }
}
