// The report for spreadsheets: a cell a line, as RFC 4180 quotes it, and nothing in it that a spreadsheet
// would run.

import DashboardModel

/// Writes CSV: UTF-8, a header line, CRLF after each line. Cells that are not concerned have no line.
struct CSVReport: ReportWriting {
  /// The columns.
  static let header = [
    "face", "row_cluster", "row_namespace", "row_kind", "row", "column_cluster", "column_kind", "column",
    "state",
    "severity", "contents_compared", "another_identity", "explanation", "reason", "observed_at",
  ]

  static func write(_ report: Report, to target: inout some TextOutputStream) {
    writeLine(header, to: &target)
    let face = "\(report.face.rowAxis.word) x \(report.face.columnAxis.word)"
    report.forEachCell { cell in
      writeLine(
        fields(of: cell, face: face).map { field($0, isASCII: report.options.isASCII) }, to: &target)
    }
  }

  private static func fields(of cell: ReportCell, face: String) -> [String] {
    let explanation = cell.explanation
    let (row, column) = (cell.rowName, cell.columnName)
    return [
      face, row.cluster.text, row.namespace, row.detail, row.name, column.cluster.text, column.detail,
      column.name, cell.cell.state.word, cell.cell.severity?.rawValue ?? "",
      cell.cell.isNotCompared ? "no" : "yes", cell.cell.differsInIdentity ? "yes" : "no",
      explanation?.sentence ?? "", explanation?.reasons.first ?? "",
      explanation?.evidence.compactMap(\.at).max()?.text ?? "",
    ]
  }

  private static func writeLine(_ fields: [String], to target: inout some TextOutputStream) {
    target.write(fields.joined(separator: ",") + "\r\n")
  }

  /// A field as it stands in the file. Spreadsheets run what begins with `=`, `+`, `-` or `@` (full-width
  /// ones too, and after blanks); an apostrophe before it makes it text. Source: OWASP, CSV Injection.
  static func field(_ outside: String, isASCII: Bool = false) -> String {
    var text = SafeText(outside, isASCII: isASCII).text
    // Scalars, not characters: a combining mark after a comma or sign hides it from Swift and from nobody
    // else.
    let scalars = text.unicodeScalars
    let needsQuotes =
      scalars.contains { ",;\"".unicodeScalars.contains($0) } || scalars.first == " " || scalars.last == " "
    if let first = scalars.first(where: { !$0.properties.isWhitespace }),
      "=+-@＝＋－＠".unicodeScalars.contains(first)
    {
      text = "'" + text
    }
    if !needsQuotes { return text }
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { quoted += scalar == "\"" ? [scalar, scalar] : [scalar] }
    return "\"" + String(quoted) + "\""
  }
}
