// A diff with what its words need: what the sides are called, when they are of, and the verdict that is the exit code.

package import DashboardModel

/// A diff to be written.
package struct DiffReport: Sendable {
  /// What differs.
  package let diff: SnapshotDiff
  /// What the first side is called: the operator's word for it.
  package let beforeName: String
  /// What the second side is called.
  package let afterName: String
  /// Whether a source of either side could not be read as a whole.
  package let isReadInPart: Bool
  /// Whether output must be ASCII.
  package let isASCII: Bool
  /// The moment of the comparison.
  package let now: Timestamp

  /// A report.
  package init(
    _ diff: SnapshotDiff, beforeName: String, afterName: String, isReadInPart: Bool = false,
    isASCII: Bool = false, now: Timestamp
  ) {
    self.diff = diff
    self.beforeName = beforeName
    self.afterName = afterName
    self.isReadInPart = isReadInPart
    self.isASCII = isASCII
    self.now = now
  }

  /// 1 where the sides differ; 5 where they do not as far as was read, and not all was; else 0.
  /// Source: interface.md section 1.
  package var exitCode: Int32 {
    if !diff.isEmpty { return 1 }
    return isReadInPart ? 5 : 0
  }

  /// One sentence: how much differs.
  package var summary: String {
    if diff.isEmpty { return isReadInPart ? "no difference in what could be read" : "no difference" }
    var parts: [String] = []
    let worse = diff.cells.count(where: \.isWorse)
    let better = diff.cells.count(where: \.isBetter)
    let cells = diff.cells.count
    if cells > 0 {
      var words = "\(NumberText.grouped(cells)) \(cells == 1 ? "cell" : "cells")"
      let judged = [worse > 0 ? "\(worse) worse" : nil, better > 0 ? "\(better) better" : nil]
        .compactMap(\.self)
      if !judged.isEmpty { words += " (\(judged.joined(separator: ", ")))" }
      parts.append(words)
    }
    for (count, word) in [
      (diff.findingsThatCame.count, "came"), (diff.findingsThatWent.count, "went"),
      (diff.findingsThatChanged.count, "changed"),
    ] where count > 0 {
      parts.append("\(NumberText.grouped(count)) \(count == 1 ? "finding" : "findings") \(word)")
    }
    let subjects = diff.appeared.count + diff.vanished.count
    if subjects > 0 {
      parts.append(
        "\(NumberText.grouped(subjects)) \(subjects == 1 ? "row or column" : "rows and columns") on one side alone"
      )
    }
    if diff.quietCellCount > 0 { parts.append("\(NumberText.grouped(diff.quietCellCount)) quiet cells") }
    if isReadInPart { parts.append("not all sources could be read") }
    return parts.isEmpty ? "figures differ" : parts.joined(separator: "; ")
  }

  /// The newest facts of a side, in words.
  func age(of side: DiffSide) -> String {
    side.picture.snapshot.observedAt.map { "facts of \($0.text)" } ?? "nothing tells when"
  }

  /// `host win-a-09`.
  static func words(_ subject: Subject) -> String { "\(subject.axis.word) \(subject.qualifiedName)" }
}
