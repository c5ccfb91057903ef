// Which term of a service refuses how many hosts, and which hosts come closest.

/// The terms that refuse hosts, counted. A host that several terms refuse is counted for each.
struct RefusalCounts: Hashable, Sendable {
  /// A term and the hosts that it refuses.
  struct Term: Hashable, Sendable {
    let words: String
    var hosts: NameList
  }

  /// The terms, those that refuse most hosts first.
  let terms: [Term]
  /// Hosts that one term alone refuses, by that term, where there are also others.
  let closest: Term?
  /// Windows hosts of the cluster.
  let hostCount: Int

  /// Counts for the service at a row. Cost: hosts, and the terms once a scheduling class.
  init(_ picture: Picture, _ row: Int) {
    let service = picture.service(row)
    var refusalsOfClass: [Int: [String]] = [:]
    var columnsOfTerm: [String: (first: [Int], count: Int)] = [:]
    var columnsOfOnlyTerm: [String: (first: [Int], count: Int)] = [:]
    var count = 0
    for (column, schedulingClass) in picture.index.eligibility.classOfHost.enumerated() {
      let host = picture.host(column)
      guard host.id.cluster == service.id.cluster, host.mayRunWindows else { continue }
      count += 1
      let key = Int(schedulingClass)
      let refusals = refusalsOfClass[key] ?? Self.refusals(service, host)
      refusalsOfClass[key] = refusals
      for words in refusals { Self.add(column, to: &columnsOfTerm[words, default: ([], 0)]) }
      if let only = refusals.first, refusals.count == 1 {
        Self.add(column, to: &columnsOfOnlyTerm[only, default: ([], 0)])
      }
    }
    hostCount = count
    terms = Self.ranked(columnsOfTerm, picture)
    closest = terms.count > 1 ? Self.ranked(columnsOfOnlyTerm, picture).last : nil
  }

  /// `no host suits: node selector pool=gold: 5 hosts; taint os=windows:NoSchedule: 1 host`.
  var text: String {
    if hostCount == 0 { return "the cluster has no Windows node" }
    var parts = terms.prefix(4).map { "\($0.words): \($0.hosts.counted)" }
    if terms.count > parts.count { parts.append("\(terms.count - parts.count) more terms") }
    let text = "no host suits; " + parts.joined(separator: "; ")
    guard let closest else { return text }
    return "\(text); only \(closest.words) keeps it off \(closest.hosts.text)"
  }

  private static func refusals(_ service: Service, _ host: Host) -> [String] {
    guard case .refused(let refusals) = service.template.scheduling.eligibility(of: host) else { return [] }
    var seen: Set<String> = []
    return refusals.map(\.term).filter { seen.insert($0).inserted }
  }

  private static func add(_ column: Int, to columns: inout (first: [Int], count: Int)) {
    columns.count += 1
    if columns.first.count < NameList.shown { columns.first.append(column) }
  }

  private static func ranked(_ columns: [String: (first: [Int], count: Int)], _ picture: Picture) -> [Term] {
    columns.map { words, columns in
      let names = columns.first.map { picture.host($0).id.name }
      return Term(words: words, hosts: NameList(names, count: columns.count, noun: "host"))
    }.sorted { left, right in
      left.hosts.count == right.hosts.count ? left.words < right.words : left.hosts.count > right.hosts.count
    }
  }
}

extension Refusal {
  /// The service's term alone, without what stands on the host: hosts that one term refuses count together.
  fileprivate var term: String {
    switch self {
    case .otherNode(let wanted): "node name \(wanted)"
    case .operatingSystem(let wanted, _): "operating system \(wanted)"
    case .nodeSelector(let key, let wanted, _): "node selector \(key)=\(wanted)"
    case .affinity(let requirements):
      requirements.isEmpty
        ? "node affinity without a term"
        : "node affinity " + Set(requirements.map(\.words)).sorted().joined(separator: " or ")
    case .taint(let taint): "taint \(taint.text)"
    case .closed(let because): "node \(because)"
    case .notReady: "node not ready"
    case .constraint(let text): "constraint \(text)"
    case .unknownConstraint(let text): "constraint \(text) (one that no node can satisfy)"
    case .platform(let wanted, _):
      "image platform " + wanted.map { "\($0.operatingSystem)/\($0.architecture)" }.joined(separator: ", ")
    }
  }
}
