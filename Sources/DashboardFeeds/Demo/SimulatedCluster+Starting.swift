// At any moment something is on its way somewhere, and can be seen there.

import DashboardModel

extension SimulatedCluster {
  /// Restarts a replica where no start can be seen. A start is seen where the replica is alone on its host with its
  /// credential spec, and would be handed what is current.
  mutating func keepSomethingStarting() {
    if waiting.contains(where: { showsStart($0) }) { return }
    let first = random.index(below: services.count)
    for turn in services.indices where startVisibly((first + turn) % services.count) { return }
  }

  private func showsStart(_ replica: Int) -> Bool {
    let service = replicas[replica].service
    guard facts.replicas[replica].state == .starting, let host = replicas[replica].host,
      canShowStart(service),
      facts.replicas[replica].handed == services[service].handed
    else { return false }
    let companions = specs[services[service].spec].services.reduce(0) { sum, other in
      sum
        + services[other].replicas.count {
          replicas[$0].host == host && facts.replicas[$0].state != .finished
        }
    }
    return companions == 1
  }

  /// Files and parts on stage have states of their own to show; on crowded hosts nobody is alone.
  private func canShowStart(_ service: Int) -> Bool {
    guard case .ordinary = services[service].part else { return false }
    let spec = specs[services[service].spec]
    let crowd = spec.services.reduce(0) { $0 + services[$1].replicas.count }
    return services[service].id.kind != .cronJob && !spec.id.delivery.isOnHosts
      && crowd <= 3 * placements[services[service].placement].hosts.count
  }

  /// The replicas on each host that were handed a credential spec.
  private func occupation(of spec: Int) -> [Int: Int] {
    var occupied: [Int: Int] = [:]
    for service in specs[spec].services {
      for replica in services[service].replicas where facts.replicas[replica].state != .finished {
        if let host = replicas[replica].host { occupied[host, default: 0] += 1 }
      }
    }
    return occupied
  }

  /// Moves a replica to a host that it has for itself, or restarts it on one; false where there is neither.
  private mutating func startVisibly(_ service: Int) -> Bool {
    guard canShowStart(service) else { return false }
    let occupied = occupation(of: services[service].spec)
    let movable = services[service].replicas.filter {
      !replicas[$0].isStaged && facts.replicas[$0].state == .running
    }
    guard let any = movable.first else { return false }
    let free = placements[services[service].placement].hosts.filter {
      hosts[$0].isOpen && occupied[$0] == nil
    }
    if !free.isEmpty {
      replace(any, on: free[random.index(below: free.count)])
      return true
    }
    let alone = movable.first { replicas[$0].host.map { hosts[$0].isOpen && occupied[$0] == 1 } ?? false }
    guard let alone else { return false }
    replace(alone, on: replicas[alone].host)
    return true
  }
}
