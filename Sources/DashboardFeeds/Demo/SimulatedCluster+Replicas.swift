// Replicas: the first of them, and the scheduler that starts, settles and moves them.

import DashboardModel

extension SimulatedCluster {
  mutating func foundReplicas() {
    let counts = replicaCounts()
    let total = counts.reduce(0, +)
    facts.replicas.reserveCapacity(total)
    replicas.reserveCapacity(total)
    for service in services.indices {
      if case .outdated = services[service].part { rotateResource(services[service].spec) }
    }
    for service in services.indices {
      facts.services[service].wantedReplicas =
        services[service].part.isRefused ? 2 : services[service].id.kind == .cronJob ? nil : counts[service]
      foundReplicas(of: service, count: counts[service])
    }
  }

  /// None for refused services, one for a CronJob, and the rest shared out.
  private mutating func replicaCounts() -> [Int] {
    var counts = services.map { $0.part.isRefused ? 0 : 1 }
    let sharers = services.indices.filter { counts[$0] > 0 && services[$0].id.kind != .cronJob }
    guard let replicas = options.replicas else {
      for service in sharers { counts[service] = random.number(in: 2...5) }
      return counts
    }
    let rest = replicas - (services.indices.count { counts[$0] > 0 } - sharers.count)
    for (turn, service) in sharers.enumerated() {
      counts[service] = rest / sharers.count + (turn < rest % sharers.count ? 1 : 0)
    }
    return counts
  }

  private mutating func foundReplicas(of service: Int, count: Int) {
    let first = replicas.count
    services[service].replicas = first..<(first + count)
    let spec = specs[services[service].spec]
    let candidates = placements[services[service].placement].hosts.filter {
      !spec.lacking.contains($0) && !spec.avoided.contains($0)
    }
    let offset = random.index(below: max(1, candidates.count))
    for turn in 0..<count {
      let host = candidates.isEmpty ? nil : candidates[(offset + turn) % candidates.count]
      replicas.append(SimulatedReplica(service: service, host: host))
      facts.replicas.append(newReplica(first + turn, state: host == nil ? .starting : .running))
      facts.replicas[first + turn].since = now.advanced(by: .seconds(-random.number(in: 600...900_000)))
      if host == nil || services[service].id.kind == .cronJob { wait(first + turn, 2...20) }
    }
    if count > 0 { setOnStage(first, of: service) }
  }

  /// Pins a service's first replica where its part asks for it.
  private mutating func setOnStage(_ replica: Int, of service: Int) {
    switch services[service].part {
    case .ordinary, .denied, .dangling: return
    case .excluded: break
    case .outdated:
      let former = specs[services[service].spec].formerContents
      facts.replicas[replica].handed[0].contents = .given(former)
    case .crashing:
      change(replica, to: .failing)
      facts.replicas[replica].trouble = Trouble(
        reason: "CrashLoopBackOff", message: "back-off 5m0s restarting failed container", at: now,
        object: "pod \(facts.replicas[replica].name)")
    case .blocked:
      replicas[replica].host = stage.forgotten
      facts.replicas[replica].hostName = facts.hosts[stage.forgotten].id.name
      facts.replicas[replica].since = now.advanced(by: .seconds(-700))
      fail(replica)
    }
    replicas[replica].isStaged = true
    if let host = replicas[replica].host { hosts[host].isStaged = true }
  }

  private mutating func newReplica(_ index: Int, state: ReplicaState) -> Replica {
    let it = services[replicas[index].service]
    let name =
      switch it.id.kind {
      case .swarmService: taskID()
      case .statefulSet: "\(it.id.name)-\(index - it.replicas.lowerBound)"
      default: "\(it.owner.name)-\(random.text(of: 5, from: "bcdfghjklmnpqrstvwxz2456789"))"
      }
    return Replica(
      cluster: it.id.cluster, namespace: it.id.namespace, name: name, owner: it.owner,
      hostName: replicas[index].host.map { facts.hosts[$0].id.name }, state: state, since: now,
      handed: it.handed, template: it.shared)
  }

  /// An id as Swarm makes them.
  mutating func taskID() -> String {
    random.text(of: 24, from: "0123456789abcdefghijklmnopqrstuvwxyz")
  }

  // MARK: Life

  mutating func wait(_ replica: Int, _ steps: ClosedRange<Int>) {
    replicas[replica].due = step + random.number(in: steps)
    if replicas[replica].isWaiting { return }
    replicas[replica].isWaiting = true
    waiting.append(replica)
  }

