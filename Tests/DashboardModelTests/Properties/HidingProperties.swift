// What was hidden is never fine: forbidding a list, damaging one object of it, or letting a feed grow old turns problems
// into unverified cells and GMSA801.

import DashboardModel
import DashboardTesting
import Testing

/// Clusters to hide facts of: the recorded ones and those of the stories.
struct HidingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let slices: [FeedSlice]

  var testDescription: String { name }

  static let all: [HidingCase] =
    Recorded.scenarios.map { HidingCase(name: $0, slices: [Recorded.slice(scenario: $0)]) }
    + Story.all.map { HidingCase(name: $0.name, slices: $0.slices) }

  /// Those where hiding could make something look better.
  static let troubled = all.filter { !$0.name.hasPrefix("healthy.") && $0.name != "base" }

  var picture: Picture { Picture(of: Snapshot(merging: slices)) }

  /// The kinds of facts that some feed told of a cluster; a manifest out of a repository is none.
  var kinds: [FactKind] {
    let entries = slices.flatMap { $0.facts.coverage }
    guard entries.contains(where: { $0.kind == .hosts || $0.kind == .replicas }) else { return [] }
    return FactKind.allCases.filter { kind in
      entries.contains { entry in
        if case .nothing = entry.coverage { return false }
        return entry.kind == kind
      }
    }
  }

  func forbidding(_ kind: FactKind) -> Picture {
    Picture(of: Snapshot(merging: slices.map { $0.forbidding(kind) }))
  }
}

@Suite("Hiding facts")
struct HidingProperties {
  @Test("a forbidden list leaves problems or GMSA801, and accuses nobody else", arguments: HidingCase.all)
  func forbidden(hidden: HidingCase) {
    let before = subjects(hidden.picture)
    for kind in hidden.kinds {
      let picture = hidden.forbidding(kind)
      let after = subjects(picture).filter {
        ![.services, .jobs].contains(kind) || !$0.hasPrefix("service ") || $0.contains("/")
      }
      #expect(after.subtracting(before).isEmpty, "without \(kind.word)")
      #expect(picture.findings.contains { $0.card.id == "GMSA801" }, "without \(kind.word)")
    }
  }

  @Test(
    "a forbidden list never makes a cell look better than unverified", arguments: HidingCase.troubled)
  func cells(hidden: HidingCase) {
    let problems = ProblemCell.all(of: hidden.picture)
    for kind in hidden.kinds {
      let after = hidden.forbidding(kind)
      for problem in problems { #expect(!problem.isFine(in: after), "\(problem.text) without \(kind.word)") }
    }
  }

  @Test(
    "an object that cannot be read never makes a cell look better than unverified",
    arguments: HidingCase.troubled.filter { $0.name.contains(".") })
  func objects(hidden: HidingCase) {
    let problems = ProblemCell.all(of: hidden.picture)
    for place in hidden.slices.indices {
      for damaged in hidden.slices[place].eachWithoutOne() {
        var slices = hidden.slices
        slices[place] = damaged.slice
        let after = Picture(of: Snapshot(merging: slices))
        #expect(after.findings.contains { $0.card.id == "GMSA801" }, "without \(damaged.name)")
        for problem in problems {
          #expect(!problem.isFine(in: after), "\(problem.text) without \(damaged.name)")
        }
      }
    }
  }

  @Test("what an old feed says stays as it was, and GMSA801 tells of its age", arguments: HidingCase.all)
  func old(hidden: HidingCase) {
    let before = hidden.picture
    let noon = before.snapshot.observedAt ?? Fleet.noon
    var slices = hidden.slices
    slices[0].observedAt = noon
    slices[0].interval = .seconds(60)
    slices.append(
      FeedSlice(
        feed: "clock", status: .live, observedAt: Timestamp(milliseconds: noon.milliseconds + 180_000)))
    let after = Picture(of: Snapshot(merging: slices))
    #expect(after.findings.contains { $0.card.id == "GMSA801" && $0.message.contains("older than twice") })
    for problem in ProblemCell.all(of: before) { #expect(!problem.isFine(in: after), "\(problem.text)") }
  }

  @Test("a feed that was observed long before the others is told of", arguments: [1, 3])
  func aged(intervals: Int) {
    var old = Fleet().slice
    old.interval = .seconds(60)
    var new = Fleet(feed: "other").slice
    new.observedAt = Fleet.minutes(intervals)
    let findings = Picture(of: Snapshot(merging: [old, new])).findings
    #expect(findings.contains { $0.card.id == "GMSA801" } == (intervals > 2))
  }

  @Test("a feed that is down, or has objects that cannot be read, is told of")
  func broken() {
    var fleet = Fleet().slice
    fleet.status = .broken(FeedOutage(.cannotConnect, reason: "connection refused", since: Fleet.noon))
    fleet.unreadable = [UnreadableItem(source: "pods.json", index: 3, reason: "expected a string")]
    let finding = Picture(of: Snapshot(merging: [fleet])).findings.first { $0.card.id == "GMSA801" }
    #expect(finding?.message.contains("connection refused") == true)
    #expect(finding?.message.contains("1 object could not be read") == true)
  }

  /// A service whose credspec is not known to be missing may be told of by the next rule that it breaks; a Swarm service
  /// whose list is not there is called by its ID. A grant for a resource that is gone is dead whoever names that.
  private func subjects(_ picture: Picture) -> Set<String> {
    Set(picture.findings.filter { !["GMSA304", "GMSA801"].contains($0.card.id) }.map(\.subject.text))
  }
}

/// A cell of any face that shows a problem, by the names of its line and column.
struct ProblemCell {
  let face: Face
  let row: Subject
  let column: Subject
  let state: CellState

  var text: String { "\(row.name), \(column.name): \(state.word)" }

  static func all(of picture: Picture) -> [ProblemCell] {
    var found: [ProblemCell] = []
    for face in Face.allCases {
      let cells = picture.matrix(face)
      for row in 0..<cells.rows {
        for column in cells.columns(inRow: row, where: { $0.state.isProblem }) {
          guard let left = picture.subject(row: row, of: face),
            let right = picture.subject(column: column, of: face)
          else { continue }
          let state = cells[row, column].state
          found.append(ProblemCell(face: face, row: left, column: right, state: state))
        }
      }
    }
    return found
  }

  /// Whether the same cell says in another picture that all is well. A line that is gone says nothing.
  func isFine(in picture: Picture) -> Bool {
    guard let left = picture.place(of: row), let right = picture.place(of: column) else { return false }
    let now = picture.matrix(face)[left, right].state
    return now > .unverified && now != .blank
  }
}
