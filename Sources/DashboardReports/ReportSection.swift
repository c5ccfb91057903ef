// The rows and columns of one cluster that a report shows.

import DashboardModel

/// The part of a face that is one cluster's.
struct ReportSection {
  let cluster: ClusterName
  /// Rows shown: worst first where problems are asked for, else in the order of the axis.
  let rows: [Int]
  /// Columns shown, in the same order.
  let columns: [Int]
  let hiddenRows: Int
  let hiddenColumns: Int

  /// A section for each cluster that has a row or a column to show.
  static func all(of picture: Picture, _ options: ReportOptions) -> [ReportSection] {
    let matrix = picture.matrix(options.face)
    let rows = byCluster(options.face.rowAxis, picture)
    let columns = byCluster(options.face.columnAxis, picture)
    return picture.snapshot.structure.clusters.map { cluster in
      let ownRows = rows[cluster] ?? []
      let ownColumns = columns[cluster] ?? []
      let shownRows = shown(ownRows, matrix.rowCounts, options)
      let shownColumns = shown(ownColumns, matrix.columnCounts, options)
      return ReportSection(
        cluster: cluster, rows: shownRows, columns: shownColumns,
        hiddenRows: ownRows.count - shownRows.count, hiddenColumns: ownColumns.count - shownColumns.count)
    }
  }

  /// Whether there is a matrix at all.
  var isEmpty: Bool { rows.isEmpty || columns.isEmpty }

  private static func byCluster(_ axis: Axis, _ picture: Picture) -> [ClusterName: [Int]] {
    var places: [ClusterName: [Int]] = [:]
    for place in 0..<picture.count(axis) {
      if let subject = picture.subject(place, on: axis) { places[subject.cluster, default: []].append(place) }
    }
    return places
  }

  private static func shown(_ places: [Int], _ counts: [StateCounts], _ options: ReportOptions) -> [Int] {
    if options.only == .all { return places }
    let keyed = places.map { (place: $0, worst: counts[$0].worst, problems: counts[$0].problems) }
    return keyed.filter { $0.problems > 0 }
      .sorted { left, right in
        if left.worst != right.worst { return left.worst < right.worst }
        if left.problems != right.problems { return left.problems > right.problems }
        return left.place < right.place
      }
      .map(\.place)
  }
}
