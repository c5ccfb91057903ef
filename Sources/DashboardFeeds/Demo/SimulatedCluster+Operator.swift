// The operator: copies files by hand some minutes late, forgets hosts, tidies up now and then.

import DashboardModel

extension SimulatedCluster {
  /// Somebody will copy a credential spec to hosts in some minutes, unless it is forgotten.
  mutating func promiseCopies(of spec: Int, to hosts: [Int]) {
    let remembered = hosts.filter { _ in !random.oneIn(4) }
    if remembered.isEmpty { return }
    errands.append(
      Errand(due: step + random.number(in: 24...60), work: .copy(spec: spec, hosts: remembered)))
  }

  /// Does what is due.
  mutating func runErrands() {
    let due = errands.filter { $0.due <= step }
    if due.isEmpty { return }
    errands.removeAll { $0.due <= step }
    for errand in due {
      switch errand.work {
      case .copy(let spec, let hosts): for host in hosts { copy(spec, to: host) }
      case .remove(let spec, let hosts): for host in hosts { remove(spec, from: host) }
      case .restart(let service): restart(service)
      }
    }
  }

  /// Copies what a credential spec holds now to a host and lists the host again. Hosts on stage are passed over.
  private mutating func copy(_ spec: Int, to host: Int) {
    if hosts[host].isStaged { return }
    journal.hasOtherChanges = true
    specs[spec].lacking.remove(host)
    guard let listing = listing(of: spec, on: host) else { return }
    let copy = HostCopy(name: specs[spec].id.name, contents: specs[spec].contents, modifiedAt: now)
    if let place = facts.listings[listing].copies.firstIndex(where: { $0.name == copy.name }) {
      facts.listings[listing].copies[place] = copy
    } else {
      facts.listings[listing].copies.append(copy)
    }
    facts.listings[listing].listedAt = now
  }

  /// Removes a copy where it is surplus; where a service has come to need it meanwhile, it stays.
  private mutating func remove(_ spec: Int, from host: Int) {
    guard !hosts[host].isStaged, !needs(spec, at: host), let listing = listing(of: spec, on: host) else {
      return
    }
    journal.hasOtherChanges = true
    let name = specs[spec].id.name
    facts.listings[listing].copies.removeAll { $0.name == name }
    facts.listings[listing].listedAt = now
  }

  /// Goes through the hosts for one credential spec: copies it where it lacks or is old, removes half of the surplus.
  mutating func walkTheRound() {
    let candidates = specs.indices.filter { specs[$0].id.delivery.isOnHosts }
    guard !candidates.isEmpty else { return }
    let spec = candidates[random.index(below: candidates.count)]
    for host in hosts.indices where hosts[host].orchestrator == .swarm && hosts[host].pool != nil {
      if needs(spec, at: host) {
        let isFine = !specs[spec].lacking.contains(host) && !holdsOldContents(spec, host)
        if !isFine && !random.oneIn(5) { copy(spec, to: host) }
      } else if random.oneIn(2) {
        remove(spec, from: host)
      }
    }
  }

  private func holdsOldContents(_ spec: Int, _ host: Int) -> Bool {
    guard let listing = listing(of: spec, on: host) else { return false }
    let copy = facts.listings[listing].copies.first { $0.name == specs[spec].id.name }
    return copy?.contents.map { $0 != specs[spec].contents } ?? false
  }

  /// Moves a Swarm service into one zone, or out of it again: its files are needed elsewhere, and surplus where it was.
  mutating func moveOneService() {
    let candidates = services.indices.filter {
      services[$0].id.kind == .swarmService && !specs[services[$0].spec].isStaged
    }
    guard !candidates.isEmpty else { return }
    let service = candidates[random.index(below: candidates.count)]
    let spec = services[service].spec
    let former = placements[services[service].placement].key
    let zone = former.zone == nil ? random.index(below: 3) : nil
    let next = placement(
      for: DemoPlacementKey(orchestrator: former.orchestrator, pool: former.pool, zone: zone))
    guard placements[next].hosts.count > 1 else { return }
    journal.hasOtherChanges = true
    let before = Set(hosts.indices.filter { needs(spec, at: $0) })
    services[service].placement = next
    renewTemplate(of: service)
    let after = Set(hosts.indices.filter { needs(spec, at: $0) })
    let allowed = Set(placements[next].hosts)
    for replica in services[service].replicas {
      if let host = replicas[replica].host, !allowed.contains(host) { replace(replica) }
    }
    if specs[spec].id.delivery.isOnHosts { followMove(of: spec, before: before, after: after) }
  }

  private mutating func followMove(of spec: Int, before: Set<Int>, after: Set<Int>) {
    specs[spec].lacking.formIntersection(after)
    let name = specs[spec].id.name
    let lacking = after.subtracting(before).sorted().filter { host in
      guard let listing = listing(of: spec, on: host) else { return false }
      return !facts.listings[listing].copies.contains { $0.name == name }
    }
    specs[spec].lacking.formUnion(lacking)
    promiseCopies(of: spec, to: lacking)
    let surplus = before.subtracting(after).sorted().filter { _ in !random.oneIn(3) }
    errands.append(Errand(due: step + random.number(in: 40...100), work: .remove(spec: spec, hosts: surplus)))
  }
}
