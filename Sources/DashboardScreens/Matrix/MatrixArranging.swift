// Arranges a face: filters, zooms, keeps problems, collapses equal lines, puts the worst first.

import DashboardModel

/// Computes an arrangement. Cost: rows plus columns, and a pass over the cells for each of these that is asked for: the
/// problems of a filtered matrix, equal columns, equal rows, groups.
struct MatrixArranging {
  let axes: MatrixAxes
  let state: MatrixState
  /// What ages are measured by: now, and the feeds as they are.
  let now: Timestamp
  let feeds: [FeedReport]

  func arrangement() -> MatrixArrangement {
    let matches = matches(state.filter)
    let places = axes.isTransposed ? (matches.columns, matches.rows) : (matches.rows, matches.columns)
    // Where nothing that matches has a problem, what was asked for is shown all the same. A filter on cells says itself
    // which of them are wanted.
    let hasProblem =
      !state.filter.asksAboutCells && places.0.contains { axes.counts(of: $0, .rows).problems > 0 }
    var result = MatrixArrangement()
    if !state.filter.isEmpty { result.filterMatches = matches }
    var rows = lines(of: places.0, .rows)
    if hasProblem && !state.showsAllRows {
      rows = rows.filter { line in line.members.contains { axes.counts(of: $0, .rows).problems > 0 } }
    }
    var columns = lines(of: places.1, .columns)
    if hasProblem && !state.showsAllColumns {
      columns = shownColumns(columns, rows: rows, isFiltered: !state.filter.isEmpty)
    }
    if state.showsDifferences {
      rows = lines(of: places.0, .rows).filter(isMarked)
      columns = differing(lines(of: places.1, .columns), between: rows)
    }
    (rows, columns) = collapsed(rows, columns)
    result.shownRows = Self.subjects(rows)
    result.shownColumns = Self.subjects(columns)
    result.hiddenRows = places.0.count - result.shownRows
    result.hiddenColumns = places.1.count - result.shownColumns
    arrange(rows, &result)
    ColumnGrouping(axes: axes, before: state.resetsOrder ? nil : state.arrangement).arrange(columns, &result)
    result.rolled = RolledCells(rows: result.rows, columns: result.columns, axes: axes)
    if !state.highlight.isEmpty {
      result.highlighted = HighlightedLines(
        self.matches(state.highlight), rows: result.rows, columns: result.columns, axes: axes)
    }
    return result
  }

  private func matches(_ filter: Filter) -> FilterMatches {
    axes.picture.matches(filter, face: axes.face, now: now, feeds: feeds)
  }

  private static func subjects(_ lines: [MatrixLine]) -> Int { lines.reduce(0) { $0 + $1.members.count } }

  // MARK: Which lines

  /// The lines of a side, by name: groups where it is zoomed out, else one a subject.
  private func lines(of places: [Int], _ side: MatrixSide) -> [MatrixLine] {
    let axis = axes.axis(side)
    guard let grouping = state.zoom[axis] else { return places.map { MatrixLine(members: [$0]) } }
    var lineOfGroup: [MatrixGroup: Int] = [:]
    var lines: [MatrixLine] = []
    for place in places {
      guard let group = grouping.group(of: place, on: axis, in: axes.picture) else { continue }
      if let known = lineOfGroup[group] {
        lines[known].members.append(place)
      } else {
        lineOfGroup[group] = lines.count
        lines.append(MatrixLine(members: [place], kind: .group, group: group))
      }
    }
    return lines.sorted(by: Self.precedes)
  }

  private static func precedes(_ left: MatrixLine, _ right: MatrixLine) -> Bool {
    guard let a = left.group, let b = right.group else { return left.place < right.place }
    if a.cluster != b.cluster { return (a.cluster?.text ?? "") < (b.cluster?.text ?? "") }
    return NaturalOrder.precedes(a.title, b.title)
  }

  /// Columns with a problem; of a filtered matrix only the problems of the rows that are left count.
  private func shownColumns(_ columns: [MatrixLine], rows: [MatrixLine], isFiltered: Bool) -> [MatrixLine] {
    var hasProblem = (0..<axes.columnCount).map { axes.counts(of: $0, .columns).problems > 0 }
    if isFiltered {
      let inRows = axes.placesWithProblem(.columns, across: rows.flatMap(\.members))
      for place in hasProblem.indices { hasProblem[place] = hasProblem[place] && inRows[place] }
    }
    let shown = columns.filter { line in line.members.contains { hasProblem[$0] } }
    return shown.isEmpty ? columns : shown
  }

