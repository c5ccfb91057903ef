// Change: rolling updates, and credential specs that are rotated.

import DashboardModel

extension SimulatedCluster {
  /// Rolls out a new version of some service.
  mutating func beginRollout() {
    let service = random.index(below: services.count)
    guard services[service].id.kind != .cronJob else { return }
    restart(service)
  }

  /// Rolls a service out anew; later, where another one is on its way.
  mutating func restart(_ service: Int) {
    if services[service].part.isRefused || services[service].part.isUntouched { return }
    if rollout != nil {
      errands.append(Errand(due: step + 12, work: .restart(service: service)))
      return
    }
    announce(service)
    rollout = Rollout(services: [service])
  }

  private mutating func announce(_ service: Int) {
    journal.hasOtherChanges = true
    renewOwner(of: service)
    renewTemplate(of: service)
  }

  /// Replaces the next replicas of the update on its way, every third step.
  mutating func advanceRollout() {
    guard step % 3 == 0, var current = rollout else { return }
    guard let service = current.services.last else { return finishRollout(current) }
    let all = services[service].replicas
    let next = min(all.count, current.done + max(1, all.count / 20))
    for offset in current.done..<next { replace(all.lowerBound + offset) }
    current.done = next
    if next == all.count {
      current.services.removeLast()
      current.done = 0
    }
    rollout = current
  }

  private mutating func finishRollout(_ finished: Rollout) {
    rollout = nil
    guard let retired = finished.retiredConfig else { return }
    journal.hasOtherChanges = true
    facts.credentialSpecs.remove(at: retired)
    for spec in specs.indices {
      if let fact = specs[spec].fact, fact > retired { specs[spec].fact = fact - 1 }
    }
  }

  /// Somebody changes a credential spec; how that reaches the replicas depends on its delivery.
  mutating func rotateSomething() {
    let candidates = specs.indices.filter { !specs[$0].isStaged && !specs[$0].services.isEmpty }
    guard !candidates.isEmpty else { return }
    let spec = candidates[random.index(below: candidates.count)]
    switch specs[spec].id.delivery {
    case .customResource:
      rotateResource(spec)
      for service in specs[spec].services where !random.oneIn(4) {
        errands.append(Errand(due: step + random.number(in: 12...50), work: .restart(service: service)))
      }
    case .swarmConfig: rotateConfig(spec)
    case .hostFile, .hostRegistry: rotateCopies(spec)
    case .image, .inline: break
    }
  }

  /// Changes a custom resource; running pods keep what they were handed. Source: domain.md 0, fact 4.
  mutating func rotateResource(_ spec: Int) {
    guard let fact = specs[spec].fact else { return }
    specs[spec].rotate()
    facts.credentialSpecs[fact].contents = specs[spec].contents
    facts.credentialSpecs[fact].updatedAt = now
    for service in specs[spec].services { renewTemplate(of: service) }
    journal.hasOtherChanges = true
  }

  /// A config cannot be changed: a new one is made, and the services move to it. Source: domain.md 2.2.
  private mutating func rotateConfig(_ spec: Int) {
    guard rollout == nil, let former = specs[spec].fact else { return }
    specs[spec].rotate()
    specs[spec].id = CredentialSpecID(
      cluster: specs[spec].id.cluster, delivery: .swarmConfig,
      name: Self.objectName(specs[spec].account, .swarmConfig, revision: specs[spec].revision))
    specs[spec].fact = facts.credentialSpecs.count
    facts.credentialSpecs.append(
      CredentialSpec(
        id: specs[spec].id, objectID: taskID(), contents: specs[spec].contents, createdAt: now))
    for service in specs[spec].services { announce(service) }
    rollout = Rollout(services: specs[spec].services, retiredConfig: former)
  }

  /// New contents are carried to the hosts in three rounds, and some hosts are forgotten.
  private mutating func rotateCopies(_ spec: Int) {
    specs[spec].rotate()
    let all = hosts.indices.filter { needs(spec, at: $0) && !specs[spec].lacking.contains($0) }
    for round in 0..<3 {
      let visited = all.filter { $0 % 3 == round && !random.oneIn(12) }
      errands.append(Errand(due: step + 2 + 8 * round, work: .copy(spec: spec, hosts: visited)))
    }
  }
}
