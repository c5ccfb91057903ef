// Lines of the shapes that several screens have: a named fact, a cell of a face, a finding, an observation.

package import DashboardModel
import TerminalCanvas

extension PageLine {
  /// A fact by its name: `delivery    Swarm config`.
  static func fact(
    _ name: String, _ spans: [PageSpan], labelColumns: Int = 14, target: PageTarget? = nil,
    copy: String? = nil
  ) -> PageLine {
    let label = name + String(repeating: " ", count: max(1, labelColumns - name.count))
    return PageLine(
      .entry, [.dim(label)] + spans, indent: 1, hang: labelColumns, target: target, copy: copy)
  }

  /// A fact by its name.
  static func fact(_ name: String, _ text: String, labelColumns: Int = 14) -> PageLine {
    fact(name, [PageSpan(text)], labelColumns: labelColumns)
  }

  /// A finding in one line; Enter opens it.
  static func finding(_ finding: Finding, indent: Int = 0) -> PageLine {
    line(of: finding, as: finding.severity, indent: indent)
  }

  /// A cause in the words of its first finding. It is as bad as what follows from it.
  static func cause(_ cause: Cause, indent: Int = 0) -> PageLine {
    line(of: cause.lead, as: cause.severity, indent: indent)
  }

  private static func line(of finding: Finding, as severity: Severity, indent: Int) -> PageLine {
    PageLine(
      [
        .severity(severity, columns: 9), PageSpan(finding.card.id + " ", .part(.key)),
        PageSpan(finding.message),
      ], indent: indent, hang: 9, target: .finding(FindingID(finding)), isProblem: true)
  }

  /// A command to copy, with where to run it.
  static func command(_ command: CopyableCommand, indent: Int = 0) -> [PageLine] {
    [
      PageLine(.detail, [.dim("\(command.place):")], indent: indent),
      PageLine(
        .detail, [PageSpan(command.text, .part(.key))], indent: indent + 2, hang: 2, copy: command.text),
    ]
  }

  /// An observation: object, field, value and age.
  static func evidence(_ evidence: Evidence, now: Timestamp, indent: Int = 0) -> PageLine {
    var spans = [
      PageSpan("\(evidence.object), \(evidence.field): "), PageSpan(evidence.value, .part(.figure)),
    ]
    if let at = evidence.at { spans.append(.dim("  \(AgeText.text(from: at, to: now))")) }
    return PageLine(.detail, spans, indent: indent)
  }

  /// A cell of a face, named by `name`; Enter tells why it is so.
  static func cell(
    _ cell: DashboardModel.Cell, _ name: String, theme: Theme, target: PageTarget, note: String = ""
  ) -> PageLine {
    let glyph = theme.glyph(cell.state).text
    let word = cell.state.word + String(repeating: " ", count: max(1, 17 - cell.state.word.count))
    var spans = [PageSpan("\(glyph) \(word)", .state(cell.state)), PageSpan(name)]
    if !note.isEmpty { spans.append(.dim("  \(note)")) }
    return PageLine(spans, indent: 1, hang: 19, target: target, isProblem: cell.state.isProblem)
  }
}

/// Which finding of a picture. A newer picture may tell of it in other words, with another count.
package struct FindingID: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// What it is about.
  package let subject: FindingSubject
  /// Its words: a service may name two credential specs that do not exist.
  package let message: String

  init(_ finding: Finding) {
    rule = finding.card.id
    subject = finding.subject
    message = finding.message
  }

  /// The finding and its cause in a picture; nil where it is no more.
  func find(in picture: Picture) -> (finding: Finding, cause: Cause)? {
    var like: (finding: Finding, cause: Cause)?
    for cause in picture.causes {
      for finding in cause.equals + cause.consequences
      where finding.card.id == rule && finding.subject == subject {
        if finding.message == message { return (finding, cause) }
        like = like ?? (finding, cause)
      }
    }
    return like
  }
}
