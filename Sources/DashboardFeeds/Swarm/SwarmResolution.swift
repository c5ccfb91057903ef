// Swarm objects refer to each other by ID; once all files are read, IDs become names and tasks find their place.

import DashboardModel

/// Resolves the IDs of one feed's Swarm objects.
struct SwarmResolution {
  private struct ConfigKey: Hashable {
    var cluster: ClusterName
    var id: String
  }

  private var configs: [ConfigKey: SwarmConfig] = [:]
  private var configNames: [ClusterName: [String: String]]
  private var hostNames: [HostID: String] = [:]
  private var handed: [HandedIdentity: [HandedIdentity]] = [:]
  private var templates: [ObjectIdentifier: SharedTemplate] = [:]
  private var referred: Set<ConfigKey> = []

  init(
    configs: [SwarmConfig], configNames: [ClusterName: [String: String]], services: [Service],
    tasks: [SwarmTask]
  ) {
    self.configNames = configNames
    let named =
      services.lazy.flatMap { $0.template.references.map(\.credentialSpec) + ($0.rollbackReferences ?? []) }
      + tasks.lazy.flatMap { $0.replica.handed.map(\.credentialSpec) }
    for id in named where id.delivery == .swarmConfig {
      referred.insert(ConfigKey(cluster: id.cluster, id: id.name))
    }
    for config in configs {
      let key = ConfigKey(
        cluster: config.credentialSpec.id.cluster, id: config.credentialSpec.objectID ?? ""
      )
      self.configs[key] = config
    }
  }

  /// Hosts with names that tell them apart: two nodes may have one hostname, and then carry a short ID.
  mutating func named(_ hosts: [Host]) -> [Host] {
    let count = Dictionary(grouping: hosts.filter { $0.nodeID != nil }, by: \.id).mapValues(\.count)
    return hosts.map { host in
      guard let nodeID = host.nodeID else { return host }
      let name =
        count[host.id, default: 0] > 1 ? "\(host.id.name) (\(nodeID.prefix(8)))" : host.id.name
      hostNames[HostID(cluster: host.id.cluster, name: nodeID)] = name
      return name == host.id.name ? host : host.renamed(name)
    }
  }

  /// A service whose configs are called by their names.
  func resolved(_ service: Service) -> Service {
    guard service.id.kind == .swarmService else { return service }
    var service = service
    service.template = resolved(service.template, in: service.id.cluster)
    service.rollbackReferences = service.rollbackReferences?.map { resolved($0) }
    return service
  }

  private func resolved(_ template: WorkloadTemplate, in cluster: ClusterName) -> WorkloadTemplate {
    var template = template
    for index in template.references.indices {
      let id = template.references[index].credentialSpec
      template.references[index].credentialSpec = resolved(id)
    }
    template.fileMountedConfigs = template.fileMountedConfigs.compactMap { id in
      let key = ConfigKey(cluster: cluster, id: id)
      guard referred.contains(key) || configs[key]?.looksLikeCredentialSpec == true else { return nil }
      return name(of: key)
    }
    return template
  }

  /// A config's name: as its list has it, else as the service froze it, else its ID.
  private func name(of key: ConfigKey) -> String {
    configs[key]?.credentialSpec.id.name ?? configNames[key.cluster]?[key.id] ?? key.id
  }

  private func resolved(_ id: CredentialSpecID) -> CredentialSpecID {
    guard id.delivery == .swarmConfig else { return id }
    let key = ConfigKey(cluster: id.cluster, id: id.name)
    return CredentialSpecID(cluster: id.cluster, delivery: .swarmConfig, name: name(of: key))
  }

  /// Tasks as replicas: nodes by name, configs by name with their contents, and a failure where it is its slot's
  /// present state.
  mutating func replicas(_ tasks: [SwarmTask]) -> [Replica] {
    let slots = SwarmSlots(tasks)
    return tasks.compactMap { task in
      var replica = task.replica
      switch slots.part(of: task) {
      case .itself: break
      case .failure: replica.state = .failing
      case .waitForNextTry: return nil
      }
      if let nodeID = replica.hostName {
        replica.hostName = hostName(of: nodeID, replica)
      }
      if let identity = replica.handed.first { replica.handed = resolvedHanded(identity) }
      replica.template = replica.template.map { shared($0, in: replica.cluster) }
      return replica
    }
  }

  /// A node that is gone is no host; only what still runs there, as far as anybody knows, keeps its ID on the screen.
  private func hostName(of nodeID: String, _ replica: Replica) -> String? {
    if let name = hostNames[HostID(cluster: replica.cluster, name: nodeID)] { return name }
    return replica.state == .finished && !hostNames.isEmpty ? nil : nodeID
  }

  private mutating func resolvedHanded(_ identity: HandedIdentity) -> [HandedIdentity] {
    if let known = handed[identity] { return known }
    var resolved = identity
    resolved.credentialSpec = self.resolved(identity.credentialSpec)
    let key = ConfigKey(cluster: identity.credentialSpec.cluster, id: identity.credentialSpec.name)
    // A template is filled in on the node: what a task got of it shows nowhere.
    if identity.credentialSpec.delivery == .swarmConfig, let config = configs[key]?.credentialSpec,
      !config.isTemplated, let contents = config.contents
    {
      resolved.contents = .given(contents)
    }
    handed[identity] = [resolved]
    return [resolved]
  }

  private mutating func shared(_ template: SharedTemplate, in cluster: ClusterName) -> SharedTemplate {
    if let known = templates[ObjectIdentifier(template)] { return known }
    let made = SharedTemplate(resolved(template.template, in: cluster))
    templates[ObjectIdentifier(template)] = made
    return made
  }

  /// The configs that are credential specs: by their label or data, or because somebody refers to them as one.
  func credentialSpecs() -> [CredentialSpec] {
    configs.compactMap { key, config in
      config.looksLikeCredentialSpec || referred.contains(key) ? config.credentialSpec : nil
    }
    .sorted { $0.id < $1.id }
  }
}

extension Host {
  /// The same host under another name.
  fileprivate func renamed(_ name: String) -> Host {
    var host = Host(
      id: HostID(cluster: id.cluster, name: name), operatingSystem: operatingSystem,
      isFromNodeList: isFromNodeList
    )
    host.architecture = architecture
    host.labels = labels
    host.engineLabels = engineLabels
    host.taints = taints
    host.acceptsReplicas = acceptsReplicas
    host.closedBecause = closedBecause
    host.isReady = isReady
    host.role = role
    host.nodeID = nodeID
    host.address = address
    host.windowsBuild = windowsBuild
    host.runtime = runtime
    host.machineID = machineID
    host.joinedDomain = joinedDomain
    return host
  }
}
