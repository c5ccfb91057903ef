// What stands before a row: the name, with what tells equal names apart.

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
    guard let subject = axes.picture.subject(line.place, on: axes.rowAxis) else { return "" }
    switch subject {
    case .credentialSpec(let id):
      if line.isGroup { return axes.picture.credentialSpec(line.place).account?.text ?? id.name }
      return id.delivery == .customResource ? id.name : "\(id.name) (\(id.delivery.word))"
    case .service(let id): return id.qualifiedName
    case .host(let id): return id.name
    }
  }
}
