// The demo's promises: same seed, same story; every state on stage at any moment; nothing impossible.

import DashboardModel
import Testing

@testable import DashboardFeeds

@Suite("The simulated clusters")
struct SimulatedClusterTests {
  private let start = Timestamp(milliseconds: 1_790_000_000_000)

  private func cluster(_ options: DemoOptions = DemoOptions()) -> SimulatedCluster {
    SimulatedCluster(options: options, start: start)
  }

  private func picture(of cluster: SimulatedCluster) -> Picture {
    Picture(of: Snapshot(merging: [FeedSlice(feed: "demo", status: .live, facts: cluster.facts)]))
  }

  private func counts(_ picture: Picture, _ face: Face) -> StateCounts {
    picture.matrix(face).rowCounts.reduce(into: StateCounts()) { $0.add($1) }
  }

  @Test("the same seed tells the same story")
  func sameSeed() {
    var one = cluster(DemoOptions(seed: 7))
    var other = cluster(DemoOptions(seed: 7))
    #expect(one.facts == other.facts)
    one.advance(by: .seconds(1000))
    for _ in 0..<200 { _ = other.tick() }
    #expect(one.step == 200)
    #expect(one.facts == other.facts)
    #expect(one.now == start.advanced(by: .seconds(1000)))
  }

  @Test("another seed tells another story")
  func otherSeed() {
    #expect(cluster(DemoOptions(seed: 1)).facts != cluster(DemoOptions(seed: 2)).facts)
  }

  @Test("the clusters live: time changes the facts")
  func lives() {
    var it = cluster()
    let before = it.facts
    it.advance(by: .seconds(3600))
    #expect(it.facts.replicas != before.replicas)
    #expect(it.facts.hosts != before.hosts)
    #expect(it.facts.listings != before.listings)
    #expect(it.facts.credentialSpecs != before.credentialSpecs)
  }

