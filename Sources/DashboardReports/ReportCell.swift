// A cell of a report with the names of its row and column.

import DashboardModel

/// A cell that a report lists.
struct ReportCell {
  let row: Int
  let column: Int
  let cell: Cell
  private let report: Report

  init(_ report: Report, _ row: Int, _ column: Int, _ cell: Cell) {
    self.report = report
    self.row = row
    self.column = column
    self.cell = cell
  }

  var rowName: SubjectName { SubjectName(report.picture, row, report.face.rowAxis) }
  var columnName: SubjectName { SubjectName(report.picture, column, report.face.columnAxis) }

  /// The screen's words for it. Cost: the replicas of the services concerned.
  var explanation: CellExplanation? {
    report.picture.explanation(row: row, column: column, of: report.face)
  }

  /// `finance/reports → reports`: as the screen's title, and the namespace with it, since a report has no
  /// crosshair.
  var title: String {
    let mark = report.face == .serviceByCredentialSpec ? "→" : "@"
    return "\(rowName.label) \(mark) \(columnName.label)"
  }
}

/// The name of a row or column, with what tells it from others of that name.
struct SubjectName {
  let cluster: ClusterName
  /// Empty for what has no namespace.
  let namespace: String
  /// The name without its namespace.
  let name: String
  /// Delivery of a credential spec, kind of a service, empty for a host.
  let detail: String

  init(_ picture: Picture, _ place: Int, _ axis: Axis) {
    switch picture.subject(place, on: axis) {
    case .credentialSpec(let id):
      self.init(cluster: id.cluster, namespace: "", name: id.name, detail: id.delivery.word)
    case .service(let id):
      self.init(cluster: id.cluster, namespace: id.namespace, name: id.name, detail: id.kind.rawValue)
    case .host(let id): self.init(cluster: id.cluster, namespace: "", name: id.name, detail: "")
    case nil: self.init(cluster: "", namespace: "", name: "", detail: "")
    }
  }

  private init(cluster: ClusterName, namespace: String, name: String, detail: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.detail = detail
  }

  /// `namespace/name`, or the name alone.
  var label: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}
