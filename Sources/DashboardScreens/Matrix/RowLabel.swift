// What stands before a row: the name, with what tells equal names apart and how many are one.

import DashboardModel
import TerminalCanvas

/// The label of a row.
struct RowLabel {
  let text: DisplayText

  init(line: MatrixLine, axes: MatrixAxes) {
    let name = Self.name(line, axes)
    text = DisplayText(line.isMember ? "  \(name)" : name)
  }

  var columns: Int { text.columns }

  private static func name(_ line: MatrixLine, _ axes: MatrixAxes) -> String {
    let multiple = line.members.count == 1 ? "" : " x\(NumberText.grouped(line.members.count))"
    if let group = line.group { return group.text(of: axes.picture) + multiple }
    guard let subject = axes.picture.subject(line.place, on: axes.rowAxis) else { return "" }
    if line.kind == .account { return axes.picture.credentialSpec(line.place).account?.text ?? subject.name }
    return subject.label + (line.kind == .equal ? multiple : "")
  }
}

extension Subject {
  /// The name with what tells equal names apart: the namespace, or how a credential spec is delivered.
  var label: String {
    switch self {
    case .credentialSpec(let id):
      return id.delivery == .customResource ? id.name : "\(id.name) (\(id.delivery.word))"
    case .service(let id): return id.qualifiedName
    case .host(let id): return id.name
    }
  }
}

extension MatrixGroup {
  /// The title, with the cluster where there are several.
  func text(of picture: Picture) -> String {
    guard let cluster, cluster.text != title, picture.snapshot.structure.clusters.count > 1 else {
      return title
    }
    return "\(cluster.text)/\(title)"
  }
}
