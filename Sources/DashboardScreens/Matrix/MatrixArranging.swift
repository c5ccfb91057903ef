// Arranges a face: filters names, keeps problems, puts the worst first.

import DashboardModel

/// Computes an arrangement. Cost: rows plus columns, and the cells of the rows that a filter leaves.
struct MatrixArranging {
  let axes: MatrixAxes
  let state: MatrixState

  func arrangement() -> MatrixArrangement {
    let filter = NameFilter(state.filterText)
    let matches = filter.places(in: axes)
    // Where nothing that matches has a problem, what was asked for is shown all the same.
    let hasProblem = matches.rows.contains { axes.counts(ofRow: $0).problems > 0 }
    var result = MatrixArrangement()
    result.unmatchedWords = matches.unmatchedWords
    let rows = matches.rows.filter {
      state.showsAllRows || !hasProblem || axes.counts(ofRow: $0).problems > 0
    }
    let columns = shownColumns(matches.columns, rows: rows, isFiltered: !filter.isEmpty, hasProblem)
    result.hiddenRows = matches.rows.count - rows.count
    result.hiddenColumns = matches.columns.count - columns.count
    result.rows = rowLines(rows)
    let groups = ColumnGrouping(axes: axes).groups(of: columns)
    result.columns = groups.flatMap(\.places).map {
      MatrixLine(members: [$0], isGroup: false, isMember: false)
    }
    (result.columnGroups, result.commonPrefix) = ColumnGrouping.ranges(groups)
    result.longestRowName = result.rows.map { RowLabel(line: $0, axes: axes).columns }.max() ?? 0
    return result
  }

  private func shownColumns(_ columns: [Int], rows: [Int], isFiltered: Bool, _ hasProblem: Bool) -> [Int] {
    if state.showsAllColumns || !hasProblem { return columns }
    let candidates = columns.filter { axes.counts(ofColumn: $0).problems > 0 }
    if !isFiltered { return candidates }
    // Of a filtered matrix only the problems of the rows that are left count.
    let shown = candidates.filter { column in rows.contains { axes.cell($0, column).state.isProblem } }
    return shown.isEmpty ? columns : shown
  }

  /// The order of before is kept where the same lines are shown; groups that changed are other lines.
  private func rowLines(_ rows: [Int]) -> [MatrixLine] {
    let lines = blocks(of: rows).sorted(by: precedes).flatMap(lines)
    let before = state.arrangement.rows
    let isSame = !state.resetsOrder && before.count == lines.count && Set(before) == Set(lines)
    return isSame ? before : lines
  }

  /// Members of an account group stand together; everything else stands alone.
  private func blocks(of rows: [Int]) -> [[Int]] {
    guard axes.rowAxis == .credentialSpec else { return rows.map { [$0] } }
    var groupOfPlace: [Int: Int] = [:]
    for (group, range) in axes.picture.accountGroups.enumerated() {
      for place in range { groupOfPlace[place] = group }
    }
    var blocks: [[Int]] = []
    var lastGroup: Int?
    for row in rows {
      let group = groupOfPlace[row]
      if let group, group == lastGroup, !blocks.isEmpty {
        blocks[blocks.count - 1].append(row)
      } else {
        blocks.append([row])
      }
      lastGroup = group
    }
    return blocks
  }

  private func precedes(_ left: [Int], _ right: [Int]) -> Bool {
    let a = rank(left)
    let b = rank(right)
    if a.worst != b.worst { return a.worst < b.worst }
    if a.problems != b.problems { return a.problems > b.problems }
    return (left.first ?? 0) < (right.first ?? 0)
  }

  private func rank(_ block: [Int]) -> (worst: CellState, problems: Int) {
    let counts = axes.counts(ofRows: block)
    let worst = counts.worst
    return (worst.isProblem ? worst : min(worst, .deployed), counts.problems)
  }

  private func lines(of block: [Int]) -> [MatrixLine] {
    if block.count == 1 { return [MatrixLine(members: block, isGroup: false, isMember: false)] }
    return [MatrixLine(members: block, isGroup: true, isMember: false)]
      + block.map { MatrixLine(members: [$0], isGroup: false, isMember: true) }
  }
}
