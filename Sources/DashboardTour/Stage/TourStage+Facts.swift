// The stage as facts: what a feed of its orchestrator would say.

package import DashboardModel
import DashboardFeeds

extension TourStage {
  /// The name of the stage's cluster.
  static let swarm: ClusterName = "harbour-swarm"
  static let kubernetes: ClusterName = "harbour-k8s"
  static let namespace = "harbour"

  var cluster: ClusterName { way == .resources ? Self.kubernetes : Self.swarm }

  /// The slice of the stage's feed. Every change of the stage makes a new revision of it.
  package func slice(revision: Int) -> FeedSlice {
    FeedSlice(feed: "tour", status: .live, observedAt: now, revision: revision, facts: facts)
  }

  /// Copies that others are compared with.
  package var references: [ReferenceCopy] {
    services.compactMap { service in
      service.trusted.map { ReferenceCopy(name: fileName(service), host: hostName($0)) }
    }
  }

  private var facts: Facts {
    var facts = Facts()
    facts.hosts = hosts.map(host)
    facts.services = onStage.map(service)
    facts.replicas.append(contentsOf: actors.filter { services[$0.service].isOnStage }.map(replica))
    switch way {
    case .files: facts.listings = hosts.filter { !unlisted.contains($0) }.map(listing)
    case .configs: facts.credentialSpecs = onStage.map(object)
    case .resources:
      facts.credentialSpecs = onStage.map(object)
      addKubernetes(to: &facts)
    }
    let kinds: [FactKind] =
      way == .resources
      ? FactKind.allCases.filter { $0 != .configs } : [.hosts, .services, .replicas, .configs]
    facts.coverage = kinds.map { CoverageEntry(cluster: cluster, kind: $0, coverage: .everything) }
    return facts
  }

  /// The services that are on stage.
  private var onStage: [Int] { services.indices.filter { services[$0].isOnStage } }

  // MARK: Names

  private func hostName(_ letter: Character) -> String { "win-\(letter)" }
  private func account(_ service: Service) -> String { "gmsa-\(service.name)" }
  private func fileName(_ service: Service) -> String { "\(account(service)).json" }

  func credentialSpec(_ service: Service) -> CredentialSpecID {
    switch way {
    case .files: CredentialSpecID(cluster: cluster, delivery: .hostFile, name: fileName(service))
    case .configs:
      CredentialSpecID(
        cluster: cluster, delivery: .swarmConfig, name: "\(account(service))-v\(service.revision + 1)")
    case .resources: CredentialSpecID(cluster: cluster, delivery: .customResource, name: account(service))
    }
  }

  private func contents(_ service: Service, revision: Int) -> CredentialSpecContents {
    .demo(account: account(service), revision: revision)
  }

  private func id(_ service: Service) -> ServiceID {
    way == .resources
      ? ServiceID(cluster: cluster, namespace: Self.namespace, kind: .deployment, name: service.name)
      : ServiceID(cluster: cluster, namespace: "", kind: .swarmService, name: service.name)
  }

  private func replicaSet(_ service: Service, rollout: Int) -> OwnerReference {
    OwnerReference(kind: "ReplicaSet", name: "\(service.name)-\(rollout + 1)")
  }

  // MARK: Facts

  private func host(_ letter: Character) -> Host {
    var host = Host(id: HostID(cluster: cluster, name: hostName(letter)), operatingSystem: .windows)
    host.isReady = true
    host.windowsBuild = way == .resources ? "10.0.20348.2849" : nil
    host.acceptsReplicas = !closed.contains(letter)
    if closed.contains(letter) { host.closedBecause = way == .resources ? "cordoned" : "drained" }
    if way == .resources {
      host.architecture = "amd64"
      host.labels = ["kubernetes.io/os": "windows"]
      host.runtime = "containerd://1.7.22"
    } else {
      host.architecture = "x86_64"
      host.role = "worker"
      host.nodeID = "node-\(letter)"
      host.runtime = "27.3.1"
    }
    return host
  }

  private func service(_ index: Int) -> DashboardModel.Service {
    let it = services[index]
    var service = DashboardModel.Service(id: id(it), objectID: "service-\(it.name)", template: template(it))
    service.wantedReplicas = actors.count { $0.service == index }
    service.updatedAt = Self.opening.advanced(by: .seconds(-3 * 86_400))
    return service
  }

  private func template(_ service: Service) -> WorkloadTemplate {
    var template = WorkloadTemplate()
    template.references = [CredentialSpecReference(slot: .whole, credentialSpec: credentialSpec(service))]
    template.image = "registry.harbour.example/\(service.name):1"
    if way == .resources {
      template.serviceAccount = service.name
      template.scheduling.operatingSystem = "windows"
      template.scheduling.nodeSelector = ["kubernetes.io/os": "windows"]
    } else {
      template.scheduling.platforms = [Platform(operatingSystem: "windows", architecture: "amd64")]
      template.scheduling.constraints = ["node.platform.os==windows"]
    }
    return template
  }

  private func replica(_ actor: Actor) -> Replica {
    let it = services[actor.service]
    let handed: HandedContents =
      way == .files
      ? .notVisible : actor.revision.map { .given(contents(it, revision: $0)) } ?? .withheld
    let owner =
      way == .resources
      ? replicaSet(it, rollout: actor.rollout) : OwnerReference(kind: "Service", name: "service-\(it.name)")
    let name = way == .resources ? "\(owner.name)-\(actor.id)" : actor.id
    return Replica(
      cluster: cluster, namespace: way == .resources ? Self.namespace : "", name: name, owner: owner,
      hostName: hostName(actor.host), state: actor.isBlocked ? .failing : .running, since: actor.since,
      trouble: actor.isBlocked ? noFile(it, task: name, at: actor.since) : nil,
      handed: [HandedIdentity(slot: .whole, credentialSpec: credentialSpec(it), contents: handed)],
      template: SharedTemplate(template(it)))
  }

  /// The engine's words for a file that is not there. Source: moby/moby daemon/oci_windows.go.
  private func noFile(_ service: Service, task: String, at moment: Timestamp) -> Trouble {
    Trouble(
      reason: "",
      message: "starting container failed: failed to load credential spec for container \(task): open "
        + "C:\\ProgramData\\Docker\\CredentialSpecs\\\(fileName(service)): "
        + "The system cannot find the file specified.",
      at: moment, object: "task \(task)")
  }

  private func listing(_ letter: Character) -> HostListing {
    let held = (copies[letter] ?? [:]).sorted { $0.key < $1.key }.map { index, revision in
      HostCopy(
        name: fileName(services[index]), contents: contents(services[index], revision: revision),
        modifiedAt: Self.opening)
    }
    return HostListing(
      hostName: hostName(letter), cluster: cluster, delivery: .hostFile, copies: held, listedAt: now)
  }

  private func object(_ index: Int) -> CredentialSpec {
    let it = services[index]
    return CredentialSpec(
      id: credentialSpec(it), objectID: "object-\(it.name)-\(it.revision)",
      contents: contents(it, revision: it.revision),
      createdAt: Self.opening.advanced(by: .seconds(-30 * 86_400 + it.revision * 60)))
  }
}
