// Faces 1 to 3 in scenarios: what an orchestrator hands to replicas.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Contents handed to replicas")
struct HandOverTests {
  static let old = Fleet.id(.swarmConfig, "webapp-v1")
  static let new = Fleet.id(.swarmConfig, "webapp-v2")

  private func fleet(uses credentialSpecs: [CredentialSpecID]) -> Fleet {
    var fleet = Fleet()
    fleet.host("win-1")
    fleet.host("win-2")
    fleet.object(Self.old, Fleet.contents(salt: "1"))
    fleet.object(Self.new, Fleet.contents(salt: "2"))
    fleet.service("web", uses: credentialSpecs)
    return fleet
  }

  private func notVisible(_ id: CredentialSpecID) -> HandedIdentity {
    HandedIdentity(slot: .whole, credentialSpec: id, contents: .notVisible)
  }

  @Test("a task of before the rotation is stale in the row of the new config")
  func rotation() {
    var fleet = fleet(uses: [Self.new])
    fleet.replica("t1", of: "web", on: "win-1", handed: [notVisible(Self.old)])
    fleet.replica("t2", of: "web", on: "win-2", handed: [notVisible(Self.new)])
    let picture = fleet.picture
    #expect(picture.copy(Self.new, on: "win-1")?.state == .stale)
    #expect(picture.copy(Self.new, on: "win-2")?.state == .deployed)
    #expect(picture.copy(Self.old, on: "win-1")?.state == .blank)
    #expect(picture.reference("web", Self.new)?.state == .stale)
    #expect(picture.placement("web", on: "win-1")?.state == .stale)
    #expect(picture.placement("web", on: "win-2")?.state == .running)
  }

  @Test("a rotation to a config that nobody could read leaves old tasks stale, not deployed")
  func rotationToUnreadable() {
    var fleet = fleet(uses: [Self.new])
    fleet.facts.credentialSpecs = [CredentialSpec(id: Self.new)]
    fleet.replica("t1", of: "web", on: "win-1", handed: [Fleet.handed(Self.old, Fleet.contents(salt: "1"))])
    #expect(fleet.picture.copy(Self.new, on: "win-1")?.state == .stale)
  }

  @Test("what replicas of a service that asks for none any more still hold counts for the old one")
  func asksForNoneAnyMore() {
    var fleet = fleet(uses: [])
    fleet.replica("t1", of: "web", on: "win-1", handed: [Fleet.handed(Self.old, Fleet.contents(salt: "1"))])
    let picture = fleet.picture
    #expect(picture.copy(Self.old, on: "win-1")?.state == .overDistributed)
    #expect(picture.figures.surplus == 1)
  }

  @Test("two such replicas on one host are a copy in whatever order they come")
  func twoFormerReplicas() {
    var fleet = fleet(uses: [])
    fleet.replica("t1", of: "web", on: "win-1", handed: [Fleet.handed(Self.old, Fleet.contents(salt: "1"))])
    fleet.replica("t2", of: "web", on: "win-1", handed: [Fleet.handed(Self.old, nil)])
    #expect(fleet.picture.copy(Self.old, on: "win-1")?.state == .overDistributed)
    fleet.facts.replicas.reverse()
    #expect(fleet.picture.copy(Self.old, on: "win-1")?.state == .overDistributed)
  }

  @Test("a replica with the name alone is undelivered")
  func undelivered() {
    var fleet = fleet(uses: [Self.new])
    fleet.replica("t1", of: "web", on: "win-1", handed: [Fleet.handed(Self.new, nil)])
    let picture = fleet.picture
    #expect(picture.copy(Self.new, on: "win-1")?.state == .missing)
    #expect(picture.reference("web", Self.new)?.state == .undelivered)
  }

