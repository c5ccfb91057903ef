// The matrix of one cluster as text: names across where they fit, else upright, else a line a row with its
// counts.

import DashboardModel

/// Draws one section. `states` are those that it shows, for the legend.
struct TextMatrix {
  private let report: Report
  private let section: ReportSection
  private let width: Int
  private let headWidth: Int
  private let labels: [SafeText]
  private let form: Form

  /// How column names are drawn.
  private enum Form: Equatable {
    /// Side by side, that many columns each.
    case across(pitch: Int)
    /// One letter a line, without the prefix that all share.
    case upright(pitch: Int)
    /// Not at all: too many columns.
    case list
  }

  /// The most columns drawn where nobody says otherwise.
  private static let columnsLimit = 60
  private static let uprightRows = 16

  init(_ report: Report, _ section: ReportSection, width: Int) {
    self.report = report
    self.section = section
    self.width = width
    let axis = report.face.columnAxis
    let count = section.columns.count
    let isASCII = report.options.isASCII
    let limit = report.options.columnsLimit ?? Self.columnsLimit
    labels =
      count > limit
      ? []
      : section.columns.map { SafeText(SubjectName(report.picture, $0, axis).label, isASCII: isASCII) }
    let longest = section.rows.map { Self.head(report, $0).columns }.max() ?? 0
    let pitch = (labels.map(\.columns).max() ?? 0) + 2
    if count > limit {
      headWidth = min(longest, 40)
      form = .list
    } else if longest + 2 + count * pitch <= width {
      headWidth = longest
      form = .across(pitch: pitch)
    } else {
      headWidth = min(longest, max(18, width - 2 - count))
      form = .upright(pitch: headWidth + 2 + count * 2 <= width ? 2 : 1)
    }
  }

  /// The states of the cells that are drawn.
  var states: Set<CellState> {
    if form == .list { return [] }
    let matrix = report.matrix
    var states: Set<CellState> = []
    for row in section.rows { for column in section.columns { states.insert(matrix[row, column].state) } }
    return states
  }

  func write(to target: inout some TextOutputStream) {
    let prefix = commonPrefix
    writeCaption(prefix, to: &target)
    switch form {
    case .across(let pitch):
      let names = labels.map { $0.padded(to: pitch) }.joined()
      writeLine(String(repeating: " ", count: headWidth + 2) + names, to: &target)
      for row in section.rows { writeRow(row, pitch: pitch, to: &target) }
    case .upright(let pitch):
      writeUpright(prefix, pitch: pitch, to: &target)
      for row in section.rows { writeRow(row, pitch: pitch, to: &target) }
    case .list:
      for row in section.rows { writeCounts(row, to: &target) }
    }
  }

  private func writeCaption(_ prefix: String, to target: inout some TextOutputStream) {
    let rows = section.rows.count
    let columns = section.columns.count
    let face = report.face
    var text = "\(section.cluster.text): "
    text += "\(rows) of \(Report.count(rows + section.hiddenRows, face.rowAxis.word)), "
    text += "\(columns) of \(Report.count(columns + section.hiddenColumns, face.columnAxis.word))"
    if case .upright = form, !prefix.isEmpty { text += " (names begin with \(prefix))" }
    if form == .list { text += ", too many for a matrix here" }
    TextWrap(width: width, isASCII: report.options.isASCII).write("", text, to: &target)
  }

  private func writeRow(_ row: Int, pitch: Int, to target: inout some TextOutputStream) {
    let matrix = report.matrix
    var line = Self.head(report, row).clipped(to: headWidth).padded(to: headWidth + 2)
    for column in section.columns {
      let state = matrix[row, column].state
      line.append(report.options.isASCII ? state.asciiGlyph : state.glyph)
      line += String(repeating: " ", count: pitch - 1)
    }
    writeLine(line, to: &target)
  }

  private func writeCounts(_ row: Int, to target: inout some TextOutputStream) {
    let counts = report.matrix.rowCounts[row]
    let words = CellState.allCases.filter { counts[$0] > 0 && $0 != .blank && $0 != .eligible }
      .map { "\(counts[$0])\u{A0}\($0.word.replacing(" ", with: "\u{A0}"))" }.joined(separator: ", ")
    let head = Self.head(report, row).clipped(to: headWidth).padded(to: headWidth + 2)
    TextWrap(width: width, isASCII: report.options.isASCII).write(head, words, to: &target)
  }

  private func writeLine(_ line: String, to target: inout some TextOutputStream) {
    target.write(TextWrap.trimmed(line) + "\n")
  }

  private static func head(_ report: Report, _ row: Int) -> SafeText {
    let name = SubjectName(report.picture, row, report.face.rowAxis)
    return SafeText(
      name.detail.isEmpty ? name.label : "\(name.label) (\(name.detail))", isASCII: report.options.isASCII)
  }

  /// What all column names begin with, up to a separator, so that upright names are short.
  private var commonPrefix: String {
    guard labels.count > 1, var prefix = labels.first.map({ Substring($0.text) }) else { return "" }
    for label in labels { prefix = Substring(prefix.commonPrefix(with: label.text)) }
    while let last = prefix.last, !"-_./".contains(last) { prefix.removeLast() }
    return String(prefix)
  }

  private func writeUpright(_ prefix: String, pitch: Int, to target: inout some TextOutputStream) {
    let names = labels.map { label in
      Array(SafeText(String(label.text.dropFirst(prefix.count))).clipped(to: Self.uprightRows).text)
    }
    let rows = names.map(\.count).max() ?? 0
    for row in 0..<rows {
      var line = String(repeating: " ", count: headWidth + 2)
      for name in names {
        // Names stand on the matrix: the end is what tells hosts apart.
        let index = row - (rows - name.count)
        let letter = index < 0 ? Character(" ") : name[index]
        // A letter two columns wide would push the matrix aside.
        line.append(SafeText(String(letter)).columns > pitch ? "?" : letter)
        line += String(repeating: " ", count: max(0, pitch - SafeText(String(letter)).columns))
      }
      writeLine(line, to: &target)
    }
  }
}

extension Substring {
  /// The characters with which both begin.
  func commonPrefix(with other: String) -> Substring {
    var end = startIndex
    for (mine, theirs) in zip(self, other) {
      if mine != theirs { break }
      end = index(after: end)
    }
    return self[..<end]
  }
}
