// Hosts sorted into classes that scheduling cannot tell apart: a fleet of thousands is mostly a few pools.

/// A partition of hosts such that all hosts of a class get the same verdict from every term of a vocabulary.
struct HostClasses {
  /// The class of each host, in the order of the hosts.
  private(set) var classOfHost: [Int32]
  /// For each class one host of it.
  private(set) var representatives: [Int] = []

  init(_ hosts: [Host], vocabulary: SchedulingVocabulary) {
    classOfHost = Array(repeating: 0, count: hosts.count)
    var shapes: [HostShape: Int32] = [:]
    refine(hosts) { shapes.number(of: HostShape($0)) }
    for (key, reads) in vocabulary.labels { refine(hosts, by: reads) { $0.labels[key] } }
    for (key, reads) in vocabulary.constrainedLabels {
      refine(hosts, by: reads) { $0.labels[key]?.lowercased() }
    }
    for (key, reads) in vocabulary.engineLabels {
      refine(hosts, by: reads) { $0.engineLabels[key]?.lowercased() }
    }
    refine(hosts, named: vocabulary.nodeNames) { $0.id.name }
    refine(hosts, named: vocabulary.hostnames) { $0.hostnameForConstraints.lowercased() }
    refine(hosts, named: vocabulary.nodeIDs) { $0.nodeID?.lowercased() }
    for range in vocabulary.ranges {
      refine(hosts) { $0.address.flatMap { NetworkAddress($0) }.map(range.contains) == true ? 1 : 0 }
    }
    representatives = makeRepresentatives()
  }

  private mutating func refine(
    _ hosts: [Host], by reads: SchedulingVocabulary.ValueReads, value: (Host) -> String?
  ) {
    guard reads.isCompared else { return refine(hosts, named: reads.named, orAbsent: -2, value: value) }
    var numbers: [String?: Int32] = [:]
    refine(hosts) { numbers.number(of: value($0)) }
  }

  /// Named values are told apart from each other, and from all the rest, which are alike.
  private mutating func refine(
    _ hosts: [Host], named: Set<String>, orAbsent absent: Int32 = -1, value: (Host) -> String?
  ) {
    guard !named.isEmpty || absent != -1 else { return }
    var numbers: [String: Int32] = [:]
    for name in named { _ = numbers.number(of: name) }
    refine(hosts) { host in value(host).map { numbers[$0] ?? -1 } ?? absent }
  }

  private mutating func refine(_ hosts: [Host], by part: (Host) -> Int32) {
    var classes: [UInt64: Int32] = [:]
    for index in hosts.indices {
      let pair =
        UInt64(UInt32(bitPattern: classOfHost[index])) << 32 | UInt64(UInt32(bitPattern: part(hosts[index])))
      classOfHost[index] = classes.number(of: pair)
    }
  }

  private func makeRepresentatives() -> [Int] {
    var representatives: [Int] = []
    // Classes are numbered in the order in which their first host stands.
    for (index, number) in classOfHost.enumerated() where Int(number) == representatives.count {
      representatives.append(index)
    }
    return representatives
  }
}

/// What every term may read of a host.
private struct HostShape: Hashable {
  let cluster: ClusterName
  let isFromNodeList: Bool
  let operatingSystem: OperatingSystem?
  let operatingSystemWord: String?
  let architecture: String?
  let acceptsReplicas: Bool
  let closedBecause: String?
  let isReady: Bool?
  let role: String?
  let taints: [Taint]

  init(_ host: Host) {
    cluster = host.id.cluster
    isFromNodeList = host.isFromNodeList
    operatingSystem = host.operatingSystem
    operatingSystemWord = host.operatingSystemWord
    architecture = host.architecture
    acceptsReplicas = host.acceptsReplicas
    closedBecause = host.closedBecause
    isReady = host.isReady
    role = host.role
    taints = host.taints
  }
}

extension Dictionary where Value == Int32 {
  /// The number of a key, the next free one at its first sight.
  mutating func number(of key: Key) -> Int32 {
    if let number = self[key] { return number }
    let number = Int32(count)
    self[key] = number
    return number
  }
}
