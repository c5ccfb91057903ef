// The scaling figures of fleets that can be counted on one's fingers.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Scaling")
struct ScalingTests {
  private static let web = Fleet.id(.hostFile, "web.json")
  private static let ledger = Fleet.id(.swarmConfig, "ledger-v1")

  /// Four hosts, one of them for the ledger alone; web is on a and b, the ledger on d.
  private static var fleet: Fleet {
    var fleet = Fleet()
    for name in ["a", "b", "c"] { fleet.host(name, labels: ["pool": "web"]) }
    fleet.host("d", labels: ["pool": "books"])
    fleet.service("web", uses: [web], on: ["pool": "web"])
    fleet.service("ledger", uses: [ledger])
    fleet.object(ledger, Fleet.contents(account: "ledger"))
    fleet.replica("w1", of: "web", on: "a")
    fleet.replica("w2", of: "web", on: "b")
    fleet.replica("w3", of: "web", on: "b")
    fleet.replica("l1", of: "ledger", on: "d")
    for name in ["a", "b", "c"] { fleet.inventory(name, [("web.json", Fleet.contents())]) }
    fleet.inventory("d", [("web.json", Fleet.contents())])
    return fleet
  }

  private func row(_ id: CredentialSpecID, _ scaling: Scaling) throws -> ScalingCounts {
    try #require(scaling.rows.first { $0.id == id }).counts
  }

  @Test(
    "by hand a credspec lies on every host where it may be needed; an orchestrator hands it to those that need it"
  )
  func counts() throws {
    let scaling = Scaling(of: Self.fleet.picture)
    let web = try row(Self.web, scaling)
    #expect(web.byHand == 3)
    #expect(web.handedOver == 2)
    #expect(web.replicas == 3)
    #expect(web.figures.present == 4)
    #expect(web.figures.surplus == 1)
    let ledger = try row(Self.ledger, scaling)
    #expect(ledger.byHand == 4)
    #expect(ledger.handedOver == 1)
    #expect(scaling.total.byHand == 7)
    #expect(scaling.total.handedOver == 3)
    #expect(scaling.total.ratioText == "2.3")
    #expect(scaling.handedOverToday == 1)
    #expect(scaling.headline == "7 copies by hand, 3 needed now: 2.3 to 1")
    #expect(scaling.remarks.isEmpty)
  }

  @Test("services that share a credspec and its hosts are more pairs and no more copies")
  func sharing() throws {
    var fleet = Self.fleet
    fleet.service("shop", uses: [Self.web], on: ["pool": "web"])
    let web = try row(Self.web, Scaling(of: fleet.picture))
    #expect(web.references == 2)
    #expect(web.pairs == 6)
    #expect(web.byHand == 3)
  }

  @Test("a drained host with a replica left on it still needs its copy; an empty one does not")
  func drained() throws {
    var fleet = Self.fleet
    fleet.facts.hosts[0].acceptsReplicas = false
    #expect(try row(Self.web, Scaling(of: fleet.picture)).byHand == 3)
    fleet.facts.hosts[2].acceptsReplicas = false
    #expect(try row(Self.web, Scaling(of: fleet.picture)).byHand == 2)
  }

  @Test("hosts of whose labels nobody has told are counted apart, and said")
  func untold() throws {
    var fleet = Self.fleet
    fleet.facts.hosts.append(
      Host(id: HostID(cluster: Fleet.cluster, name: "e"), operatingSystem: .windows, isFromNodeList: false))
    let scaling = Scaling(of: fleet.picture)
    #expect(try row(Self.web, scaling).byHand == 3)
    #expect(try row(Self.web, scaling).untoldHosts == 1)
    #expect(scaling.remarks.contains { $0.hasPrefix("for 2 places it is not known") })
  }