  @Test("a service is not undelivered because another one on its host is")
  func anotherServiceUndelivered() {
    var fleet = fleet(uses: [Self.new])
    fleet.service("api", uses: [Self.new])
    fleet.replica("t1", of: "web", on: "win-1", handed: [Fleet.handed(Self.new, nil)])
    fleet.replica("t2", of: "api", on: "win-1", handed: [Fleet.handed(Self.new, Fleet.contents(salt: "2"))])
    let picture = fleet.picture
    #expect(picture.copy(Self.new, on: "win-1")?.state == .missing)
    #expect(picture.reference("web", Self.new)?.state == .undelivered)
    #expect(picture.reference("api", Self.new)?.state == .inUse)
  }

  @Test(
    "a pod whose init container was handed nothing is undelivered, though its other containers were served")
  func initContainer() {
    let main = CredentialSpecReference.Slot(.container, name: "app")
    let schema = CredentialSpecReference.Slot(.initContainer, name: "schema")
    var fleet = fleet(uses: [])
    fleet.service("job") { service in
      service.template.references = [
        CredentialSpecReference(slot: main, credentialSpec: Self.new),
        CredentialSpecReference(slot: schema, credentialSpec: Self.new),
      ]
    }
    fleet.replica(
      "t1", of: "job", on: "win-1",
      handed: [
        Fleet.handed(Self.new, Fleet.contents(salt: "2"), slot: main),
        Fleet.handed(Self.new, nil, slot: schema),
      ])
    #expect(fleet.picture.reference("job", Self.new)?.state == .undelivered)
    #expect(fleet.picture.copy(Self.new, on: "win-1")?.state == .missing)
  }

  @Test("hosts that may run a service need nothing in advance")
  func eligible() {
    let picture = fleet(uses: [Self.new]).picture
    #expect(picture.copy(Self.new, on: "win-1")?.state == .eligible)
    #expect(picture.placement("web", on: "win-1")?.state == .eligible)
    #expect(picture.figures.perHost == 0)
  }

  @Test("a reference dangles only where the whole list was read")
  func dangling() {
    let none = Fleet.id(.swarmConfig, "none")
    #expect(fleet(uses: [none]).picture.reference("web", none)?.state == .dangling)
    var partly = fleet(uses: [none])
    partly.facts.coverage.removeAll { $0.kind == .configs }
    #expect(partly.picture.reference("web", none)?.state == .unverified)
  }

  @Test("a file dangles only where the node list and every inventory was read")
  func danglingFile() {
    let file = Fleet.id(.hostFile, "web.json")
    var fleet = fleet(uses: [file])
    #expect(fleet.picture.reference("web", file)?.state == .unverified)
    fleet.inventory("win-1", [])
    fleet.inventory("win-2", [])
    #expect(fleet.picture.reference("web", file)?.state == .dangling)
    fleet.facts.coverage.removeAll { $0.kind == .hosts }
    #expect(fleet.picture.reference("web", file)?.state == .unverified)
  }

  @Test("a file that came after the inventories does not dangle where a replica runs with it")
  func fileAfterInventory() {
    let file = Fleet.id(.hostFile, "web.json")
    var fleet = fleet(uses: [file])
    fleet.inventory("win-1", [], listedAt: Fleet.noon)
    fleet.inventory("win-2", [], listedAt: Fleet.noon)
    fleet.replica("t1", of: "web", on: "win-1", since: Fleet.minutes(3))
    #expect(fleet.picture.reference("web", file)?.state == .inUse)
  }

  @Test("credspecs of one gMSA stand together as an account group, without case")
  func accountGroups() {
    var fleet = fleet(uses: [])
    fleet.object(Fleet.id(.swarmConfig, "ledger"), Fleet.contents(account: "ledger"))
    fleet.object(Fleet.id(.swarmConfig, "a-third"), Fleet.contents(account: "WEB", domain: "CORP.example"))
    let picture = fleet.picture
    let groups = picture.accountGroups.map { $0.map { picture.credentialSpec($0).id.name } }
    #expect(groups == [["a-third", "webapp-v1", "webapp-v2"]])
  }
}
