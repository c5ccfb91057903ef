// What a diff says of small fleets, and what holds for any.

import DashboardModel
import DashboardTesting
import Testing

@Suite("A diff")
struct SnapshotDiffTests {
  private static let file = Fleet.id(.hostFile, "web.json")

  private static func fleet(copiesOn hosts: [String], runningOn: String = "win-1") -> Fleet {
    var fleet = Fleet()
    for host in ["win-1", "win-2"] {
      fleet.host(host)
      fleet.inventory(host, hosts.contains(host) ? [("web.json", Fleet.contents())] : [])
    }
    fleet.service("web", uses: [file])
    fleet.replica("web-1", of: "web", on: runningOn)
    return fleet
  }

  @Test("of a picture with itself is empty", arguments: 0..<200)
  func withItself(seed: Int) {
    var random = SeededRandom(seed: seed)
    let fleet = Fleet.random(&random)
    #expect(SnapshotDiff(from: fleet.picture, to: fleet.picture).isEmpty)
    // Another picture of the same facts, whose structure is another object.
    #expect(SnapshotDiff(from: fleet.picture, to: Picture(of: fleet.snapshot)).isEmpty)
  }

  @Test("does not depend on the order of feeds", arguments: 0..<100)
  func orderOfFeeds(seed: Int) {
    var random = SeededRandom(seed: seed)
    let old = [slice(&random, "a"), slice(&random, "b")]
    let new = [slice(&random, "a"), slice(&random, "b")]
    let diff = SnapshotDiff(from: picture(old), to: picture(new))
    let other = SnapshotDiff(from: picture(old.reversed()), to: picture(new.reversed()))
    #expect(diff.cells == other.cells)
    #expect(diff.appeared == other.appeared && diff.vanished == other.vanished)
    #expect(diff.findings.map(words) == other.findings.map(words))
    #expect(diff.figuresAfter == other.figuresAfter && diff.quietCellCount == other.quietCellCount)
  }

  @Test("the other way round exchanges what came and what went", arguments: 0..<100)
  func inverse(seed: Int) {
    var random = SeededRandom(seed: seed)
    let (old, new) = (picture([slice(&random, "a")]), picture([slice(&random, "a")]))
    let (there, back) = (SnapshotDiff(from: old, to: new), SnapshotDiff(from: new, to: old))
    #expect(Set(there.appeared) == Set(back.vanished) && Set(there.vanished) == Set(back.appeared))
    #expect(there.findingsThatCame.count == back.findingsThatWent.count)
    #expect(there.quietCellCount == back.quietCellCount)
    let mirrored = back.cells.map {
      CellChange(face: $0.face, row: $0.row, column: $0.column, before: $0.after, after: $0.before)
    }
    #expect(Set(there.cells) == Set(mirrored) && there.cells.count == mirrored.count)
    #expect(there.cells.count(where: \.isWorse) == back.cells.count(where: \.isBetter))
  }

  @Test("of pictures that share their structure is that of pictures that do not", arguments: 0..<100)
  func sharedStructure(seed: Int) {
    var random = SeededRandom(seed: seed)
    var fleet = Fleet.random(&random)
    let old = fleet.snapshot
    guard let place = fleet.facts.replicas.indices.randomElement(using: &random) else { return }
    fleet.facts.replicas[place].state = .failing
    var new = old
    guard new.apply([.changed(fleet.facts.replicas[place])]) else { return }
    let before = Picture(of: old)
    let shared = SnapshotDiff(from: before, to: Picture(of: new, reusing: before))
    let separate = SnapshotDiff(from: before, to: fleet.picture)
    #expect(shared.cells == separate.cells)
    #expect(shared.findings.map(words) == separate.findings.map(words))
  }

  @Test("tells of a copy that is gone: the cell with both states, the finding that came, the figure")
  func lostCopy() throws {
    let diff = SnapshotDiff(
      from: Self.fleet(copiesOn: ["win-1", "win-2"]).picture, to: Self.fleet(copiesOn: ["win-2"]).picture)
    let cell = try #require(diff.cells(of: .credentialSpecByHost).first)
    #expect(cell.subjectWords == "web.json on win-1")
    #expect(cell.stateWords == "missing, was deployed")
    #expect(cell.kind == .changed && cell.isWorse && !cell.isBetter)
    #expect(diff.findingsThatCame.map(\.rule) == ["GMSA101"])
    #expect(diff.figures.map(\.label).contains("missing"))
    #expect(diff.appeared.isEmpty && diff.vanished.isEmpty)
  }

