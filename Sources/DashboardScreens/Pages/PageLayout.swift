// The lines of a page as rows of a screen: wrapped between words, further rows hanging.

import TerminalCanvas

/// The rows of a page. Cost: its text, once a page and width.
struct PageLayout: Sendable {
  /// A row of a line.
  struct Row: Hashable, Sendable {
    /// The line's place in the page.
    let line: Int
    /// Whether the line begins here.
    var isFirst = false
    /// Columns before the words.
    let indent: Int
    /// The words, safe for a terminal.
    var pieces: [Piece]
  }
  /// Words of one style in a row.
  struct Piece: Hashable, Sendable {
    var text: DisplayText
    let role: PageSpan.Role
  }

  let columns: Int
  private(set) var rows: [Row] = []
  private var starts: [Int] = []

  init(lines: [PageLine], columns: Int) {
    self.columns = columns
    for (place, line) in lines.enumerated() {
      starts.append(rows.count)
      rows += Self.rows(of: line, at: place, columns: columns)
    }
  }

  /// Columns that words may take on a screen: one is the mark's, one stays free at each side.
  static func columns(on state: AppState) -> Int { max(8, state.columns - 3) }

  /// Rows that lines may take on a screen: the header, the title and the footer are not theirs.
  static func bodyRows(on state: AppState) -> Int { max(0, state.rows - topRows(on: state) - 1) }

  /// Rows above the lines; a tall screen has a blank one below the title.
  static func topRows(on state: AppState) -> Int { state.rows >= 20 ? 3 : 2 }

  /// The rows of a line; empty where there is no such line.
  func rows(ofLine line: Int) -> Range<Int> {
    guard starts.indices.contains(line) else { return 0..<0 }
    let end = starts.indices.contains(line + 1) ? starts[line + 1] : rows.count
    return starts[line]..<end
  }

  private static func rows(of line: PageLine, at place: Int, columns: Int) -> [Row] {
    if line.isVerbatim { return [verbatim(line, place, columns)] }
    let indent = min(line.indent, columns / 3)
    let hang = min(indent + line.hang, columns / 2)
    var rows = [Row(line: place, isFirst: true, indent: indent, pieces: [])]
    var used = indent
    for span in line.spans {
      for word in words(of: span.text) {
        let text = DisplayText(word)
        let isBlank = word.allSatisfy { $0 == " " }
        if used + text.columns > columns, used > hang {
          if isBlank { continue }
          rows.append(Row(line: place, indent: hang, pieces: []))
          used = hang
        }
        // A row begins with a word; blanks at the start of a line are the writer's.
        if isBlank, rows.count > 1, used == hang { continue }
        used += append(text, span.role, to: &rows, place: place, hang: hang, used: used, columns: columns)
      }
    }
    return rows
  }

  /// Appends a word, over several rows where it is longer than one; returns the columns that it took of the last.
  private static func append(
    _ word: DisplayText, _ role: PageSpan.Role, to rows: inout [Row], place: Int, hang: Int, used: Int,
    columns: Int
  ) -> Int {
    var position = used
    var piece = ""
    var width = 0
    for glyph in word.glyphs {
      if position + width + glyph.columns > columns, position + width > hang {
        add(piece, role, to: &rows)
        rows.append(Row(line: place, indent: hang, pieces: []))
        (piece, width, position) = ("", 0, hang)
      }
      piece += glyph.text
      width += glyph.columns
    }
    add(piece, role, to: &rows)
    return position + width - used
  }

  private static func add(_ text: String, _ role: PageSpan.Role, to rows: inout [Row]) {
    if text.isEmpty { return }
    let last = rows.count - 1
    if let piece = rows[last].pieces.last, piece.role == role {
      rows[last].pieces[rows[last].pieces.count - 1].text = piece.text + DisplayText(text)
    } else {
      rows[last].pieces.append(Piece(text: DisplayText(text), role: role))
    }
  }

  private static func verbatim(_ line: PageLine, _ place: Int, _ columns: Int) -> Row {
    var room = columns - line.indent
    var pieces: [Piece] = []
    for span in line.spans where room > 0 {
      let text = DisplayText(span.text).clipped(to: room)
      pieces.append(Piece(text: text, role: span.role))
      room -= text.columns
    }
    return Row(line: place, isFirst: true, indent: line.indent, pieces: pieces)
  }

  /// Words and the blanks between them, in order.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = ""
    for character in text {
      if let last = current.last, (last == " ") != (character == " ") {
        words.append(current)
        current = ""
      }
      current.append(character)
    }
    return current.isEmpty ? words : words + [current]
  }
}