  /// Lets every replica whose time has come go on: start, fail, end, be tried again.
  mutating func settleWaitingReplicas() {
    let all = waiting
    waiting.removeAll(keepingCapacity: true)
    for replica in all {
      if replicas[replica].due > step {
        waiting.append(replica)
      } else {
        replicas[replica].isWaiting = false
        settle(replica)
      }
    }
  }

  private mutating func settle(_ replica: Int) {
    let isJob = services[replicas[replica].service].id.kind == .cronJob
    switch facts.replicas[replica].state {
    case .starting: settleStart(replica)
    case .failing: replace(replica)
    case .running where isJob:
      change(replica, to: .finished)
      // Many CronJobs run at longer intervals: each run makes a Job, and that is a change of more than replicas.
      let crowd = max(1, services.count / 24)
      wait(replica, 20 * crowd...40 * crowd)
    case .finished:
      renewOwner(of: replicas[replica].service)
      replace(replica)
    case .running: break
    }
  }

  private mutating func settleStart(_ replica: Int) {
    guard let host = replicas[replica].host, hosts[host].isOpen else { return replace(replica) }
    let service = services[replicas[replica].service]
    if specs[service.spec].lacking.contains(host) {
      fail(replica)
      wait(replica, 18...36)
      promiseCopies(of: service.spec, to: [host])
    } else {
      change(replica, to: .running)
      if service.id.kind == .cronJob { wait(replica, 12...30) }
    }
  }

  /// The task's host has no such file or value. Source of the texts: domain.md 2.2.
  private mutating func fail(_ replica: Int) {
    let spec = specs[services[replicas[replica].service].spec].id
    let name = facts.replicas[replica].name
    let text =
      spec.delivery == .hostFile
      ? "failed to load credential spec for container \(name): open "
        + "C:\\ProgramData\\Docker\\CredentialSpecs\\\(spec.name): The system cannot find the file specified."
      : "registry credential spec \"\(spec.name)\" for container \(name) was not found"
    change(replica, to: .failing)
    facts.replicas[replica].trouble = Trouble(
      reason: "", message: "starting container failed: \(text)", at: facts.replicas[replica].since,
      object: "task \(name)")
  }

  private mutating func change(_ replica: Int, to state: ReplicaState) {
    facts.replicas[replica].state = state
    if step > 0 { facts.replicas[replica].since = now }
    journal.changed.append(replica)
  }

  /// Ends a replica and starts another one in its place, on a host that its service may run on now.
  mutating func replace(_ replica: Int) {
    let host = anyHost(for: replicas[replica].service, butNot: replicas[replica].host)
    replace(replica, on: host)
  }

  /// Ends a replica and starts another one in its place on a host; nil: it stays unscheduled.
  mutating func replace(_ replica: Int, on host: Int?) {
    if replicas[replica].isStaged { return }
    journal.remove(facts.replicas[replica])
    replicas[replica].host = host
    facts.replicas[replica] = newReplica(replica, state: .starting)
    if host == nil {
      facts.replicas[replica].trouble = Trouble(
        reason: "no suitable node", message: "no host satisfies the service's terms now", at: now,
        object: facts.replicas[replica].name)
    }
    journal.changed.append(replica)
    wait(replica, 4...16)
  }

  /// A host at random among those that are open and satisfy the service's terms; nil where there is none.
  private mutating func anyHost(for service: Int, butNot old: Int?) -> Int? {
    let candidates = placements[services[service].placement].hosts
    let avoided = specs[services[service].spec].avoided
    if candidates.isEmpty { return nil }
    for _ in 0..<24 {
      let host = candidates[random.index(below: candidates.count)]
      if host != old && hosts[host].isOpen && !avoided.contains(host) { return host }
    }
    return candidates.first { hosts[$0].isOpen && !avoided.contains($0) }
  }

  /// Restarts some replicas here and there: crashes, evictions, people who try turning it off and on.
  mutating func restartSomeReplicas() {
    for _ in 0..<max(1, replicas.count / 3000) { restartAnyReplica() }
  }

  private mutating func restartAnyReplica() {
    let replica = random.index(below: replicas.count)
    let isJob = services[replicas[replica].service].id.kind == .cronJob
    if facts.replicas[replica].state == .running && !isJob { replace(replica) }
  }
}
