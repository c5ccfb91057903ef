// How column names are written, and where each column starts: worked out for a width, from the groups alone.

import DashboardModel
import TerminalCanvas

/// How column names are written: labels of groups above their numbers where there is room, else each name downwards;
/// the few columns of a zoomed axis have their names from left to right.
struct ColumnHeaderShape {
  /// Terminal columns of a cell, with the blank behind it.
  let cellWidth: Int
  /// Whether labels stand above their groups.
  let hasLabels: Bool
  /// Whether names are written from left to right.
  let isAcross: Bool
  /// Lines of the names.
  let nameRows: Int
  /// Lines below the names for how many subjects a column stands for.
  let countRows: Int
  private let groups: [ColumnGroup]
  /// Where the first column of each group starts.
  private let starts: [Int]

  /// Lines of the header.
  var rows: Int { (hasLabels ? 1 : 0) + nameRows + countRows }
  /// Whether a cell has room for a number behind its glyph.
  var hasRoomForCounts: Bool { cellWidth >= 6 }

  init(_ arrangement: MatrixArrangement, room: Int, highest: Int) {
    groups = arrangement.columnGroups
    let count = arrangement.columns.count
    let gaps = max(0, groups.count - 1)
    let isZoomed = arrangement.columns.first?.group != nil
    let width = Self.cellWidth(arrangement, room: room - gaps)
    cellWidth = width
    isAcross = isZoomed && width >= 6
    let labelled = Self.isLabelled(groups, width: width, room: room - gaps)
    hasLabels = labelled
    let longest = groups.map { $0.longestTail + (labelled ? 0 : $0.label.count) }.max() ?? 0
    let names = isAcross ? 1 : longest
    let digits = NumberText.short(arrangement.largestColumn).count
    let counts = arrangement.largestColumn == 1 ? 0 : isAcross ? 1 : digits + 1
    let room = max(1, highest - (labelled ? 1 : 0))
    // Where the number has no room beside two lines of a name, an x alone says that there is one.
    countRows = counts == 0 ? 0 : counts + min(names, 2) <= room ? counts : min(1, room - 1)
    nameRows = min(names, room - countRows)
    starts = Self.starts(groups, cellWidth: width, isLabelled: labelled)
    assert(count == groups.reduce(0) { $0 + $1.range.count })
  }

  private static func cellWidth(_ arrangement: MatrixArrangement, room: Int) -> Int {
    let count = arrangement.columns.count
    guard arrangement.columns.first?.group != nil else { return count * 2 <= room ? 2 : 1 }
    let longest = arrangement.columnGroups.map(\.longestTail).max() ?? 0
    let widths = [min(max(longest, 5), 18) + 2, 10, 7, 6, 2]
    return widths.first { $0 * count <= room } ?? 1
  }

  /// Labels may cost a fifth of the columns.
  private static func isLabelled(_ groups: [ColumnGroup], width: Int, room: Int) -> Bool {
    guard groups.contains(where: { !$0.label.isEmpty }) else { return false }
    let bare = groups.reduce(0) { $0 + $1.range.count * width }
    let lengthened = groups.reduce(0) { $0 + max(0, $1.labelColumns - $1.range.count * width) }
    return bare + lengthened <= room || lengthened * 5 <= bare
  }

  private static func starts(_ groups: [ColumnGroup], cellWidth: Int, isLabelled: Bool) -> [Int] {
    var position = 0
    return groups.map { group in
      defer { position += max(isLabelled ? group.labelColumns : 0, group.range.count * cellWidth) + 1 }
      return position
    }
  }

  /// Where a column starts, counted from the first column of all.
  func start(of column: Int) -> Int {
    var (low, high) = (0, groups.count)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].range.upperBound <= column { low = middle + 1 } else { high = middle }
    }
    guard low < groups.count else { return 0 }
    return starts[low] + (column - groups[low].range.lowerBound) * cellWidth
  }

  /// Where a column ends; the blank behind a cell does not count.
  func end(of column: Int) -> Int { start(of: column) + max(1, cellWidth - 1) }
}