  @Test("tells of a host that came, and of its cells as of cells that appeared")
  func newHost() {
    let old = Self.fleet(copiesOn: ["win-1", "win-2"])
    var new = old
    new.host("win-3")
    new.inventory("win-3", [("web.json", Fleet.contents())])
    let diff = SnapshotDiff(from: old.picture, to: new.picture)
    #expect(diff.appeared == [.host(HostID(cluster: "test", name: "win-3"))])
    #expect(diff.cells(of: .credentialSpecByHost).map(\.stateWords) == ["standby, was not concerned"])
    #expect(diff.cells(of: .credentialSpecByHost).allSatisfy { $0.kind == .appeared })
  }

  @Test("of two clusters in one picture compares what has the same name in both")
  func clusters() {
    var facts = Self.fleet(copiesOn: ["win-1", "win-2"]).facts
    let other = Self.fleet(copiesOn: ["win-2"]).facts
    facts.append(other.moved(to: "other"))
    let picture = Picture(of: Snapshot(merging: [FeedSlice(feed: "x", status: .settled, facts: facts)]))
    let diff = SnapshotDiff(
      from: DiffSide(picture, cluster: "test"), to: DiffSide(picture, cluster: "other"))
    #expect(diff.cells(of: .credentialSpecByHost).map(\.stateWords) == ["missing, was deployed"])
    #expect(diff.appeared.isEmpty && diff.vanished.isEmpty)
    #expect(diff.figuresBefore.missing == 0 && diff.figuresAfter.missing == 1)
    #expect(
      SnapshotDiff(from: DiffSide(picture, cluster: "test"), to: DiffSide(picture, cluster: "test")).isEmpty)
  }

  @Test("pairs the only cluster of each side, whatever they are called")
  func renamed() {
    let old = Self.fleet(copiesOn: ["win-1"])
    let new = Picture(
      of: Snapshot(merging: [
        FeedSlice(feed: "x", status: .settled, observedAt: Fleet.noon, facts: old.facts.moved(to: "prod"))
      ]))
    let diff = SnapshotDiff(from: old.picture, to: new)
    #expect(diff.isEmpty)
    #expect(diff.pairing.renamed.map(\.after) == ["prod"])
  }

  @Test("puts the columns of one change together, the worst first")
  func groups() {
    let diff = SnapshotDiff(
      from: Self.fleet(copiesOn: ["win-1", "win-2"]).picture, to: Self.fleet(copiesOn: []).picture)
    let groups = CellChangeGroup.groups(of: diff.cells(of: .credentialSpecByHost))
    #expect(
      groups.map { "\($0.words(naming: 3)): \($0.first.stateWords)" } == [
        "web.json on win-1: missing, was deployed", "web.json on win-2: at risk, was standby",
      ])
  }

  private func slice(_ random: inout SeededRandom, _ feed: FeedID) -> FeedSlice {
    var fleet = Fleet.random(&random)
    fleet.feed = feed
    return fleet.slice
  }

  private func picture(_ slices: [FeedSlice]) -> Picture { Picture(of: Snapshot(merging: slices)) }

  private func words(_ change: FindingChange) -> String {
    "\(change.before?.message ?? "-") > \(change.after?.message ?? "-")"
  }
}

extension Facts {
  /// The same facts of a cluster of another name.
  fileprivate func moved(to cluster: ClusterName) -> Facts {
    var facts = Facts()
    facts.hosts = hosts.map { host in
      var moved = Host(
        id: HostID(cluster: cluster, name: host.id.name), operatingSystem: host.operatingSystem)
      moved.labels = host.labels
      moved.isReady = host.isReady
      return moved
    }
    facts.services = services.map { service in
      var template = service.template
      template.references = template.references.map { reference in
        CredentialSpecReference(
          slot: reference.slot,
          credentialSpec: Fleet.id(
            reference.credentialSpec.delivery, reference.credentialSpec.name, in: cluster))
      }
      return Service(
        id: Fleet.service(service.id.name, in: cluster), objectID: service.objectID, template: template)
    }
    facts.replicas = SharingList(
      replicas.map { replica in
        var moved = replica
        moved.cluster = cluster
        return moved
      })
    facts.listings = listings.map { listing in
      var moved = listing
      moved.cluster = cluster
      return moved
    }
    facts.coverage = coverage.map { CoverageEntry(cluster: cluster, kind: $0.kind, coverage: $0.coverage) }
    return facts
  }
}
