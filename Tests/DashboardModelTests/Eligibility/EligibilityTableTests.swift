// The table of a fleet says what judging each service on each host says.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Eligibility of a fleet")
struct EligibilityTableTests {
  @Test("the table equals judging each service on each host of its cluster", arguments: 0..<200)
  func tableEqualsDirectJudgement(seed: Int) {
    var random = SeededRandom(seed: seed)
    let hosts = (0..<Int.random(in: 0...25, using: &random)).map { RandomPlacement.host($0, &random) }
    let services = (0..<Int.random(in: 1...15, using: &random)).map { _ in
      (
        cluster: RandomPlacement.clusters.randomElement(using: &random) ?? "a",
        terms: RandomPlacement.terms(&random)
      )
    }
    let table = EligibilityTable(hosts: hosts, terms: services)
    for (service, subject) in services.enumerated() {
      for (index, host) in hosts.enumerated() {
        let direct = Self.direct(subject, host)
        #expect(
          table.isEligible(service: service, host: index) == direct,
          "\(subject.terms) on \(host)")
      }
    }
  }

  @Test("a filled row holds the verdicts of all hosts in their order", arguments: 0..<20)
  func filledRows(seed: Int) {
    var random = SeededRandom(seed: seed)
    let hosts = (0..<40).map { RandomPlacement.host($0, &random) }
    let table = EligibilityTable(hosts: hosts, terms: [(cluster: "a", terms: RandomPlacement.terms(&random))])
    var row = [UInt8](repeating: 9, count: hosts.count)
    row.withUnsafeMutableBufferPointer { table.fill(service: 0, into: $0) }
    #expect(row == hosts.indices.map { table.verdict(service: 0, host: $0) })
    #expect(row == table.classOfHost.map { table.verdicts(service: 0)[Int($0)] })
  }

  @Test("a service is eligible on no host of another cluster, told or not")
  func otherClusters() {
    let hosts = [
      Host(id: HostID(cluster: "b", name: "n")),
      Host(id: HostID(cluster: "b", name: "m"), isFromNodeList: false),
      Host(id: HostID(cluster: "a", name: "n")),
    ]
    let table = EligibilityTable(hosts: hosts, terms: [(cluster: "a", terms: SchedulingTerms())])
    #expect(hosts.indices.map { table.isEligible(service: 0, host: $0) } == [false, false, true])
  }

  @Test("hosts that differ in nothing that a term reads are one class, and equal terms one row")
  func classesAreFew() {
    let hosts = (0..<500).map { number in
      var host = Host(id: HostID(cluster: "a", name: "n\(number)"), operatingSystem: .windows)
      host.labels = ["kubernetes.io/hostname": "n\(number)", "pool": ["web", "db", "gmsa"][number % 3]]
      return host
    }
    let services = (0..<90).map { number in
      var terms = SchedulingTerms()
      terms.nodeSelector = number == 7 ? ["kubernetes.io/hostname": "n7"] : ["pool": "gmsa"]
      return (cluster: ClusterName("a"), terms: terms)
    }
    let table = EligibilityTable(hosts: hosts, terms: services)
    // gmsa, any other pool, and the one host that a template names.
    #expect(table.classCount == 3)
    #expect(table.rowCount == 2)
    #expect(hosts.indices.filter { table.isEligible(service: 7, host: $0) == true } == [7])
  }

  private static func direct(_ subject: (cluster: ClusterName, terms: SchedulingTerms), _ host: Host) -> Bool?
  {
    guard subject.cluster == host.id.cluster else { return false }
    switch subject.terms.eligibility(of: host) {
    case .eligible: return true
    case .refused: return false
    case .unknown: return nil
    }
  }
}
