// The matrix in sentences: what is shown of it, its rows and columns with what is wrong where, and the cell one is on.

import DashboardModel
import TerminalCanvas

/// Says the matrix.
struct MatrixSpeech {
  let state: AppState
  let axes: MatrixAxes

  /// How many names a state of a line is told with; the others are counted.
  private static let named = 5

  private var matrix: MatrixState { state.matrix }
  private var arrangement: MatrixArrangement { state.matrix.arrangement }

  // MARK: All of it

  /// Which face, how much of it, the figures, and how the sources do.
  var summary: [String] {
    var words = "Matrix, face \(matrix.face.rawValue) of \(Face.allCases.count): "
    words += "\(axes.rowAxis.word)s in rows, \(axes.columnAxis.word)s in columns."
    if !axes.hasProblem { words += " No problem here." }
    return [words, shown] + conditions + [figures] + FeedSpeech.lines(state)
  }

  private var shown: String {
    let rows = part(arrangement.shownRows, arrangement.hiddenRows, lines: arrangement.rows.count, "row")
    let columns = part(
      arrangement.shownColumns, arrangement.hiddenColumns, lines: arrangement.columns.count, "column")
    return "\(rows); \(columns). Rows are sorted \(matrix.orderWords)."
  }

  private func part(_ shown: Int, _ hidden: Int, lines: Int, _ noun: String) -> String {
    var words = "\(NumberText.grouped(shown)) \(shown == 1 ? noun : noun + "s") shown"
    if lines != shown { words += " as \(NumberText.grouped(lines)) lines" }
    if hidden > 0 { words += ", \(NumberText.grouped(hidden)) without a problem hidden (all \(noun)s)" }
    return words
  }

  /// The filter and the marks, where there are any.
  private var conditions: [String] {
    var words: [String] = []
    if !matrix.filter.isEmpty {
      words.append("Filter: \(matrix.filter.text) (clear filter takes it away).")
    }
    if !matrix.highlight.isEmpty {
      words.append("Highlighted: what matches \(matrix.highlight.text).")
    }
    if !matrix.marks.isEmpty { words.append("\(NumberText.grouped(matrix.marks.count)) marked.") }
    if matrix.showsDifferences { words.append("Only what differs between the marked rows is shown.") }
    return words
  }

  private var figures: String {
    let words = axes.picture.figures.labelled.map { figure in
      "\(figure.label) \(figure.value)" + (figure.note.map { " (\($0))" } ?? "")
    }
    return "Copies: \(words.joined(separator: ", "))."
  }

  // MARK: The cell

  /// The cell under the cursor: its row, its column, and the words of the read-out.
  var cell: [String] {
    guard let text = ReadOutText.underCursor(state, axes) else {
      return [EmptyMatrixText.text(state, axes) + "."]
    }
    if let side = matrix.header {
      let (word, number) = side == .rows ? ("row", matrix.row + 1) : ("column", matrix.column + 1)
      return ["Header of \(word) \(number).", "\(text.stateText): \(text.sentence)", text.reason]
    }
    var place = "Row \(matrix.row + 1) of \(arrangement.rows.count), \(name(matrix.row, .rows)); "
    place += "column \(matrix.column + 1) of \(arrangement.columns.count), \(name(matrix.column, .columns))."
    if matrix.changes.isChanged(row: matrix.row, column: matrix.column, at: state.now) {
      place += " Changed a moment ago."
    }
    if arrangement.highlighted.isMarked(row: matrix.row, column: matrix.column, arrangement, axes) {
      place += " Highlighted."
    }
    let reason = text.reason.split(separator: " ").joined(separator: " ")
    return [place, "\(text.stateText): \(text.sentence)"] + (reason.isEmpty ? [] : [reason])
  }

  // MARK: Rows and columns

