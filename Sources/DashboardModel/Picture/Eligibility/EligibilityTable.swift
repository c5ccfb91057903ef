// Eligibility of every service on every host of a fleet, at the cost of distinct terms x classes of hosts.

/// Which services may be placed on which hosts. Services and hosts are named by their place in the arrays that the
/// table was made of; those of all clusters may stand together, and no service is eligible on another cluster's
/// host.
///
/// Real fleets have few distinct templates and few kinds of nodes, so that 5,000 hosts x 1,000 services are judged
/// in milliseconds and kept in kilobytes.
public struct EligibilityTable: Sendable {
  /// For each host its class: hosts of one class get the same verdict from every service.
  public let classOfHost: [Int32]
  /// How many classes there are.
  public let classCount: Int
  /// For each service the row of its terms: services with one row have the same verdicts.
  public let rowOfService: [Int32]
  /// How many distinct terms there are, counted for each cluster.
  public let rowCount: Int
  /// `verdicts[row * classCount + class]`, values of `Verdict`.
  private let verdicts: [UInt8]

  /// A verdict as a byte.
  public enum Verdict {
    /// A replica may not be placed there.
    public static let refused: UInt8 = 0
    /// A replica may be placed there.
    public static let eligible: UInt8 = 1
    /// Nobody can tell.
    public static let unknown: UInt8 = 2
  }

  /// Judges every service on every class of hosts.
  public init(hosts: [Host], terms services: [(cluster: ClusterName, terms: SchedulingTerms)]) {
    let rows = TermRows(services)
    let classes = HostClasses(hosts, vocabulary: SchedulingVocabulary(of: rows.rows.lazy.map(\.terms)))
    classOfHost = classes.classOfHost
    classCount = classes.representatives.count
    rowOfService = rows.rowOfService
    rowCount = rows.rows.count
    verdicts = Self.judge(rows.rows, on: classes.representatives.map { hosts[$0] })
  }

  /// The verdict on one service and one host.
  public func verdict(service: Int, host: Int) -> UInt8 {
    verdicts[Int(rowOfService[service]) * classCount + Int(classOfHost[host])]
  }

  /// Whether the service may be placed on the host; nil where that is unknown.
  public func isEligible(service: Int, host: Int) -> Bool? {
    switch verdict(service: service, host: host) {
    case Verdict.refused: false
    case Verdict.eligible: true
    default: nil
    }
  }

  /// The verdicts on a service by class of hosts, values of `Verdict`.
  public func verdicts(service: Int) -> [UInt8] {
    verdicts(row: Int(rowOfService[service]))
  }

  /// The verdicts of a row of terms by class of hosts, values of `Verdict`.
  public func verdicts(row: Int) -> [UInt8] {
    Array(verdicts[row * classCount..<(row + 1) * classCount])
  }

  /// Writes the verdicts on a service for all hosts, in their order. The row holds as many bytes as there are hosts.
  public func fill(service: Int, into row: UnsafeMutableBufferPointer<UInt8>) {
    precondition(row.count == classOfHost.count, "a row has a byte for each host")
    let start = Int(rowOfService[service]) * classCount
    verdicts.withUnsafeBufferPointer { verdicts in
      classOfHost.withUnsafeBufferPointer { classes in
        for host in 0..<row.count { row[host] = verdicts[start + Int(classes[host])] }
      }
    }
  }

  private static func judge(_ rows: [TermRows.Row], on hosts: [Host]) -> [UInt8] {
    let classesOfName = Dictionary(grouping: hosts.indices) { hosts[$0].id.name }
    var verdicts = [UInt8](repeating: Verdict.refused, count: rows.count * hosts.count)
    for (number, row) in rows.enumerated() {
      // A pinned template needs a look at hosts of that name alone.
      let candidates = row.terms.terms.nodeName.map { classesOfName[$0] ?? [] } ?? Array(hosts.indices)
      for index in candidates where hosts[index].id.cluster == row.cluster {
        verdicts[number * hosts.count + index] = row.terms.verdict(of: hosts[index])
      }
    }
    return verdicts
  }
}

/// The distinct terms among services.
private struct TermRows {
  struct Row {
    let cluster: ClusterName
    let terms: PreparedTerms
  }
  private struct Key: Hashable {
    let cluster: ClusterName
    let terms: SchedulingTerms
  }

  private(set) var rows: [Row] = []
  private(set) var rowOfService: [Int32] = []

  init(_ services: [(cluster: ClusterName, terms: SchedulingTerms)]) {
    var numbers: [Key: Int32] = [:]
    rowOfService.reserveCapacity(services.count)
    for (cluster, terms) in services {
      let number = numbers.number(of: Key(cluster: cluster, terms: terms))
      if Int(number) == rows.count { rows.append(Row(cluster: cluster, terms: PreparedTerms(terms))) }
      rowOfService.append(number)
    }
  }
}
