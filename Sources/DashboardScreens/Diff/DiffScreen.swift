// The diff screen: figures, findings and cells that are otherwise, what got worse first.

import DashboardModel

/// What differs between the picture that is seen and what it is held against.
struct DiffScreen: PageScreen {
  static let kind = ScreenKind.diff
  /// How many columns of a row are named; the others are counted.
  private static let named = 6

  func page(_ state: AppState) -> Page {
    let title = "Diff: \(state.comparisonWords)"
    guard let diff = state.comparison.diff else {
      return Page(title: title, emptyText: "there is nothing to compare with yet")
    }
    let narrowed = DiffNarrowing(marks: state.matrix.marks)
    var lines = figures(of: diff, narrowed) + findings(of: diff, narrowed) + subjects(of: diff, narrowed)
    for face in Face.allCases {
      lines += cells(narrowed.cells(diff.cells(of: face)), face, state)
    }
    if diff.quietCellCount > 0, narrowed.isEmpty {
      let count = NumberText.grouped(diff.quietCellCount)
      lines += [
        .space,
        PageLine([
          .dim(
            "\(count) \(diff.quietCellCount == 1 ? "cell" : "cells") may hold a replica now and might not before, or the other way round"
          )
        ]),
      ]
    }
    if lines.first?.rank == .space { lines.removeFirst() }
    return Page(
      title: title + (narrowed.isEmpty ? "" : "; what is marked alone"), lines: lines,
      emptyText: narrowed.isEmpty ? "nothing differs" : "nothing that is marked differs")
  }

  private func figures(of diff: SnapshotDiff, _ narrowed: DiffNarrowing) -> [PageLine] {
    if diff.figures.isEmpty || !narrowed.isEmpty { return [] }
    return [.heading("Figures")]
      + diff.figures.map { figure in
        .fact(
          figure.label, [PageSpan(figure.after, .part(.figure)), .dim(", was \(figure.before)")])
      }
  }

  private func findings(of diff: SnapshotDiff, _ narrowed: DiffNarrowing) -> [PageLine] {
    let groups = [
      ("Findings that came", diff.findingsThatCame), ("Findings that went", diff.findingsThatWent),
      ("Findings that say something else now", diff.findingsThatChanged),
    ]
    return groups.flatMap { title, changes -> [PageLine] in
      let changes = narrowed.findings(changes)
      if changes.isEmpty { return [] }
      return [.space, .heading("\(title): \(NumberText.grouped(changes.count))")] + changes.flatMap(lines)
    }
  }

  private func lines(of change: FindingChange) -> [PageLine] {
    guard let finding = change.finding else { return [] }
    var line = PageLine.finding(finding, indent: 1)
    if change.went {
      line.target = nil
      line.isProblem = false
    }
    guard let before = change.before, !change.went else { return [line] }
    return [
      line, PageLine(.detail, [.dim("was \(before.severity.rawValue): \(before.message)")], indent: 10),
    ]
  }

  private func subjects(of diff: SnapshotDiff, _ narrowed: DiffNarrowing) -> [PageLine] {
    [("Appeared", diff.appeared, true), ("Vanished", diff.vanished, false)].flatMap {
      title, subjects, isThere -> [PageLine] in
      let subjects = narrowed.subjects(subjects)
      if subjects.isEmpty { return [] }
      return [.space, .heading("\(title): \(NumberText.grouped(subjects.count))")]
        + subjects.map { subject in
          PageLine(
            [.dim("\(subject.axis.word) "), PageSpan(subject.label)], indent: 1,
            target: isThere ? .object(.subject(subject)) : nil)
        }
    }
  }

  private func cells(_ changes: [CellChange], _ face: Face, _ state: AppState) -> [PageLine] {
    if changes.isEmpty { return [] }
    let worse = changes.count(where: \.isWorse)
    let words = worse == 0 ? "" : ", \(NumberText.grouped(worse)) worse"
    return [.space, .heading("Cells of \(face.title): \(NumberText.grouped(changes.count))\(words)")]
      + CellChangeGroup.groups(of: changes).map { group in
        let change = group.first
        var line = PageLine.cell(
          change.after, group.words(naming: Self.named), theme: state.theme,
          target: .cell(face, row: change.row, column: change.column),
          note: change.kind == .appeared ? "not concerned before" : "was \(change.before.words)")
        line.isProblem = change.isWorse
        return line
      }
  }
}

/// Leaves what the operator has marked; without marks everything.
private struct DiffNarrowing {
  let marks: Set<Subject>

  var isEmpty: Bool { marks.isEmpty }

  func cells(_ changes: [CellChange]) -> [CellChange] {
    isEmpty ? changes : changes.filter { marks.contains($0.row) || marks.contains($0.column) }
  }

  func subjects(_ subjects: [Subject]) -> [Subject] { isEmpty ? subjects : subjects.filter(marks.contains) }

  func findings(_ changes: [FindingChange]) -> [FindingChange] {
    if isEmpty { return changes }
    return changes.filter { change in
      guard let finding = change.finding else { return false }
      if case .subject(let subject) = finding.subject, marks.contains(subject) { return true }
      return finding.reach.subjects.contains(where: marks.contains)
    }
  }
}
