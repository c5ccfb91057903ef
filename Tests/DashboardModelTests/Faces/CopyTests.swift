// Face 1 in scenarios: files on hosts, seen by inventories and by replicas.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Copies on hosts")
struct CopyTests {
  static let file = Fleet.id(.hostFile, "web.json")

  /// `web` runs on win-1, may run on win-2 (pool a) and never on win-3.
  private func fleet(reading kinds: [FactKind] = FactKind.allCases) -> Fleet {
    var fleet = Fleet(reading: kinds)
    fleet.host("win-1", labels: ["pool": "a"])
    fleet.host("win-2", labels: ["pool": "a"])
    fleet.host("win-3", labels: ["pool": "b"])
    fleet.service("web", uses: [Self.file], on: ["pool": "a"])
    return fleet
  }

  @Test("inventories tell deployed, standby and over-distributed")
  func allHold() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1")
    for host in ["win-1", "win-2", "win-3"] { fleet.inventory(host, [("web.json", Fleet.contents())]) }
    let picture = fleet.picture
    #expect(picture.copy(Self.file, on: "win-1")?.state == .deployed)
    #expect(picture.copy(Self.file, on: "win-2")?.state == .standby)
    #expect(picture.copy(Self.file, on: "win-3")?.state == .overDistributed)
  }

  @Test("inventories tell missing, at risk and nothing to say")
  func noneHolds() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1")
    for host in ["win-1", "win-2", "win-3"] { fleet.inventory(host, []) }
    let picture = fleet.picture
    #expect(picture.copy(Self.file, on: "win-1")?.state == .missing)
    #expect(picture.copy(Self.file, on: "win-2")?.state == .atRisk)
    #expect(picture.copy(Self.file, on: "win-3")?.state == .blank)
  }

  @Test("without inventories a starting replica's host is unverified, and so are hosts that may run one")
  func unknownInventories() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1", .starting)
    let picture = fleet.picture
    #expect(picture.copy(Self.file, on: "win-1")?.state == .unverified)
    #expect(picture.copy(Self.file, on: "win-2")?.state == .unverified)
    #expect(picture.copy(Self.file, on: "win-3")?.state == .blank)
    #expect(picture.figures.unverified == 2)
  }

  @Test("a listing that is not complete says nothing of what it lacks")
  func incompleteListing() {
    var fleet = fleet()
    fleet.inventory("win-2", [], isComplete: false)
    #expect(fleet.picture.copy(Self.file, on: "win-2")?.state == .unverified)
  }

  @Test("a running replica could not have started without the file, whose contents nobody saw")
  func runningProvesPresence() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1")
    let cell = fleet.picture.copy(Self.file, on: "win-1")
    #expect(cell?.state == .deployed)
    #expect(cell?.isNotCompared == true)
  }

  static let notFound =
    "starting container failed: failed to load credential spec for container x: open C:\\x: The system cannot find the file specified."

  @Test("a task's error text proves that the file is missing")
  func errorText() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1", .failing, trouble: Self.notFound)
    #expect(fleet.picture.copy(Self.file, on: "win-1")?.state == .missing)
  }

  @Test("another error says nothing of the file")
  func otherErrorText() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1", .failing, trouble: "exit code 3")
    #expect(fleet.picture.copy(Self.file, on: "win-1")?.state == .unverified)
    #expect(fleet.picture.placement("web", on: "win-1")?.state == .failing)
  }

  @Test(
    "a listing older than the replica gives way to it", arguments: [(5, CellState.deployed), (-5, .missing)])
  func laterIsRight(minutes: Int, state: CellState) {
    var fleet = fleet()
    fleet.inventory("win-1", [], listedAt: Fleet.noon)
    fleet.replica("t1", of: "web", on: "win-1", since: Fleet.minutes(minutes))
    #expect(fleet.picture.copy(Self.file, on: "win-1")?.state == state)
  }

  @Test(
    "a failure after the listing proves that the file has gone",
    arguments: [(5, CellState.missing), (-5, .deployed)])
  func laterFailure(minutes: Int, state: CellState) {
    var fleet = fleet()
    fleet.inventory("win-1", [("web.json", Fleet.contents())], listedAt: Fleet.noon)
    fleet.replica(
      "t1", of: "web", on: "win-1", .failing, since: Fleet.minutes(minutes), trouble: Self.notFound)
    #expect(fleet.picture.copy(Self.file, on: "win-1")?.state == state)
  }

  @Test("of two replicas that contradict each other the later one is right, in whatever order they come")
  func twoReplicas() {
    for order in [false, true] {
      var fleet = fleet()
      fleet.replica("t1", of: "web", on: "win-1", since: Fleet.minutes(1))
      fleet.replica("t2", of: "web", on: "win-1", .failing, since: Fleet.minutes(2), trouble: Self.notFound)
      if order { fleet.facts.replicas.reverse() }
      #expect(fleet.picture.copy(Self.file, on: "win-1")?.state == .missing)
    }
  }

  @Test("contents that most hosts do not hold are stale, of another SID critical")
  func drift() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1")
    fleet.inventory("win-1", [("web.json", Fleet.contents(sid: "S-1-5-21-9-9-9"))])
    fleet.inventory("win-2", [("web.json", Fleet.contents())])
    fleet.inventory("win-3", [("WEB.JSON", Fleet.contents())])
    let picture = fleet.picture
    let cell = picture.copy(Self.file, on: "win-1")
    #expect(cell?.state == .stale)
    #expect(cell?.severity == .critical)
    #expect(
      picture.copy(Self.file, on: "win-3")?.state == .overDistributed, "Windows names files without case")
  }

  @Test("the copy that the user names is the reference, whatever most hosts hold")
  func namedReference() {
    var fleet = fleet()
    fleet.inventory("win-1", [("web.json", Fleet.contents(salt: "new"))])
    fleet.inventory("win-2", [("web.json", Fleet.contents())])
    fleet.inventory("win-3", [("web.json", Fleet.contents())])
    let named = ReferenceCopy(name: "WEB.json", host: "win-1.corp.example")
    let picture = Picture(of: Snapshot(merging: [fleet.slice], references: [named]))
    #expect(picture.copy(Self.file, on: "win-1")?.state == .standby)
    #expect(picture.copy(Self.file, on: "win-2")?.state == .stale)
  }

  @Test("where services were not read nothing is called over-distributed")
  func servicesNotRead() {
    var fleet = Fleet(reading: [.hosts])
    fleet.host("win-1")
    fleet.inventory("win-1", [("web.json", Fleet.contents())])
    let picture = fleet.picture
    #expect(picture.copy(Self.file, on: "win-1")?.state == .unverified)
    #expect(picture.figures.surplus == 0)
  }

  @Test("a host that no node list names may run anything or nothing")
  func hostFromReplicaAlone() {
    var fleet = fleet(reading: [.services, .replicas])
    fleet.replica("t1", of: "web", on: "win-9", .finished)
    #expect(fleet.picture.copy(Self.file, on: "win-9")?.state == .unverified)
  }

  @Test("Linux nodes are counted, not shown, unless asked for")
  func linuxHidden() {
    var fleet = fleet()
    fleet.host("lin-1", os: .linux)
    #expect(fleet.picture.count(.host) == 3)
    #expect(fleet.picture.hiddenHostCount == 1)
    let all = Picture(of: fleet.snapshot, options: PictureOptions(includesLinux: true))
    #expect(all.count(.host) == 4)
    #expect(all.hiddenHostCount == 0)
  }

  @Test("two nodes of one short name are told apart by their full names")
  func sameShortName() {
    var fleet = Fleet()
    fleet.host("win-1.a.example")
    fleet.host("win-1.b.example")
    fleet.service("web", uses: [Self.file])
    fleet.inventory("win-1.b.example", [("web.json", Fleet.contents())])
    let picture = fleet.picture
    #expect(picture.copy(Self.file, on: "win-1.b.example")?.state == .standby)
    #expect(picture.copy(Self.file, on: "win-1.a.example")?.state == .unverified)
  }

  @Test("figures count needed, per-host, present, surplus, missing and stale copies, and their ratio")
  func figures() {
    var fleet = fleet()
    fleet.replica("t1", of: "web", on: "win-1")
    fleet.inventory("win-1", [("web.json", Fleet.contents())])
    fleet.inventory("win-2", [])
    fleet.inventory("win-3", [("web.json", Fleet.contents(salt: "old"))])
    let figures = fleet.picture.figures
    #expect(figures.needed == 1)
    #expect(figures.perHost == 2)
    #expect(figures.present == 2)
    #expect(figures.surplus == 1)
    #expect(figures.atRisk == 1)
    #expect(figures.missing == 0)
    #expect(figures.distributionRatioText == "2.00")
    #expect(Figures().distributionRatioText == "-")
  }
}
