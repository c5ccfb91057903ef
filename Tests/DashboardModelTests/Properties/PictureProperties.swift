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
    var changed = fleet.snapshot
    var picture = Picture(of: changed)
    for _ in 0..<6 {
      let change = Self.change(of: &fleet, &random)
      guard changed.apply([change]) else { return }
      picture = Picture(of: changed, reusing: picture)
      let merged = fleet.picture
      #expect(picture.everything == merged.everything)
      #expect(picture.figures == merged.figures)
    }
  }

  @Test(
    "has the findings and causes of a new one when replicas change, end, fail and come back",
    arguments: RuleCase.all)
  func rulesInPlace(_ example: RuleCase) {
    var slice = example.slice
    var changed = Snapshot(merging: [slice])
    var picture = Picture(of: changed)
    for (place, original) in slice.facts.replicas.enumerated() {
      for variant in Self.variants(of: original) {
        var facts = slice.facts
        facts.replicas[place] = variant
        guard changed.apply([.changed(variant)]) else { break }
        slice.facts = facts
        picture = Picture(of: changed, reusing: picture)
        #expect(picture.everything == Picture(of: Snapshot(merging: [slice])).everything)
      }
    }
  }

  /// A replica in each state, with and without what it was handed, with a known trouble, without a host; itself last.
  private static func variants(of replica: Replica) -> [Replica] {
    var variants: [Replica] = []
    for state in [ReplicaState.running, .starting, .failing, .finished] {
      var variant = replica
      variant.state = state
      variants.append(variant)
    }
    var bare = replica
    bare.handed = []
    var unplaced = replica
    unplaced.hostName = nil
    unplaced.state = .starting
    var broken = replica
    broken.state = .failing
    broken.trouble = Trouble(
      reason: "Failed",
      message: "hcs::CreateComputeSystem x: The system cannot find the file specified. (0x2)",
      object: "Pod x")
    return variants + [bare, unplaced, broken, replica]
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

extension Picture {
  /// Cells, findings with all that they say, and causes: what two equal pictures have in common.
  fileprivate var everything: [String] {
    // Replicas stand in no order in their service, and so does what they prove.
    let found = findings.map { finding in
      let evidence = finding.evidence(in: self).map { "\($0)" }.sorted()
      return "\(finding.line) | \(finding.nextStep) | \(finding.reach) | \(evidence)"
    }
    let grouped = causes.map { cause in
      let lines = cause.equals.map(\.line) + ["so:"] + cause.consequences.map(\.line)
      return "\(cause.severity.rawValue) \(cause.isClusterWide) " + lines.joined(separator: "; ")
    }
    return lines + found + grouped
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
