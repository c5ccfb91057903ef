// Hosts: the fleet at the start, hosts that join, drain and fail.

import DashboardModel

extension SimulatedCluster {
  /// Linux nodes that each cluster has besides its Windows hosts.
  static let linuxNodes = 3

  mutating func foundHosts() {
    let total = options.hosts + 2 * Self.linuxNodes
    hosts.reserveCapacity(total)
    facts.hosts.reserveCapacity(total)
    let inSwarm = options.hosts / 2
    for index in 0..<inSwarm { addWindowsHost(.swarm, index: index) }
    for index in 0..<(options.hosts - inSwarm) { addWindowsHost(.kubernetes, index: index) }
    for orchestrator in DemoOrchestrator.allCases {
      for index in 0..<Self.linuxNodes { addLinuxNode(orchestrator, index: index) }
    }
  }

  /// Adds the host at a place in its cluster: zones and pools in turn, so that each zone has each pool.
  @discardableResult
  mutating func addWindowsHost(_ orchestrator: DemoOrchestrator, index: Int) -> Int {
    let zone = index % 3
    let pool = DemoPool.at(index / 3 + index % 3)
    let letter = orchestrator.zones[zone]
    var host = Host(
      id: HostID(cluster: orchestrator.cluster, name: "win-\(letter)-\(paddedNumber(index / 3 + 1))"),
      operatingSystem: .windows)
    host.isReady = true
    host.labels = ["pool": pool.rawValue, "zone": letter]
    host.joinedDomain = DemoDomain.dnsName
    // Server 2022 nearly everywhere; a few hosts of the year before.
    host.windowsBuild = index % 9 == 8 ? "10.0.17763.6532" : "10.0.20348.2849"
    switch orchestrator {
    case .kubernetes: dressForKubernetes(&host, pool: pool)
    case .swarm: dressForSwarm(&host, index: index)
    }
    facts.hosts.append(host)
    hosts.append(SimulatedHost(orchestrator: orchestrator, zone: zone, pool: pool))
    return hosts.count - 1
  }

  private func dressForKubernetes(_ host: inout Host, pool: DemoPool) {
    host.architecture = "amd64"
    host.labels["kubernetes.io/os"] = "windows"
    host.labels["kubernetes.io/hostname"] = host.id.name
    host.taints = [Taint(key: "os", value: "windows", effect: "NoSchedule")]
    if pool == .batch { host.taints.append(Taint(key: "dedicated", value: "batch", effect: "NoSchedule")) }
    host.runtime = "containerd://1.7.22"
  }

  private mutating func dressForSwarm(_ host: inout Host, index: Int) {
    host.architecture = "x86_64"
    host.role = "worker"
    host.nodeID = taskID()
    host.address = "10.\(20 + index / 62_500).\(index / 250 % 250).\(index % 250 + 2)"
    host.runtime = "27.3.1"
  }

  private mutating func addLinuxNode(_ orchestrator: DemoOrchestrator, index: Int) {
    let name = "\(orchestrator == .swarm ? "mgr" : "ctl")-\(orchestrator.zones[index % 3])-01"
    var host = Host(id: HostID(cluster: orchestrator.cluster, name: name), operatingSystem: .linux)
    host.isReady = true
    host.architecture = orchestrator == .swarm ? "x86_64" : "amd64"
    host.labels = ["zone": orchestrator.zones[index % 3]]
    switch orchestrator {
    case .kubernetes:
      host.labels["kubernetes.io/os"] = "linux"
      host.labels["kubernetes.io/hostname"] = name
      host.runtime = "containerd://1.7.22"
    case .swarm:
      host.role = "manager"
      host.nodeID = taskID()
      host.runtime = "27.3.1"
    }
    facts.hosts.append(host)
    hosts.append(SimulatedHost(orchestrator: orchestrator, zone: index % 3, pool: nil))
  }

  private func paddedNumber(_ number: Int) -> String {
    let digits = max(2, String(options.hosts / 6 + 1).count)
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  // MARK: Life

  /// Drains a host, or lets it fail; not while more than a twentieth of the fleet is closed.
  mutating func closeOneHost(failing: Bool) {
    guard closedHosts.count < max(1, options.hosts / 20), let host = anyQuietHost() else { return }
    journal.hasOtherChanges = true
    hosts[host].isOpen = false
    hosts[host].opensAt = step + random.number(in: failing ? 14...30 : 24...48)
    hosts[host].leaving = replicas.indices.filter { replicas[$0].host == host }
    closedHosts.append(host)
    if failing {
      facts.hosts[host].isReady = false
    } else {
      facts.hosts[host].acceptsReplicas = false
      facts.hosts[host].closedBecause = hosts[host].orchestrator == .swarm ? "drained" : "cordoned"
    }
  }

  private mutating func anyQuietHost() -> Int? {
    for _ in 0..<16 {
      let host = random.index(below: hosts.count)
      if hosts[host].pool != nil, hosts[host].isOpen, !hosts[host].isStaged { return host }
    }
    return nil
  }

  /// Moves replicas off closed hosts, a few a step, and opens the hosts whose time has come.
  mutating func moveOffClosedHosts() {
    for host in closedHosts {
      let batch = max(1, hosts[host].leaving.count / 4)
      for replica in hosts[host].leaving.suffix(batch) where replicas[replica].host == host {
        replace(replica)
      }
      hosts[host].leaving.removeLast(min(batch, hosts[host].leaving.count))
      if hosts[host].opensAt <= step && hosts[host].leaving.isEmpty { openHost(host) }
    }
    closedHosts.removeAll { hosts[$0].isOpen }
  }

  private mutating func openHost(_ host: Int) {
    journal.hasOtherChanges = true
    hosts[host].isOpen = true
    facts.hosts[host].isReady = true
    facts.hosts[host].acceptsReplicas = true
    facts.hosts[host].closedBecause = nil
  }

  /// A new host joins: eligible at once, without files until an operator comes by, without inventory until the next.
  mutating func joinOneHost() {
    let windows = hosts.count - 2 * Self.linuxNodes
    guard windows < options.hosts + max(2, options.hosts / 10) else { return }
    journal.hasOtherChanges = true
    let orchestrator: DemoOrchestrator = random.oneIn(3) ? .kubernetes : .swarm
    let place = hosts.lazy.filter { $0.orchestrator == orchestrator && $0.pool != nil }.count
    let host = addWindowsHost(orchestrator, index: place)
    for placement in placements.indices where placements[placement].key.orchestrator == orchestrator {
      if placements[placement].terms.eligibility(of: facts.hosts[host]) == .eligible {
        placements[placement].hosts.append(host)
      }
    }
    guard orchestrator == .swarm else { return }
    for spec in specs.indices where specs[spec].id.delivery.isOnHosts && needs(spec, at: host) {
      specs[spec].lacking.insert(host)
      promiseCopies(of: spec, to: [host])
    }
  }
}
