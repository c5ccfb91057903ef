// Which services there are, and which of them each replica belongs to.

extension FactJoin {
  /// Takes services from workload templates, follows owners to them, and reads services off replicas whose workload
  /// nobody listed.
  mutating func resolveServices() {
    for service in facts.services {
      services[service.id] = services[service.id].map { newer($0, service) } ?? service
    }
    for service in services.values { ownerToService[ownerKey(of: service)] = service.id }
    for service in services.values where service.objectID != nil && service.id.kind == .swarmService {
      let owner = OwnerReference(kind: ServiceKind.swarmService.rawValue, name: service.objectID ?? "")
      ownerToService[OwnerKey(cluster: service.id.cluster, namespace: "", owner: owner)] = service.id
    }
    followOwnerLinks()
    inferFromReplicas()
    addEventTroubles()
    sortTroubles()
  }

  /// Several feeds tell of one trouble, in any order.
  private mutating func sortTroubles() {
    for (id, service) in services where service.troubles.count > 1 {
      var seen: Set<Trouble> = []
      services[id]?.troubles = service.troubles.filter { seen.insert($0).inserted }.sorted { left, right in
        let (a, b) = (left.at ?? .distantPast, right.at ?? .distantPast)
        return a == b ? (left.object, left.message) < (right.object, right.message) : a > b
      }
    }
  }

  private func newer(_ left: Service, _ right: Service) -> Service {
    (left.updatedAt ?? .distantPast) <= (right.updatedAt ?? .distantPast) ? right : left
  }

  private func ownerKey(of service: Service) -> OwnerKey {
    OwnerKey(
      cluster: service.id.cluster, namespace: service.id.namespace,
      owner: OwnerReference(kind: service.id.kind.rawValue, name: service.id.name))
  }

  /// Chains are two links long in practice (CronJob, Job, pod); the bound keeps a made-up circle from hanging us.
  private mutating func followOwnerLinks() {
    var next: [OwnerKey: OwnerLink] = [:]
    for link in facts.ownerLinks {
      next[OwnerKey(cluster: link.cluster, namespace: link.namespace, owner: link.object)] = link
    }
    for link in facts.ownerLinks {
      var last = link
      for _ in 0..<4 {
        let key = OwnerKey(cluster: last.cluster, namespace: last.namespace, owner: last.owner)
        guard let further = next[key] else { break }
        last = further
      }
      let id = serviceID(of: last)
      guard let id else { continue }
      ownerToService[OwnerKey(cluster: link.cluster, namespace: link.namespace, owner: link.object)] = id
      services[id]?.troubles += link.troubles
    }
  }

  /// The service at the end of a chain. Where its workload was not listed it is made when a replica needs it.
  private func serviceID(of link: OwnerLink) -> ServiceID? {
    guard let kind = ServiceKind(rawValue: link.owner.kind) else { return nil }
    return ServiceID(
      cluster: link.cluster, namespace: link.namespace, kind: kind, name: link.owner.name)
  }

  private mutating func inferFromReplicas() {
    for replica in facts.replicas {
      let id: ServiceID
      if let owner = replica.owner {
        let key = OwnerKey(cluster: replica.cluster, namespace: replica.namespace, owner: owner)
        if let known = ownerToService[key] {
          if services[known] != nil && services[known]?.isInferredFromReplicas == false { continue }
          id = known
        } else {
          id = Self.guessedService(of: replica, owner: owner)
          ownerToService[key] = id
        }
      } else {
        id = ServiceID(
          cluster: replica.cluster, namespace: replica.namespace, kind: .pod, name: replica.name)
      }
      inferService(id, from: replica)
    }
  }

  /// The template of a service that nobody listed is that of its newest replica.
  private mutating func inferService(_ id: ServiceID, from replica: Replica) {
    if let known = services[id] {
      guard known.isInferredFromReplicas,
        isNewer(replica, than: known)
      else { return }
    }
    inferredFrom[id] = replica.name
    services[id] = Service(
      id: id, template: replica.template?.template ?? WorkloadTemplate(),
      runsOnEveryHost: id.kind == .daemonSet, updatedAt: replica.since,
      // A bare pod is its own workload: nothing was inferred.
      isInferredFromReplicas: id.kind != .pod)
  }

  /// Of replicas that are equally old the name decides, so that the order of feeds does not.
  private func isNewer(_ replica: Replica, than known: Service) -> Bool {
    let (a, b) = (known.updatedAt ?? .distantPast, replica.since ?? .distantPast)
    return a == b ? inferredFrom[known.id].map { $0 < replica.name } ?? false : a < b
  }

  /// Without the ReplicaSet or Job object its name tells: the controllers append a hash or a number.
  /// Source: kubernetes pkg/controller/deployment (pod-template-hash), pkg/controller/cronjob (scheduled minute).
  private static func guessedService(of replica: Replica, owner: OwnerReference) -> ServiceID {
    let hashAlphabet = Set("bcdfghjklmnpqrstvwxz2456789")
    var kind = ServiceKind(rawValue: owner.kind) ?? .pod
    var name = owner.name
    if let dash = name.lastIndex(of: "-"), dash != name.startIndex {
      let suffix = name[name.index(after: dash)...]
      if kind == .replicaSet, (1...10).contains(suffix.count), suffix.allSatisfy(hashAlphabet.contains) {
        kind = .deployment
        name = String(name[..<dash])
      } else if kind == .job, suffix.count >= 8, suffix.allSatisfy(\.isNumber) {
        kind = .cronJob
        name = String(name[..<dash])
      }
    }
    return ServiceID(cluster: replica.cluster, namespace: replica.namespace, kind: kind, name: name)
  }

  /// StatefulSets, DaemonSets and Jobs tell of refused replicas by events alone (semantics.md, honest rule 3).
  private mutating func addEventTroubles() {
    for event in facts.events where event.trouble.reason == "FailedCreate" {
      let key = OwnerKey(cluster: event.cluster, namespace: event.namespace, owner: event.object)
      guard let id = ownerToService[key], let known = services[id]?.troubles,
        !known.contains(where: { $0.message == event.trouble.message })
      else { continue }
      services[id]?.troubles.append(event.trouble)
    }
  }
}

extension Timestamp {
  /// Before every moment that a server tells.
  static let distantPast = Timestamp(milliseconds: .min)
}
