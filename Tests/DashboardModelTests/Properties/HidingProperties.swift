// What was hidden is never fine: forbidding a list, damaging it, or letting a feed grow old turns problems into
// unverified cells and GMSA801.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Hiding facts")
struct HidingProperties {
  @Test("a forbidden list leaves problems or GMSA801, and accuses nobody else", arguments: Recorded.scenarios)
  func forbidden(scenario: String) {
    let slice = Recorded.slice(scenario: scenario)
    let before = subjects(Picture(of: Snapshot(merging: [slice])))
    for kind in FactKind.allCases where kind != .configs {
      let picture = Picture(of: Snapshot(merging: [slice.forbidding(kind)]))
      let after = subjects(picture)
      #expect(after.subtracting(before).isEmpty, "without \(kind.word)")
      #expect(picture.findings.contains { $0.card.id == "GMSA801" }, "without \(kind.word)")
    }
  }

  @Test("a forbidden list never makes a cell look better than unverified", arguments: Recorded.scenarios)
  func cells(scenario: String) {
    let slice = Recorded.slice(scenario: scenario)
    let before = Picture(of: Snapshot(merging: [slice]))
    for kind in FactKind.allCases where kind != .configs {
      let after = Picture(of: Snapshot(merging: [slice.forbidding(kind)]))
      for (row, column, state) in problems(before) {
        guard let left = after.place(of: row), let right = after.place(of: column) else { continue }
        let now = after.serviceByCredentialSpec[left, right].state
        #expect(
          now <= .unverified || now == .blank,
          "\(row.name), \(column.name): \(state.word) to \(now.word) without \(kind.word)")
      }
    }
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
    fleet.status = .broken(reason: "connection refused", since: Fleet.noon)
    fleet.unreadable = [UnreadableItem(source: "pods.json", index: 3, reason: "expected a string")]
    let finding = Picture(of: Snapshot(merging: [fleet])).findings.first { $0.card.id == "GMSA801" }
    #expect(finding?.message.contains("connection refused") == true)
    #expect(finding?.message.contains("1 object could not be read") == true)
  }

  /// A service whose credspec is not known to be missing may be told of by the next rule that it breaks.
  private func subjects(_ picture: Picture) -> Set<String> {
    Set(picture.findings.filter { $0.card.id != "GMSA801" }.map(\.subject.text))
  }

  /// The cells of the third face that show a problem of a service; a right too many is a list's own affair.
  private func problems(_ picture: Picture) -> [(Subject, Subject, CellState)] {
    let cells = picture.serviceByCredentialSpec
    return (0..<cells.rows).flatMap { row in
      cells.columns(inRow: row) { $0.state.isProblem && $0.state != .overGranted }.compactMap { column in
        guard let left = picture.subject(row: row, of: .serviceByCredentialSpec),
          let right = picture.subject(column: column, of: .serviceByCredentialSpec)
        else { return nil }
        return (left, right, cells[row, column].state)
      }
    }
  }
}

extension FeedSlice {
  /// The same slice where the server refused one list.
  fileprivate func forbidding(_ kind: FactKind) -> FeedSlice {
    var slice = self
    for index in slice.facts.coverage.indices where slice.facts.coverage[index].kind == kind {
      slice.facts.coverage[index].coverage = .nothing(reason: "403 Forbidden")
    }
    slice.facts.forget(kind)
    return slice
  }
}

extension Facts {
  /// Drops the facts of a kind.
  fileprivate mutating func forget(_ kind: FactKind) {
    switch kind {
    case .hosts: hosts = []
    case .services:
      services.removeAll { $0.id.kind != .pod }
      ownerLinks = []
    case .replicas:
      replicas = []
      services.removeAll { $0.id.kind == .pod }
    case .customResources, .configs: credentialSpecs = []
    case .roles: roles.removeAll { $0.namespace != nil }
    case .clusterRoles: roles.removeAll { $0.namespace == nil }
    case .roleBindings: roleBindings.removeAll { $0.namespace != nil }
    case .clusterRoleBindings: roleBindings.removeAll { $0.namespace == nil }
    case .serviceAccounts: serviceAccounts = []
    case .namespaces: namespaces = []
    case .webhooks: webhooks = []
    case .endpoints: endpoints = []
    case .events: events = []
    }
  }
}