  @Test("a host without an inventory is said to be unverified")
  func unverified() {
    var fleet = Self.fleet
    // A replica that runs tells of its file by itself; c has none.
    fleet.facts.listings.remove(at: 2)
    let scaling = Scaling(of: fleet.picture)
    #expect(scaling.unverifiedHosts == 1)
    #expect(scaling.remarks.first?.hasPrefix("1 host of 4 is unverified in 1 place") == true)
  }

  @Test("clusters whose replicas were not read are named")
  func readInPart() {
    let fleet = Fleet(reading: FactKind.allCases.filter { $0 != .replicas })
    var copy = fleet
    copy.facts.hosts = Self.fleet.facts.hosts
    copy.facts.services = Self.fleet.facts.services
    let scaling = Scaling(of: copy.picture)
    #expect(scaling.clustersReadInPart == [Fleet.cluster])
    #expect(scaling.remarks.contains { $0.contains("not all replicas of test were read") })
  }

  @Test("where no service refers to a credspec nothing is needed and nothing is divided by nothing")
  func empty() {
    let scaling = Scaling(of: Fleet().picture)
    #expect(scaling.total == ScalingCounts())
    #expect(scaling.total.ratioText == "-")
    for way in DeliveryWay.allCases {
      for step in GrowthStep.allCases {
        let work = scaling.work(of: step, by: way)
        #expect(work.copies.isFinite && work.pulls.isFinite && work.builds.isFinite && work.objects.isFinite)
      }
    }
    #expect(scaling.byHand(hosts: 10, as: .wholeFleet) == 0)
  }

  @Test("one more host costs copies under files alone; one more service costs an object or three")
  func costs() {
    let scaling = Scaling(of: Self.fleet.picture)
    #expect(scaling.work(of: .host, by: .fileOnHosts).words == "1.8 copies")
    for way in DeliveryWay.allCases where way != .fileOnHosts {
      #expect(scaling.work(of: .host, by: way).isNothing)
    }
    #expect(scaling.work(of: .service, by: .fileOnHosts).words == "3.5 copies")
    #expect(scaling.work(of: .service, by: .image).words == "1 build, 1.5 pulls")
    #expect(scaling.work(of: .service, by: .swarmConfig).words == "1 object")
    #expect(scaling.work(of: .service, by: .customResource).words == "3 objects")
    #expect(scaling.work(of: .change, by: .swarmConfig).words == "3 objects")
    #expect(scaling.work(of: .change, by: .customResource).words == "2 objects")
    #expect(scaling.work(of: .change, by: .customResource).deliveries == 1.5)
  }

  @Test("the curves go through today, one grows by hosts, the other stays where replicas stay")
  func curves() {
    let scaling = Scaling(of: Self.fleet.picture)
    for growth in ScalingGrowth.allCases {
      #expect(scaling.byHand(hosts: 4, as: growth) == 7)
      #expect(scaling.handedOver(hosts: 4, as: growth) == 3)
      #expect(scaling.byHand(hosts: 0, as: growth) == 0)
    }
    #expect(scaling.byHand(hosts: 8, as: .hostsAlone) == 14)
    #expect(scaling.handedOver(hosts: 8, as: .hostsAlone) == 3)
    #expect(scaling.byHand(hosts: 8, as: .wholeFleet) == 28)
    #expect(scaling.handedOver(hosts: 8, as: .wholeFleet) == 6)
  }

  @Test("an axis ends with a round number")
  func roundNumbers() {
    #expect([1.0, 11, 40, 100, 101, 61_000].map(Scaling.roundNumber) == [1, 20, 40, 100, 200, 80_000])
  }

  @Test("numbers have one decimal while it says something")
  func decimals() {
    let numbers = [0, 0.01, 0.25, 2, 2.44, 99.94, 99.96, 123.4, 12_345, Double.nan]
    #expect(
      numbers.map { NumberText.decimal($0) } == [
        "0", "<0.1", "0.3", "2", "2.4", "99.9", "100", "123", "12,345", "-",
      ])
  }
}