  @Test("every state of the three faces is on stage at any moment", arguments: 1...12)
  func everyState(seed: Int) {
    let smallest = DemoOptions(
      seed: UInt64(seed), hosts: DemoOptions.fewestHosts, services: DemoOptions.fewestServices,
      credentialSpecs: DemoOptions.fewestCredentialSpecs)
    var it = cluster(seed % 3 == 0 ? smallest : DemoOptions(seed: UInt64(seed)))
    for moment in 0..<24 {
      let picture = picture(of: it)
      let place: Comment = "seed \(seed), step \(it.step), moment \(moment)"
      for face in [Face.credentialSpecByHost, .serviceByHost, .serviceByCredentialSpec] {
        let counts = counts(picture, face)
        for state in face.states where state != .unverified || face == .credentialSpecByHost {
          #expect(counts[state] > 0, "\(face.title), \(state.word): \(place)")
        }
        #expect(counts[.blank] > 0, place)
      }
      #expect(picture.count(.service) == it.facts.services.count, place)
      #expect(
        picture.snapshot.replicas.reduce(0) { $0 + $1.replicas.count } == it.facts.replicas.count, place)
      for _ in 0..<(1 + moment * 5) { _ = it.tick() }
    }
  }

  @Test("most of what is wanted is healthy: problems are a minority", arguments: 1...6)
  func mostlyHealthy(seed: Int) {
    var it = cluster(DemoOptions(seed: UInt64(seed)))
    for _ in 0..<10 {
      let counts = counts(picture(of: it), .credentialSpecByHost)
      let healthy = counts[.deployed] + counts[.standby] + counts[.eligible]
      #expect(counts[.missing] <= 8)
      #expect((counts.problems + counts[.unverified]) * 3 < healthy, "seed \(seed) step \(it.step)")
      it.advance(by: .seconds(600))
    }
  }

  @Test("no replica is on a host that refuses it, but where the host closed after it came", arguments: 1...6)
  func eligibleHosts(seed: Int) {
    var it = cluster(DemoOptions(seed: UInt64(seed)))
    for _ in 0..<60 {
      let hosts = Dictionary(it.facts.hosts.map { ($0.id, $0) }) { $1 }
      for replica in it.facts.replicas {
        guard let name = replica.hostName, let terms = replica.template?.template.scheduling else { continue }
        let host = hosts[HostID(cluster: replica.cluster, name: name)]
        #expect(
          host.map { terms.eligibility(of: $0.atItsBest) } == .eligible,
          "\(replica.name) on \(name), step \(it.step)")
      }
      it.advance(by: .seconds(60))
    }
  }

  @Test("a host that is closed is given no replica", arguments: 1...4)
  func closedHosts(seed: Int) {
    var it = cluster(DemoOptions(seed: UInt64(seed)))
    func closed() -> Set<HostID> {
      Set(it.facts.hosts.filter { !$0.acceptsReplicas || $0.isReady == false }.map(\.id))
    }
    var everClosed: Set<HostID> = []
    for _ in 0..<400 {
      let before = closed()
      _ = it.tick()
      let stillClosed = before.intersection(closed())
      everClosed.formUnion(stillClosed)
      for replica in it.facts.replicas where replica.state == .starting && replica.since == it.now {
        guard let name = replica.hostName else { continue }
        #expect(!stillClosed.contains(HostID(cluster: replica.cluster, name: name)), "step \(it.step)")
      }
    }
    #expect(everClosed.count > 2)
  }

  @Test("an operator copies files while the clusters live, and tidies some up", arguments: 1...4)
  func operatorWorks(seed: Int) {
    var it = cluster(DemoOptions(seed: UInt64(seed)))
    func copies() -> Set<String> {
      Set(it.facts.listings.flatMap { list in list.copies.map { "\(list.hostName) \($0.name)" } })
    }
    var copied: Set<String> = []
    var removed: Set<String> = []
    for _ in 0..<36 {
      let before = copies()
      it.advance(by: .seconds(600))
      copied.formUnion(copies().subtracting(before))
      removed.formUnion(before.subtracting(copies()))
    }
    #expect(!copied.isEmpty)
    #expect(!removed.isEmpty)
    #expect(it.facts.listings.contains { $0.copies.contains { $0.modifiedAt ?? start > start } })
  }

  @Test("refused services have no pods, and their ReplicaSets carry the webhook's words")
  func refusals() throws {
    let facts = cluster().facts
    for words in ["is not authorized to `use` GMSA cred spec", "cred spec gmsa-travel does not exist"] {
      let event = try #require(facts.events.first { $0.trouble.message.contains(words) })
      let link = try #require(facts.ownerLinks.first { $0.object == event.object })
      #expect(link.troubles == [event.trouble])
      #expect(!facts.replicas.contains { $0.owner == link.object })
    }
  }

  @Test("sizes are what was asked for", arguments: [(20, 12, 8, 24), (40, 24, 16, 90), (333, 101, 51, 2500)])
  func sizes(hosts: Int, services: Int, credentialSpecs: Int, replicas: Int) {
    let facts = cluster(
      DemoOptions(hosts: hosts, services: services, credentialSpecs: credentialSpecs, replicas: replicas)
    ).facts
    #expect(facts.hosts.count { $0.operatingSystem == .windows } == hosts)
    #expect(facts.services.count == services)
    #expect(Set(facts.services.map(\.id)).count == services)
    #expect(Set(facts.hosts.map(\.id)).count == facts.hosts.count)
    #expect(facts.replicas.count == replicas)
    #expect(Set(facts.replicas.map { "\($0.cluster.text) \($0.namespace) \($0.name)" }).count == replicas)
    let onHosts = Set(facts.listings.flatMap { list in list.copies.map { "\(list.delivery) \($0.name)" } })
    #expect(facts.credentialSpecs.count + onHosts.count == credentialSpecs)
  }

  @Test("sizes too small for every state are raised")
  func smallSizes() {
    let options = DemoOptions(hosts: 0, services: -3, credentialSpecs: 1, replicas: 0, speed: -.infinity)
    #expect(options.hosts == DemoOptions.fewestHosts)
    #expect(options.speed == 0)
    #expect(cluster(options).facts.replicas.count == options.services * 2)
  }

  @Test("no account name is longer than a gMSA's may be")
  func accountNames() {
    for index in 0..<1000 { #expect(Business.account(index).count <= 15) }
    #expect(Set((0..<1000).map(Business.account)).count == 1000)
  }

  @Test("what a step says it changed, applied to the snapshot before, gives the snapshot after")
  func changes() {
    var it = cluster(DemoOptions(seed: 3))
    var known = picture(of: it).snapshot
    var others = it.facts
    var small = 0
    for _ in 0..<400 {
      switch it.tick() {
      case .everything:
        known = picture(of: it).snapshot
        others = it.facts
      case .replicas(let changes):
        small += 1
        let isTakenUp = known.apply(changes)
        #expect(isTakenUp)
        others.replicas = it.facts.replicas
        #expect(others == it.facts)
      }
      #expect(Set(known.replicas.flatMap(\.replicas).map(\.replica)) == Set(it.facts.replicas))
    }
    #expect(small > 200)
  }

  @Test("replicas of a service share what they are made of")
  func shared() {
    let facts = cluster(DemoOptions(replicas: 2000)).facts
    let templates = Set(facts.replicas.compactMap { $0.template.map(ObjectIdentifier.init) })
    #expect(templates.count <= facts.services.count)
  }
}