  private func isMarked(_ line: MatrixLine) -> Bool {
    line.members.contains { place in
      axes.picture.subject(place, on: axes.rowAxis).map(state.marks.contains) ?? false
    }
  }

  /// Columns in which some rows are not all equal.
  private func differing(_ columns: [MatrixLine], between rows: [MatrixLine]) -> [MatrixLine] {
    guard let first = rows.first else { return columns }
    return columns.filter { column in
      column.members.contains { place in
        rows.contains { axes.cell($0.place, place) != axes.cell(first.place, place) }
      }
    }
  }

  /// Equal lines as one. A zoomed side stays as it is: its lines are groups already.
  private func collapsed(
    _ rows: [MatrixLine], _ columns: [MatrixLine]
  ) -> (rows: [MatrixLine], columns: [MatrixLine]) {
    let collapsesColumns = state.collapse != .nothing && state.zoom[axes.columnAxis] == nil
    let collapsesRows = state.collapse == .columnsAndRows && state.zoom[axes.rowAxis] == nil
    let (rowPlaces, columnPlaces) = (rows.flatMap(\.members), columns.flatMap(\.members))
    return (
      collapsesRows ? Self.lines(axes.equal(rowPlaces, .rows, across: columnPlaces)) : rows,
      collapsesColumns ? Self.lines(axes.equal(columnPlaces, .columns, across: rowPlaces)) : columns
    )
  }

  private static func lines(_ classes: [[Int]]) -> [MatrixLine] {
    classes.map { MatrixLine(members: $0, kind: $0.count > 1 ? .equal : .subject) }
  }

  // MARK: The order of the rows

  /// Rows that stay together when sorted: an account's line with its members, else one.
  private struct Block {
    let lines: [MatrixLine]
    let id: MatrixLineID
    let rank: RowRank
  }

  /// Rows by the order that is asked for. While pictures come, rows that stay keep their places.
  private func arrange(_ rows: [MatrixLine], _ result: inout MatrixArrangement) {
    let sorted = blocks(of: rows).sorted { state.isReversed ? $1.rank < $0.rank : $0.rank < $1.rank }
    var order = Array(sorted.indices)
    if !state.resetsOrder, !state.arrangement.rowIDs.isEmpty {
      order = SteadyOrder.merged(fresh: sorted.map(\.id), before: state.arrangement.rowIDs)
      result.isOutOfOrder = order != Array(sorted.indices)
    }
    result.rows = order.flatMap { sorted[$0].lines }
    result.rowIDs = result.rows.compactMap { axes.id(of: $0, .rows) }
    result.rowCounts = result.rows.map { axes.counts(of: $0, .rows) }
    let title = AxisTitle(axes.rowAxis, state).text.count
    result.longestRowName = result.rows.reduce(title) { max($0, RowLabel(line: $1, axes: axes).columns) }
  }

  private func blocks(of rows: [MatrixLine]) -> [Block] {
    let names = state.zoom[axes.rowAxis] != nil
    return groupedByAccount(rows).enumerated().compactMap { index, lines in
      guard let first = lines.first, let id = axes.id(of: first, .rows) else { return nil }
      // Groups come by their titles, which places do not tell.
      let rank = state.order.rank(axes.counts(of: first, .rows), place: names ? index : first.place)
      return Block(lines: lines, id: id, rank: rank)
    }
  }

  /// Credential specs of one account stand together below its line; everything else stands alone.
  private func groupedByAccount(_ rows: [MatrixLine]) -> [[MatrixLine]] {
    guard axes.rowAxis == .credentialSpec, state.zoom[.credentialSpec] == nil,
      state.collapse != .columnsAndRows
    else { return rows.map { [$0] } }
    var groupOfPlace: [Int: Int] = [:]
    for (group, range) in axes.picture.accountGroups.enumerated() {
      for place in range { groupOfPlace[place] = group }
    }
    var blocks: [[Int]] = []
    var lastGroup: Int?
    for row in rows {
      let group = groupOfPlace[row.place]
      if let group, group == lastGroup, !blocks.isEmpty {
        blocks[blocks.count - 1].append(row.place)
      } else {
        blocks.append([row.place])
      }
      lastGroup = group
    }
    return blocks.map { members in
      if members.count == 1 { return [MatrixLine(members: members)] }
      return [MatrixLine(members: members, kind: .account)]
        + members.map { MatrixLine(members: [$0], isMember: true) }
    }
  }
}
