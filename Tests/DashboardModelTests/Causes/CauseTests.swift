// What belongs under one root cause, and what comes first.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Causes")
struct CauseTests {
  private let file = Fleet.id(.hostFile, "web.json")

  private func ids(_ findings: [Finding]) -> [String] { findings.map { $0.card.id } }

  @Test("a file that no host has is one cause, and hosts that lack it follow from it")
  func danglingExplainsRisk() {
    var fleet = Fleet()
    for name in ["win-1", "win-2"] {
      fleet.host(name)
      fleet.inventory(name, [])
    }
    fleet.service("web", uses: [file])
    let picture = fleet.picture
    #expect(ids(picture.findings) == ["GMSA201", "GMSA102"])
    #expect(picture.causes.count == 1)
    #expect(ids(picture.causes[0].equals) == ["GMSA201"])
    #expect(ids(picture.causes[0].consequences) == ["GMSA102"])
  }

  @Test("services that name the same missing credspec are one cause with a count")
  func sameNameIsOneCause() {
    var fleet = Fleet()
    fleet.host("win-1")
    let config = Fleet.id(.swarmConfig, "webapp-v9")
    for name in ["api", "jobs", "web"] { fleet.service(name, uses: [config]) }
    fleet.service("other", uses: [Fleet.id(.swarmConfig, "ledger-v9")])
    let causes = fleet.picture.causes
    #expect(causes.map(\.count) == [3, 1])
    #expect(causes[0].elsewhere.map(\.subject.text) == ["service jobs", "service web"])
  }

  @Test("a host that nobody filled is one cause, however many files it lacks")
  func sameHostIsOneCause() {
    var fleet = Fleet()
    let names = ["a.json", "b.json", "c.json"]
    for host in ["win-1", "win-2"] {
      fleet.host(host)
      fleet.inventory(host, host == "win-1" ? names.map { ($0, Fleet.contents(account: $0)) } : [])
    }
    for name in names { fleet.service(name, uses: [Fleet.id(.hostFile, name)]) }
    let causes = fleet.picture.causes
    #expect(causes.map(\.count) == [3])
    #expect(causes.first?.lead.card.id == "GMSA102")
  }

  @Test("a finding about another credspec of the same service is a cause of its own")
  func otherCredentialSpecIsNotExplained() {
    var fleet = Fleet()
    for host in ["win-1", "win-2"] {
      fleet.host(host)
      fleet.inventory(host, host == "win-1" ? [("web.json", Fleet.contents())] : [])
    }
    fleet.service("web", uses: [Fleet.id(.swarmConfig, "gone"), file])
    let causes = fleet.picture.causes
    #expect(causes.map { $0.lead.card.id } == ["GMSA201", "GMSA102"])
    #expect(causes.allSatisfy { $0.consequences.isEmpty })
  }

  @Test("each finding is in exactly one cause, and the worst cause is first", arguments: 0..<100)
  func partition(seed: Int) {
    var random = SeededRandom(seed: seed)
    let picture = Fleet.random(&random).picture
    let inCauses = picture.causes.flatMap { $0.equals + $0.consequences }.map(\.line).sorted()
    #expect(inCauses == picture.findings.map(\.line).sorted())
    #expect(picture.causes.map(\.severity) == picture.causes.map(\.severity).sorted())
    #expect(picture.causes.allSatisfy { cause in cause.equals.allSatisfy { $0.card == cause.lead.card } })
  }

  @Test("no rule explains itself, not even by way of others, nor a rule twice")
  func noCircles() {
    let explains = Dictionary(uniqueKeysWithValues: RuleCatalogue.all.map { ($0.card.id, $0.card.explains) })
    for id in explains.keys {
      var reached: Set<String> = []
      var next = explains[id] ?? []
      #expect(Set(next).count == next.count)
      while let rule = next.popLast() {
        if reached.insert(rule).inserted { next += explains[rule] ?? [] }
      }
      #expect(!reached.contains(id), "\(id) explains itself")
    }
  }

  @Test("a cause touches what its findings and their consequences touch")
  func touches() {
    var fleet = Fleet()
    fleet.host("win-1")
    fleet.service("web", uses: [Fleet.id(.swarmConfig, "gone")])
    fleet.service("api")
    let picture = fleet.picture
    #expect(picture.causes.first?.touches(.service(Fleet.service("web"))) == true)
    #expect(picture.causes.first?.touches(.service(Fleet.service("api"))) == false)
  }
}
