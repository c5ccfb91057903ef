// What the Swarm scheduler makes of constraints, platforms and a node's state, case by case.

import DashboardModel
import Testing

@Suite("Eligibility on Swarm nodes")
struct SwarmEligibilityTests {
  static let host: Host = {
    var host = Host(id: HostID(cluster: "s", name: "WIN-01"), operatingSystem: .windows)
    host.architecture = "x86_64"
    host.nodeID = "24ifsmvkjbyhk"
    host.role = "worker"
    host.address = "10.4.0.17"
    host.labels = ["zone": "B", "Zone": "c"]
    host.engineLabels = ["build": "20348"]
    host.isReady = true
    return host
  }()

  @Test(
    "a constraint that holds lets the node pass",
    arguments: [
      "node.id==24IFSMVKJBYHK", "node.hostname == win-01", "NODE.Hostname==win-01", "node.role!=manager",
      "node.platform.os==Windows", "node.platform.arch==x86_64", "node.labels.zone==b",
      "node.labels.Zone==C", "Node.Labels.zone==b", "engine.labels.build==20348", "node.labels.rack!=7",
      "node.ip==10.4.0.17", "node.ip==10.4.0.0/16", "node.ip!=10.5.0.0/16", "node.ip!=2001:db8::2",
      "node.ip==::ffff:10.4.0.17", "node.ip!=::/0", "  node.role  ==  worker\t",
    ])
  func constraintHolds(_ constraint: String) {
    #expect(terms(constraint).eligibility(of: Self.host) == .eligible)
  }

  @Test(
    "a constraint that does not hold is the reason",
    arguments: [
      "node.id!=24ifsmvkjbyhk", "node.hostname==win-*", "node.hostname==win-0", "node.role==manager",
      "node.platform.os==linux", "node.platform.arch==amd64", "node.labels.zone!=b", "node.labels.ZONE==b",
      "node.labels.rack==7", "engine.labels.zone==b", "node.ip==10.4.0.18", "node.ip!=10.4.0.0/16",
      "node.ip==::/0",
    ])
  func constraintFails(_ constraint: String) {
    #expect(terms(constraint).eligibility(of: Self.host) == .refused([.constraint(constraint)]))
  }

  @Test(
    "a constraint that Swarm cannot use holds on no node, and the words say why",
    arguments: [
      ("node.role", "neither == nor !="), ("node.role=worker", "neither == nor !="),
      ("==worker", "key is malformed"), ("7node.role==worker", "key is malformed"),
      ("node role==worker", "key is malformed"), ("node.role==", "value is malformed"),
      ("node.role==<worker>", "value is malformed"), ("node.role==büro", "value is malformed"),
      ("node.zone==b", "no such key"), ("node.labels.==b", "no such key"), ("labels.zone!=b", "no such key"),
      ("node.ip==10.4.0", "neither an address nor a network"),
      ("node.ip!=10.4.0.0/33", "neither an address nor a network"),
      ("node.ip!=10.4.0.017", "neither an address nor a network"),
    ])
  func constraintIsUnusable(_ constraint: String, _ words: String) {
    let refusal = Refusal.unknownConstraint(constraint)
    #expect(terms(constraint).eligibility(of: Self.host) == .refused([refusal]))
    #expect(refusal.words.contains(words))
  }

  @Test("all constraints must hold, and each that does not is a reason")
  func constraintsAreJoined() {
    let wanted = terms("node.role==manager", "node.labels.zone==b", "node.labels.zone==d")
    #expect(
      wanted.eligibility(of: Self.host)
        == .refused([.constraint("node.role==manager"), .constraint("node.labels.zone==d")]))
  }

  @Test("a node without an address is in no network, and outside of every one")
  func nodeWithoutAddress() {
    var host = Self.host
    host.address = nil
    #expect(terms("node.ip!=10.4.0.0/16").eligibility(of: host) == .eligible)
    #expect(
      terms("node.ip==0.0.0.0/0").eligibility(of: host) == .refused([.constraint("node.ip==0.0.0.0/0")]))
  }

  @Test("a hostname constraint sees the hostname of a node that is told apart by its id")
  func doubledHostnames() {
    var host = Host(id: HostID(cluster: "s", name: "WIN-01 (24ifsmvk)"), operatingSystem: .windows)
    host.nodeID = "24ifsmvkjbyhk"
    #expect(terms("node.hostname==win-01").eligibility(of: host) == .eligible)
  }

  @Test(
    "one platform of the image must be the node's; empty parts and the two names of one architecture fit",
    arguments: [
      ([], true), ([("windows", "amd64")], true), ([("linux", "amd64"), ("windows", "x86_64")], true),
      ([("windows", "")], true), ([("", "amd64")], true), ([("", "")], true), ([("linux", "amd64")], false),
      ([("windows", "arm64")], false), ([("Windows", "amd64")], false),
    ] as [([(String, String)], Bool)])
  func platforms(_ platforms: [(String, String)], _ fits: Bool) {
    var terms = SchedulingTerms()
    terms.platforms = platforms.map { Platform(operatingSystem: $0.0, architecture: $0.1) }
    let found = Platform(operatingSystem: "windows", architecture: "x86_64")
    let refusal = Eligibility.refused([.platform(wanted: terms.platforms, found: found)])
    #expect(terms.eligibility(of: Self.host) == (fits ? .eligible : refusal))
  }

  @Test(
    "a platform against an untold architecture is unknown where the system fits, refused where it does not")
  func untoldArchitecture() {
    var host = Self.host
    host.architecture = nil
    var terms = SchedulingTerms()
    terms.platforms = [Platform(operatingSystem: "windows", architecture: "amd64")]
    #expect(terms.eligibility(of: host) == .unknown("the node's platform was not told"))
    terms.platforms = [Platform(operatingSystem: "linux", architecture: "amd64")]
    #expect(terms.eligibility(of: host) != .unknown("the node's platform was not told"))
  }

  @Test(
    "paused, drained and silent nodes take no replica, and no toleration opens them",
    arguments: [
      "paused", "drained",
    ])
  func closedNodes(_ word: String) {
    var host = Self.host
    host.acceptsReplicas = false
    host.closedBecause = word
    host.isReady = false
    var terms = SchedulingTerms()
    #expect(terms.eligibility(of: host) == .refused([.closed(because: word), .notReady]))
    terms.tolerations = [Toleration(comparison: "Exists")]
    #expect(terms.eligibility(of: host) == .refused([.closed(because: word)]))
  }

  @Test("replicas-max-per-node makes a host full, not ineligible")
  func fullHosts() {
    var terms = SchedulingTerms()
    #expect(!terms.isFull(runningThere: 1000))
    terms.maximumReplicasPerHost = 2
    #expect(terms.eligibility(of: Self.host) == .eligible)
    #expect(!terms.isFull(runningThere: 1))
    #expect(terms.isFull(runningThere: 2))
  }

  private func terms(_ constraints: String...) -> SchedulingTerms {
    var terms = SchedulingTerms()
    terms.constraints = constraints
    return terms
  }
}
