// What a side of the matrix is zoomed out to: groups by a label, a namespace, an account, a cluster.

import DashboardModel

/// What the members of a zoomed line have in common.
package enum MatrixGrouping: Hashable, Sendable {
  /// Hosts with one value of a label, Kubernetes or Swarm `node.labels`.
  case label(String)
  /// Hosts with one value of a Swarm engine label.
  case engineLabel(String)
  /// Hosts of one Windows build.
  case build
  /// Services of one namespace.
  case namespace
  /// Credential specs of one gMSA.
  case account
  /// Credential specs that reach containers in one way.
  case delivery
  /// What belongs to one cluster.
  case cluster

  /// What the corner of the matrix says behind `HOST by`.
  package var words: String {
    switch self {
    case .label(let key): key.split(separator: "/").last.map(String.init) ?? key
    case .engineLabel(let key): "engine \(key)"
    case .build: "Windows build"
    case .namespace: "namespace"
    case .account: "account"
    case .delivery: "delivery"
    case .cluster: "cluster"
    }
  }

  /// The group of a place.
  func group(of place: Int, on axis: Axis, in picture: Picture) -> MatrixGroup? {
    switch axis {
    case .host: return group(of: picture.host(place))
    case .service:
      let id = picture.service(place).id
      // A Swarm service has no namespace: its cluster is all that it is in.
      let isNamed = self == .namespace && !id.namespace.isEmpty
      return MatrixGroup(cluster: id.cluster, title: isNamed ? id.namespace : id.cluster.text)
    case .credentialSpec:
      let entry = picture.credentialSpec(place)
      switch self {
      case .account: return MatrixGroup(title: entry.account?.text ?? "no account known")
      case .delivery: return MatrixGroup(title: entry.id.delivery.word)
      default: return MatrixGroup(cluster: entry.id.cluster, title: entry.id.cluster.text)
      }
    }
  }

  private func group(of host: Host) -> MatrixGroup {
    let value: String
    switch self {
    case .label(let key): value = host.labels[key] ?? "no \(words)"
    case .engineLabel(let key): value = host.engineLabels[key] ?? "no \(words)"
    case .build: value = host.windowsBuild ?? "build unknown"
    default: value = host.id.cluster.text
    }
    return MatrixGroup(cluster: host.id.cluster, title: value.isEmpty ? "(empty)" : value)
  }
}

extension MatrixGrouping {
  /// The most label steps that an axis has: whoever presses a key ten times to get out has lost the way.
  private static let mostLabels = 5

  /// The steps of zooming out of an axis, from many groups to few; each groups in a way of its own. Empty where an axis
  /// has nothing to group. Cost: the labels of all hosts; asked for when a key zooms, not per frame.
  static func steps(of axis: Axis, in picture: Picture) -> [MatrixGrouping] {
    var seen: [[Int]] = []
    var steps: [(grouping: MatrixGrouping, groups: Int)] = []
    for candidate in candidates(of: axis, in: picture) {
      let (partition, groups) = partition(by: candidate, of: axis, in: picture)
      let isCluster = candidate == .cluster
      // A group a subject is no group; one group of all is the cluster.
      guard isCluster ? groups > 0 : groups > 1 && groups * 3 <= partition.count * 2 else { continue }
      guard !seen.contains(partition), steps.count <= mostLabels else { continue }
      seen.append(partition)
      steps.append((candidate, groups))
    }
    // Clusters come last, also before labels with no more values than there are clusters.
    return steps.sorted { left, right in
      if (left.grouping == .cluster) != (right.grouping == .cluster) { return right.grouping == .cluster }
      return left.groups > right.groups
    }.map(\.grouping)
  }

  private static func candidates(of axis: Axis, in picture: Picture) -> [MatrixGrouping] {
    switch axis {
    case .service: return [.cluster, .namespace]
    case .credentialSpec: return [.cluster, .account, .delivery]
    case .host:
      let hosts = (0..<picture.count(.host)).map { picture.host($0) }
      let labels = keys(of: hosts) { $0.labels }.map { MatrixGrouping.label($0) }
      let engineLabels = keys(of: hosts) { $0.engineLabels }.map { MatrixGrouping.engineLabel($0) }
      return [.cluster] + labels + engineLabels + [.build]
    }
  }

  /// Labels that several hosts share, those that speak of pools and places first.
  private static func keys(of hosts: [Host], labels: (Host) -> [String: String]) -> [String] {
    var values: [String: Set<String>] = [:]
    var holders: [String: Int] = [:]
    for host in hosts {
      for (key, value) in labels(host) {
        holders[key, default: 0] += 1
        if values[key, default: []].count * 2 <= hosts.count { values[key, default: []].insert(value) }
      }
    }
    return values.keys.filter { (holders[$0] ?? 0) >= 2 * (values[$0]?.count ?? 0) }
      .sorted { (preference($0), $0) < (preference($1), $1) }
  }

  private static func preference(_ key: String) -> Int {
    ["pool", "group", "zone", "build", "role", "type", "region"].firstIndex { key.contains($0) } ?? 9
  }

  /// For each place the number of its group, groups numbered as they come: equal for groupings that group alike.
  private static func partition(
    by grouping: MatrixGrouping, of axis: Axis, in picture: Picture
  ) -> (partition: [Int], groups: Int) {
    var numbers: [MatrixGroup: Int] = [:]
    let partition = (0..<picture.count(axis)).compactMap { place -> Int? in
      guard let group = grouping.group(of: place, on: axis, in: picture) else { return nil }
      if let known = numbers[group] { return known }
      numbers[group] = numbers.count
      return numbers.count - 1
    }
    return (partition, numbers.count)
  }
}
