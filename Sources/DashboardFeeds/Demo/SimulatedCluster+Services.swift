// Services at the start: whom they serve, what they refer to, where they may run.

import DashboardModel

extension SimulatedCluster {
  /// The namespace that the webhook skips.
  static let excludedNamespace = "legacy-apps"
  /// A credential spec that was never made.
  static let absentCredentialSpec = "gmsa-travel"

  mutating func foundServices() {
    let inSwarm = options.services / 2
    let inKubernetes = options.services - inSwarm
    services.reserveCapacity(options.services)
    let parts: [ServicePart] = [.denied, .dangling, .excluded, .outdated, .crashing]
    for index in 0..<inKubernetes {
      let fromEnd = inKubernetes - 1 - index
      addService(.kubernetes, turn: index, part: fromEnd < parts.count ? parts[fromEnd] : .ordinary)
    }
    for index in 0..<inSwarm { addService(.swarm, turn: index, part: index == 0 ? .blocked : .ordinary) }
  }

  private mutating func addService(_ orchestrator: DemoOrchestrator, turn: Int, part: ServicePart) {
    let spec = spec(turn, of: orchestrator)
    let inCluster =
      orchestrator == .swarm
      ? options.credentialSpecs / 2 : options.credentialSpecs - options.credentialSpecs / 2
    let business = turn % inCluster + (orchestrator == .swarm ? self.spec(0, of: .swarm) - 3 : 0)
    let id = ServiceID(
      cluster: orchestrator.cluster, namespace: Self.namespace(business, orchestrator, part),
      kind: Self.kind(orchestrator, turn: turn, part: part, pool: specs[spec].pool),
      name: Business.service(business, turn: turn / inCluster))
    // One in three keeps to a zone; parts on stage do not, they need room.
    let isZonal =
      part == .ordinary && random.oneIn(3) && !(orchestrator == .swarm && turn % inCluster < 3)
    let zone = isZonal ? random.index(below: 3) : nil
    let key = DemoPlacementKey(orchestrator: orchestrator, pool: specs[spec].pool, zone: zone)
    let place = placement(for: key)
    services.append(SimulatedService(id: id, part: part, spec: spec, placement: place))
    let service = services.count - 1
    specs[spec].services.append(service)
    facts.services.append(Service(id: id, objectID: taskID()))
    addLinks(to: service)
    renewTemplate(of: service)
    if part.isRefused { refuse(service) }
  }

  private static func namespace(_ business: Int, _ orchestrator: DemoOrchestrator, _ part: ServicePart)
    -> String
  {
    if orchestrator == .swarm { return "" }
    if case .excluded = part { return excludedNamespace }
    return Business.at(business).namespace
  }

  private static func kind(
    _ orchestrator: DemoOrchestrator, turn: Int, part: ServicePart, pool: DemoPool
  ) -> ServiceKind {
    if orchestrator == .swarm { return .swarmService }
    switch part {
    case .outdated, .crashing: return .statefulSet
    case .ordinary: return pool == .batch ? .cronJob : turn % 7 == 5 ? .statefulSet : .deployment
    case .denied, .dangling, .excluded, .blocked: return .deployment
    }
  }

  /// The placement of a key, made where no service had it before.
  mutating func placement(for key: DemoPlacementKey) -> Int {
    if let known = placementIndex[key] { return known }
    var placement = DemoPlacement(key: key, terms: key.terms)
    // Hosts of one pool and zone are alike to every term that the demo writes: one of them speaks for all.
    var verdicts: [DemoPlacementKey: Bool] = [:]
    for (index, host) in hosts.enumerated() where host.orchestrator == key.orchestrator {
      guard let pool = host.pool else { continue }
      let likeness = DemoPlacementKey(orchestrator: key.orchestrator, pool: pool, zone: host.zone)
      let verdict =
        verdicts[likeness] ?? (placement.terms.eligibility(of: facts.hosts[index].atItsBest) == .eligible)
      verdicts[likeness] = verdict
      if verdict { placement.hosts.append(index) }
    }
    placements.append(placement)
    placementIndex[key] = placements.count - 1
    return placements.count - 1
  }

