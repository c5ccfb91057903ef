// What the cursor is on, in words: two lines, also for cells that stand for several.

import DashboardModel

/// The words of the read-out.
struct ReadOutText {
  let state: CellState
  /// The state with what it does not say of itself.
  let stateText: String
  let sentence: String
  let reason: String

  /// The members that are named; the others are counted.
  private static let named = 12
  /// How many cells of a group are pointed at.
  private static let pointedAt = 6

  /// The words for the cell under the cursor; nil where there is none.
  static func underCursor(_ app: AppState, _ axes: MatrixAxes) -> ReadOutText? {
    let arrangement = app.matrix.arrangement
    guard arrangement.rows.indices.contains(app.matrix.row),
      arrangement.columns.indices.contains(app.matrix.column)
    else { return nil }
    let row = arrangement.rows[app.matrix.row]
    let column = arrangement.columns[app.matrix.column]
    if let side = app.matrix.header { return ofHeader(side, app, axes) }
    let isZoomed = row.kind == .group || column.kind == .group
    let text = isZoomed ? ofGroups(row, column, axes) : ofSubjects(row, column, axes, now: app.now)
    let unfollowed = UnfollowedClusters(app)
    return text?.saying(unfollowed.words(row, .rows, axes) ?? unfollowed.words(column, .columns, axes))
  }

  /// A row or a column as a whole: what it is, its worst state and all others, and what Enter does.
  private static func ofHeader(_ side: MatrixSide, _ app: AppState, _ axes: MatrixAxes) -> ReadOutText {
    let arrangement = app.matrix.arrangement
    let line = side == .rows ? arrangement.rows[app.matrix.row] : arrangement.columns[app.matrix.column]
    let counts =
      side == .rows ? arrangement.rowCounts[app.matrix.row] : arrangement.columnCounts[app.matrix.column]
    let (worst, axis) = (counts.worst, axes.axis(side))
    let others = CellState.allCases.filter { $0 != worst && $0 != .blank && counts[$0] > 0 }
      .map { "\(NumberText.grouped(counts[$0])) \($0.word)" }.joined(separator: ", ")
    let enter = app.keys.name(of: "why")
    let leads =
      line.kind == .group
      ? "a group of \(NumberText.grouped(line.members.count)) \(axis.word)s" : "\(enter): all about it"
    let text = ReadOutText(
      state: worst,
      stateText: counts[worst] == 0
        ? "nothing to tell" : "\(NumberText.grouped(counts[worst])) \(worst.word)",
      sentence:
        "\(axis.word) \(title(line, axis, axes.picture)), the whole \(side == .rows ? "row" : "column")",
      reason: [others, leads].filter { !$0.isEmpty }.joined(separator: "; "))
    return text.saying(UnfollowedClusters(app).words(line, side, axes))
  }

  /// The same, with how old it is where nothing newer comes: before the reason, which may be cut.
  private func saying(_ age: String?) -> ReadOutText {
    guard let age else { return self }
    return ReadOutText(
      state: state, stateText: stateText, sentence: sentence,
      reason: reason.isEmpty ? age : "\(age); \(reason)")
  }

  /// A cell of one subject, or of several that are equal.
  private static func ofSubjects(
    _ row: MatrixLine, _ column: MatrixLine, _ axes: MatrixAxes, now: Timestamp
  ) -> ReadOutText? {
    // An account's row speaks of its worst member.
    let worst = row.members.min { axes.cell($0, column.place).state < axes.cell($1, column.place).state }
    guard let explanation = worst.flatMap({ axes.explanation($0, column.place) }) else { return nil }
    let sentence = "\(explanation.title): \(explanation.sentence)"
    let state = explanation.cell.state
    var equal: [String] = []
    if column.kind == .equal { equal.append(Self.equal(column, axes.columnAxis, axes.picture)) }
    if row.kind == .equal { equal.append(Self.equal(row, axes.rowAxis, axes.picture)) }
    if equal.isEmpty {
      let reason = why(explanation, now: now)
      return ReadOutText(state: state, stateText: explanation.stateText, sentence: sentence, reason: reason)
    }
    let count = NumberText.grouped((row.kind == .equal ? row.members.count : 1) * column.members.count)
    return ReadOutText(
      state: state, stateText: "\(explanation.stateText) x\(count)", sentence: sentence,
      reason: equal.joined(separator: "; "))
  }

  /// A cell of groups: how many of each state, and where the worst are.
  private static func ofGroups(_ row: MatrixLine, _ column: MatrixLine, _ axes: MatrixAxes) -> ReadOutText {
    let counts = axes.tally(rows: row.members, columns: column.members)
    let worst = counts.worst
    let others = CellState.allCases.filter { $0 != worst && $0 != .blank && counts[$0] > 0 }
      .map { "\(NumberText.grouped(counts[$0])) \($0.word)" }.joined(separator: ", ")
    let places = worst > .unverified ? "" : whereabouts(of: worst, row, column, count: counts[worst], axes)
    let rowTitle = title(row, axes.rowAxis, axes.picture)
    let columnTitle = title(column, axes.columnAxis, axes.picture)
    return ReadOutText(
      state: worst,
      stateText: worst == .blank ? worst.word : "\(NumberText.grouped(counts[worst])) \(worst.word)",
      sentence: "\(rowTitle) @ \(columnTitle)",
      reason: [others, places].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  private static func whereabouts(
    of state: CellState, _ row: MatrixLine, _ column: MatrixLine, count: Int, _ axes: MatrixAxes
  ) -> String {
    let places = axes.places(
      rows: row.members, columns: column.members, state: state, limit: min(pointedAt, count))
    let names = places.map { place in
      let rowName = axes.picture.subject(place.row, on: axes.rowAxis)?.name ?? ""
      let columnName = axes.picture.subject(place.column, on: axes.columnAxis)?.name ?? ""
      if row.members.count == 1 { return columnName }
      return column.members.count == 1 ? rowName : "\(rowName) @ \(columnName)"
    }
    let rest = count - places.count
    let more = rest > 0 ? " and \(NumberText.grouped(rest)) more" : ""
    return "\(state.word): \(names.joined(separator: ", "))\(more)"
  }

  private static func title(_ line: MatrixLine, _ axis: Axis, _ picture: Picture) -> String {
    guard let group = line.group else {
      let name = picture.subject(line.place, on: axis)?.name ?? ""
      return line.kind == .subject ? name : "\(name) x\(line.members.count)"
    }
    let noun = line.members.count == 1 ? axis.word : "\(axis.word)s"
    return "\(group.text(of: picture)) (\(NumberText.grouped(line.members.count)) \(noun))"
  }

  /// Who the members of a collapsed line are.
  private static func equal(_ line: MatrixLine, _ axis: Axis, _ picture: Picture) -> String {
    let names = line.members.prefix(named).compactMap { picture.subject($0, on: axis)?.name }
    let rest = line.members.count - names.count
    let more = rest > 0 ? " and \(NumberText.grouped(rest)) more" : ""
    let count = NumberText.grouped(line.members.count)
    return "\(count) equal \(axis.word)s: \(names.joined(separator: ", "))\(more)"
  }

  private static func why(_ explanation: CellExplanation, now: Timestamp) -> String {
    var text = explanation.reasons.isEmpty ? "" : "why: " + explanation.reasons.joined(separator: "; ")
    if let at = explanation.evidence.compactMap(\.at).max() {
      text += "\(text.isEmpty ? "" : "  ")(seen \(AgeText.text(from: at, to: now)))"
    }
    return text
  }
}