  /// All rows or columns with how many cells are in which state, and where those are that somebody should act on.
  func lines(_ side: MatrixSide) -> [String] {
    lines(of: side).indices.map { index in
      let selected = index == (side == .rows ? matrix.row : matrix.column) ? ", selected" : ""
      return "\(index + 1)\(selected). \(name(index, side)): \(states(index, side))"
    }
  }

  /// The line of a name, else the first with a name that begins so, else that holds it; all without case.
  func line(named name: String, _ side: MatrixSide) -> Int? {
    let wanted = name.lowercased()
    if wanted.isEmpty { return nil }
    let names = lines(of: side).indices.map { self.name($0, side).lowercased() }
    return names.firstIndex(of: wanted) ?? names.firstIndex { $0.hasPrefix(wanted) }
      ?? names.firstIndex { $0.contains(wanted) }
  }

  private func lines(of side: MatrixSide) -> [MatrixLine] {
    side == .rows ? arrangement.rows : arrangement.columns
  }

  private func states(_ index: Int, _ side: MatrixSide) -> String {
    let counts = side == .rows ? arrangement.rowCounts[index] : arrangement.columnCounts[index]
    let states = CellState.allCases.filter { $0 != .blank && counts[$0] > 0 }
    if states.isEmpty { return "nothing is needed in advance" }
    let line = lines(of: side)[index]
    return states.map { state in
      let count = "\(NumberText.grouped(counts[state])) \(state.word)"
      return state.isProblem ? "\(count) \(whereabouts(of: state, line, side, count: counts[state]))" : count
    }.joined(separator: "; ")
  }

  private func whereabouts(of state: CellState, _ line: MatrixLine, _ side: MatrixSide, count: Int) -> String
  {
    let all = Array(0..<axes.count(side.other))
    let places = axes.places(
      rows: side == .rows ? line.members : all, columns: side == .rows ? all : line.members, state: state,
      limit: Self.named)
    let names = places.map { place -> String in
      let own = axes.picture.subject(side == .rows ? place.row : place.column, on: axes.axis(side))
      let other = axes.picture.subject(side == .rows ? place.column : place.row, on: axes.axis(side.other))
      let name = other?.label ?? ""
      return line.members.count == 1 ? name : "\(name) (\(own?.label ?? ""))"
    }
    let rest = count - places.count
    let more = rest > 0 ? " and \(NumberText.grouped(rest)) more" : ""
    return (axes.axis(side.other) == .host ? "on " : "for ") + names.joined(separator: ", ") + more
  }

  /// What a line is called, with what its place would say: that it stands for several, or belongs to an account.
  private func name(_ index: Int, _ side: MatrixSide) -> String {
    let line = lines(of: side)[index]
    let axis = axes.axis(side)
    let count = "\(NumberText.grouped(line.members.count)) \(axis.word)\(line.members.count == 1 ? "" : "s")"
    let subject = axes.picture.subject(line.place, on: axis)
    let name: String
    switch line.kind {
    case .group: name = "group \(line.group?.text(of: axes.picture) ?? "") of \(count)"
    case .account: name = "account \(account(line) ?? "") with \(count)"
    case .equal: name = "\(subject?.label ?? "") and what is equal, \(count)"
    case .subject:
      name = (subject?.label ?? "") + (line.isMember ? account(line).map { " of \($0)" } ?? "" : "")
    }
    return name + marks(index, side)
  }

  /// What is marked on the screen by a sign or an underline.
  private func marks(_ index: Int, _ side: MatrixSide) -> String {
    let highlighted = arrangement.highlighted
    let isLit = side == .rows ? highlighted.isRowMarked(index) : highlighted.isColumnMarked(index)
    let words = isLit ? ", highlighted" : ""
    guard side == .rows, let mark = matrix.rowMarks[index] else { return words }
    return words + (mark == .whole ? ", marked" : ", marked in part")
  }

  private func account(_ line: MatrixLine) -> String? {
    axes.picture.credentialSpec(line.place).account?.text
  }
}
