// Who may `use` what in the Kubernetes cluster, the webhook that asks, and which lists the demo's feed has read.

import DashboardModel

extension SimulatedCluster {
  /// The name by which the gMSA webhook is known. Source: domain.md 3.3.
  static let webhookName = "admission-webhook.windows-gmsa.sigs.k8s.io"
  private static let webhookNamespace = "gmsa-webhook"

  mutating func foundAuthorisation() {
    let cluster = DemoOrchestrator.kubernetes.cluster
    for spec in specs where spec.orchestrator == .kubernetes { addRole(for: spec.id) }
    let served = services.filter { $0.id.cluster == cluster }
    for service in served {
      let id = service.id
      facts.serviceAccounts.append(ServiceAccount(cluster: cluster, namespace: id.namespace, name: id.name))
      switch service.part {
      case .denied, .dangling: break
      case .ordinary, .excluded, .outdated, .crashing, .blocked: allow(id, specs[service.spec].id.name)
      }
    }
    grantTooMuch(to: served.map(\.id))
    let excluded = ["windows.k8s.io/disabled": "true"]
    for name in Set(served.map(\.id.namespace)).union([Self.webhookNamespace]).sorted() {
      facts.namespaces.append(
        Namespace(cluster: cluster, name: name, labels: name == Self.excludedNamespace ? excluded : [:]))
    }
    foundWebhook(in: cluster)
  }

  /// One service account in a hundred, and at least one, may use a credential spec that no service of it names.
  private mutating func grantTooMuch(to ids: [ServiceID]) {
    for index in stride(from: 0, to: ids.count, by: 100) {
      allow(ids[index], specs[spec(index + 1, of: .kubernetes)].id.name)
    }
  }

  private mutating func addRole(for id: CredentialSpecID) {
    let rule = RoleRule(
      groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["use"], names: [id.name])
    facts.roles.append(Role(cluster: id.cluster, namespace: nil, name: "use-\(id.name)", rules: [rule]))
  }

  private mutating func allow(_ service: ServiceID, _ credentialSpec: String) {
    let subject = GrantSubject(kind: "ServiceAccount", name: service.name, namespace: service.namespace)
    facts.roleBindings.append(
      RoleBinding(
        cluster: service.cluster, namespace: service.namespace, name: "\(service.name)-use-\(credentialSpec)",
        roleKind: "ClusterRole", roleName: "use-\(credentialSpec)", subjects: [subject]))
  }

  private mutating func foundWebhook(in cluster: ClusterName) {
    let name = Self.webhookNamespace
    let selector = LabelSelector(matchExpressions: [
      NodeRequirement(key: "windows.k8s.io/disabled", comparison: "NotIn", values: ["true"]),
      NodeRequirement(key: "kubernetes.io/metadata.name", comparison: "NotIn", values: [name]),
    ])
    for mutates in [true, false] {
      facts.webhooks.append(
        AdmissionWebhook(
          cluster: cluster, configuration: name, mutates: mutates, name: Self.webhookName,
          failurePolicy: "Fail", namespaceSelector: selector, service: "\(name)/\(name)"))
    }
    facts.endpoints.append(ServiceEndpoints(cluster: cluster, namespace: name, name: name, readyAddresses: 2))
  }

  mutating func foundCoverage() {
    let inSwarm: Set<FactKind> = [.hosts, .services, .replicas, .configs]
    for kind in FactKind.allCases {
      if inSwarm.contains(kind) { cover(kind, in: .swarm) }
      if kind != .configs { cover(kind, in: .kubernetes) }
    }
  }

  private mutating func cover(_ kind: FactKind, in orchestrator: DemoOrchestrator) {
    facts.coverage.append(CoverageEntry(cluster: orchestrator.cluster, kind: kind, coverage: .everything))
  }
}
