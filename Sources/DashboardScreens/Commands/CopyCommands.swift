// Copying: the subject or command under the cursor, and the report of a cell.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let copying: [Command] = [
    Command("copy", ["y"], "Copy the subject or the command under the cursor", on: .everywhere) { state in
      state.copyShort()
    },
    Command("copy report", ["Y"], "Copy the report of this cell, or of this screen", on: .everywhere) {
      state in
      state.copyLong()
    },
  ]
}

extension AppState {
  fileprivate mutating func copyShort() -> [Effect] {
    if let page = pages.last {
      guard page.page.lines.indices.contains(page.line) else { return [] }
      let line = page.page.lines[page.line]
      return [
        .copy(text: line.copy ?? line.text, what: line.copy == nil ? "the line" : "\"\(line.copy ?? "")\"")
      ]
    }
    guard let cell = selectedCell else {
      notice = "there is nothing under the cursor"
      return []
    }
    let name = matrix.header == .columns ? cell.column.name : cell.row.name
    return [.copy(text: name, what: name)]
  }

  fileprivate mutating func copyLong() -> [Effect] {
    if let page = pages.last { return [.copy(text: page.page.plainText, what: "the screen")] }
    guard let cell = selectedCell else {
      notice = "there is nothing under the cursor"
      return []
    }
    if let side = matrix.header {
      let subject = side == .rows ? cell.row : cell.column
      let sheet = ObjectScreen(subject: .subject(subject))
      return [.copy(text: sheet.page(self).plainText, what: "all about \(subject.name)")]
    }
    let rows = matrix.isTransposed ? (cell.column, cell.row) : (cell.row, cell.column)
    let why = WhyScreen(face: matrix.face, row: rows.0, column: rows.1)
    return [.copy(text: why.page(self).plainText, what: "the report of this cell")]
  }
}

extension Page {
  /// The page as plain text: the title and its lines, unwrapped.
  package var plainText: String {
    ([title, ""] + lines.map { String(repeating: " ", count: $0.indent) + $0.text }).joined(separator: "\n")
      + "\n"
  }
}
