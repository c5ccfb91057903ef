// The lists that were not read and that some service needs to be judged by; worked out once a structure.

/// Which lists are lacking.
struct JudgementGaps: Sendable {
  /// The lists that lack in one cluster.
  struct Gap: Sendable {
    let cluster: ClusterName
    let kinds: [FactKind]
    let serviceCount: Int
    let reasons: String

    /// `roles, role bindings of lab were not wholly read, so that 3 services cannot be judged`.
    var text: String {
      let names = kinds.map(\.word).joined(separator: ", ")
      let services = serviceCount == 1 ? "1 service" : "\(serviceCount) services"
      let text = "\(names) of \(cluster.text) were not wholly read"
      return serviceCount == 0 ? text : "\(text), so that \(services) cannot be judged"
    }
  }

  /// The gaps of each cluster that has some, by its name.
  private(set) var gaps: [Gap] = []

  /// Cost: the services that refer to a credential spec, with a few look-ups each.
  init(_ structure: SnapshotStructure, _ admission: AdmissionTable) {
    var kinds: [ClusterName: Set<FactKind>] = [:]
    var counts: [ClusterName: Int] = [:]
    for service in structure.services where !service.template.references.isEmpty {
      guard Self.isCluster(service.id.cluster, structure.coverage) else { continue }
      let lacking = Self.lacking(for: service, structure, admission)
      if lacking.isEmpty { continue }
      kinds[service.id.cluster, default: []].formUnion(lacking)
      counts[service.id.cluster, default: 0] += 1
    }
    for cluster in structure.clusters where Self.isCluster(cluster, structure.coverage) {
      let refused = FactKind.allCases.filter { structure.coverage.isRefused($0, in: cluster) }
      if !refused.isEmpty { kinds[cluster, default: []].formUnion(refused) }
    }
    for (cluster, lacking) in kinds.sorted(by: { $0.key.text < $1.key.text }) {
      let ordered = FactKind.allCases.filter(lacking.contains)
      let reasons = ordered.map { structure.coverage.reasonForGap($0, in: cluster) }
      gaps.append(
        Gap(
          cluster: cluster, kinds: ordered, serviceCount: counts[cluster] ?? 0,
          reasons: reasons.joined(separator: "; ")))
    }
  }

  /// A manifest out of a repository is no cluster, and lacks nothing: nodes or pods are what only a cluster has.
  private static func isCluster(_ cluster: ClusterName, _ coverage: CoverageTable) -> Bool {
    coverage.isTold(.hosts, in: cluster) || coverage.isTold(.replicas, in: cluster)
  }

  /// The lists that would be needed to judge a service. A list of some namespaces may be all that there is: whether the
  /// rest matters shows in what the grants and the webhook's selectors leave open.
  private static func lacking(
    for service: Service, _ structure: SnapshotStructure, _ admission: AdmissionTable
  ) -> [FactKind] {
    let coverage = structure.coverage
    let cluster = service.id.cluster
    var needs: [FactKind] = [.hosts]
    if service.wantedReplicas != 0 { needs.append(.replicas) }
    // What admission refuses shows on the workload alone: replicas that are there do not tell of those that are not.
    if service.isInferredFromReplicas { needs.append(service.id.kind.workloadList) }
    let uses = Set(service.template.references.map(\.credentialSpec.delivery))
    if uses.contains(.swarmConfig) { needs.append(.configs) }
    if uses.contains(.customResource) { needs += [.customResources, .webhooks] }
    let lists = needs.filter { kind in
      if case .nothing = coverage.coverage(of: kind, in: cluster) { return true }
      return false
    }
    return uses.contains(.customResource) ? lists + open(service, structure, admission) : lists
  }

  /// What the grants and the webhook leave open.
  private static func open(
    _ service: Service, _ structure: SnapshotStructure, _ admission: AdmissionTable
  ) -> [FactKind] {
    let (cluster, namespace) = (service.id.cluster, service.id.namespace)
    var open: [FactKind] = []
    if isPermissionOpen(service, structure) {
      open += [FactKind.roles, .roleBindings].filter {
        !structure.coverage.includes($0, in: cluster, namespace: namespace)
      }
      open += [FactKind.clusterRoles, .clusterRoleBindings].filter {
        !structure.coverage.includes($0, in: cluster)
      }
    }
    guard let admission = admission[cluster], admission.isRead else { return open }
    if admission.isOpen(service), !structure.coverage.includes(.namespaces, in: cluster) {
      open.append(.namespaces)
    }
    let isBlind = admission.serviceNames.contains { name in
      let place = name.split(separator: "/", maxSplits: 1).first.map(String.init)
      return !structure.coverage.includes(.endpoints, in: cluster, namespace: place)
    }
    return isBlind ? open + [.endpoints] : open
  }

  private static func isPermissionOpen(_ service: Service, _ structure: SnapshotStructure) -> Bool {
    guard let account = service.template.serviceAccount else { return false }
    return service.template.references.contains { reference in
      guard reference.isCustomResource else { return false }
      let permission = structure.grants.permission(
        cluster: service.id.cluster, namespace: service.id.namespace, account: account,
        credentialSpec: reference.credentialSpec.name)
      if case .unknown = permission { return true }
      return false
    }
  }
}

extension AdmissionState {
  /// Whether it is not known if the pods of a service are seen, though there is a webhook that might see them.
  fileprivate func isOpen(_ service: Service) -> Bool {
    (!mutating.isEmpty && filling(service) == .unknown)
      || (!validating.isEmpty && checking(service) == .unknown)
  }
}

extension CoverageTable {
  /// Whether a source tried to read a list and got nothing of it.
  func isRefused(_ kind: FactKind, in cluster: ClusterName) -> Bool {
    guard isTold(kind, in: cluster), case .nothing = coverage(of: kind, in: cluster) else { return false }
    return true
  }
}