  /// Writes a service's template, and what its next replicas share, from its credential spec and placement.
  mutating func renewTemplate(of service: Int) {
    let it = services[service]
    let spec = specs[it.spec]
    let named =
      if case .dangling = it.part {
        CredentialSpecID(cluster: spec.id.cluster, delivery: .customResource, name: Self.absentCredentialSpec)
      } else {
        spec.id
      }
    var template = WorkloadTemplate()
    template.references = [CredentialSpecReference(slot: .whole, credentialSpec: named)]
    template.scheduling = placements[it.placement].terms
    template.image = "registry.\(DemoDomain.dnsName)/\(it.id.name):\(1 + it.currentLink).\(step % 1000)"
    if spec.orchestrator == .kubernetes { template.serviceAccount = it.id.name }
    facts.services[service].template = template
    // What was there when the simulation began was not changed at that moment.
    facts.services[service].updatedAt = step == 0 ? now.advanced(by: .seconds(-3 * 86_400)) : now
    services[service].shared = SharedTemplate(template)
    services[service].handed = [
      HandedIdentity(slot: .whole, credentialSpec: named, contents: handedContents(of: service))
    ]
  }

  private func handedContents(of service: Int) -> HandedContents {
    if case .excluded = services[service].part { return .withheld }
    let spec = specs[services[service].spec]
    return spec.id.delivery.isOnHosts ? .notVisible : .given(spec.contents)
  }

  // MARK: What lies between a service and its replicas

  /// Gives a Deployment its current and its former ReplicaSet, a CronJob its two latest Jobs; Swarm names its id.
  private mutating func addLinks(to service: Int) {
    let id = services[service].id
    switch id.kind {
    case .swarmService:
      services[service].owner = OwnerReference(kind: "Service", name: facts.services[service].objectID ?? "")
    case .deployment, .cronJob:
      services[service].links = facts.ownerLinks.count
      for _ in 0..<2 { facts.ownerLinks.append(newLink(of: id)) }
      services[service].owner = facts.ownerLinks[facts.ownerLinks.count - 2].object
    case .replicaSet, .statefulSet, .daemonSet, .job, .pod:
      break
    }
  }

  private mutating func newLink(of id: ServiceID) -> OwnerLink {
    let kind = id.kind == .cronJob ? "Job" : "ReplicaSet"
    let name =
      id.kind == .cronJob
      ? "\(id.name)-\(now.milliseconds / 60_000 + Int64(random.index(below: 10)))"
      : "\(id.name)-\(random.text(of: 9, from: "bcdf456789"))"
    return OwnerLink(
      cluster: id.cluster, namespace: id.namespace, object: OwnerReference(kind: kind, name: name),
      owner: OwnerReference(kind: id.kind.rawValue, name: id.name))
  }

  /// A new ReplicaSet or Job for the replicas to come; it takes the place of the one before the last.
  mutating func renewOwner(of service: Int) {
    guard let links = services[service].links else { return }
    services[service].currentLink = 1 - services[service].currentLink
    let link = newLink(of: services[service].id)
    facts.ownerLinks[links + services[service].currentLink] = link
    services[service].owner = link.object
    journal.hasOtherChanges = true
  }

  /// Puts the webhook's refusal where Kubernetes does: on the ReplicaSet, and into an event. Source: domain.md 3.3.
  private mutating func refuse(_ service: Int) {
    guard let link = services[service].links else { return }
    let it = services[service]
    let text =
      if case .denied = it.part {
        "service account \"\(it.id.name)\" is not authorized to `use` GMSA cred spec \"\(specs[it.spec].id.name)\""
      } else {
        "cred spec \(Self.absentCredentialSpec) does not exist"
      }
    let trouble = Trouble(
      reason: "FailedCreate",
      message: "admission webhook \"\(Self.webhookName)\" denied the request: \(text)",
      at: now.advanced(by: .seconds(-90)), object: "\(it.owner.kind) \(it.owner.name)")
    facts.ownerLinks[link].troubles = [trouble]
    facts.events.append(
      ClusterEvent(
        cluster: it.id.cluster, namespace: it.id.namespace, object: it.owner, trouble: trouble, count: 17))
  }
}
