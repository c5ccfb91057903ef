// What holds for every fleet: 200 small random ones, each named by its seed.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Every picture")
struct PictureProperties {
  @Test("is the same whatever the order of feeds and of facts", arguments: 0..<200)
  func order(seed: Int) {
    var random = SeededRandom(seed: seed)
    let fleet = Fleet.random(&random)
    var other = Fleet.random(&random)
    other.feed = "other"
    other.observedAt = Fleet.minutes(1)
    let expected = Picture(of: Snapshot(merging: [fleet.slice, other.slice])).lines
    #expect(Picture(of: Snapshot(merging: [other.slice, fleet.slice])).lines == expected)
    var shuffled = fleet
    shuffled.facts.hosts.shuffle(using: &random)
    shuffled.facts.services.shuffle(using: &random)
    shuffled.facts.replicas.shuffle(using: &random)
    shuffled.facts.credentialSpecs.shuffle(using: &random)
    shuffled.facts.listings.shuffle(using: &random)
    #expect(shuffled.picture.lines == fleet.picture.lines)
  }

  @Test("is the same whether changes are applied in place or merged anew", arguments: 0..<200)
  func changesInPlace(seed: Int) {
    var random = SeededRandom(seed: seed)
    var fleet = Fleet.random(&random)
    let first = fleet.snapshot
    let picture = Picture(of: first)
    var changed = first
    for _ in 0..<3 {
      let change = Self.change(of: &fleet, &random)
      guard changed.apply([change]) else { return }
    }
    let applied = Picture(of: changed, reusing: picture).lines
    let merged = fleet.picture.lines
    #expect(Set(applied).symmetricDifference(merged).sorted() == [])
    #expect(applied == merged)
    #expect(Picture(of: changed, reusing: picture).figures == fleet.picture.figures)
  }

  /// Changes, adds or removes a replica of a fleet.
  private static func change(of fleet: inout Fleet, _ random: inout SeededRandom) -> ReplicaChange {
    let place = fleet.facts.replicas.indices.randomElement(using: &random)
    if let place, Int.random(in: 0..<3, using: &random) == 0 {
      let gone = fleet.facts.replicas.remove(at: place)
      return .removed(cluster: gone.cluster, namespace: gone.namespace, name: gone.name, owner: gone.owner)
    }
    let service = fleet.facts.services.randomElement(using: &random)
    let uses = service?.template.references.map(\.credentialSpec) ?? []
    var replica = Fleet.randomReplica(
      "s-\(Int.random(in: 0..<3, using: &random))", of: service?.id.name ?? "s1", ["win-1", "win-2"], uses,
      uses,
      &random)
    replica.template = service.map { SharedTemplate($0.template) }
    fleet.facts.replicas.removeAll { $0.name == replica.name && $0.owner == replica.owner }
    fleet.facts.replicas.append(replica)
    return .changed(replica)
  }

  @Test("never looks better than unverified where contents became unreadable", arguments: 0..<200)
  func unreadableContents(seed: Int) {
    var random = SeededRandom(seed: seed)
    let fleet = Fleet.random(&random)
    var blind = fleet
    guard let place = blind.facts.listings.indices.randomElement(using: &random) else { return }
    let host = blind.facts.listings.remove(at: place).hostName
    let (before, after) = (fleet.picture, blind.picture)
    for row in 0..<before.count(.credentialSpec) {
      let id = before.credentialSpec(row).id
      guard id.delivery == .hostFile, let seen = before.copy(id, on: host),
        let unseen = after.copy(id, on: host)
      else { continue }
      let proven = fleet.facts.replicas.contains { $0.hostName == host && $0.state == .running }
      // A running replica proves by itself that a file of the name is there, and says that nobody compared it.
      if proven, unseen.isNotCompared { continue }
      #expect(
        unseen.state <= .unverified || unseen.state == .blank, "\(id.name): \(seen.state) to \(unseen.state)")
    }
  }

  @Test("has no new finding when a list was not read", arguments: 0..<200)
  func coverage(seed: Int) {
    var random = SeededRandom(seed: seed)
    let fleet = Fleet.random(&random)
    let before = Set(fleet.picture.findings.map { "\($0.card.id) \($0.subject.text)" })
    for kind in [FactKind.hosts, .services, .configs] {
      let after = fleet.without(kind).picture.findings.filter { $0.card.id != "GMSA801" }
        .map { "\($0.card.id) \($0.subject.text)" }
      #expect(Set(after).subtracting(before).isEmpty, "without \(kind.word)")
    }
  }
}

extension Fleet {
  /// The same fleet where one list was not read.
  fileprivate func without(_ kind: FactKind) -> Fleet {
    var fleet = self
    fleet.facts.coverage.removeAll { $0.kind == kind }
    switch kind {
    case .hosts: fleet.facts.hosts = []
    case .services: fleet.facts.services = []
    case .configs: fleet.facts.credentialSpecs = []
    default: break
    }
    return fleet
  }
}
