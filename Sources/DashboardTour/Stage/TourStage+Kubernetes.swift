// What Kubernetes adds to the stage: service accounts, bindings, the webhook, and the words of a refusal.

import DashboardModel

extension TourStage {
  private static let webhookName = "admission-webhook.windows-gmsa.sigs.k8s.io"
  private static let webhookNamespace = "gmsa-webhook"

  func addKubernetes(to facts: inout Facts) {
    for name in [Self.namespace, Self.webhookNamespace] {
      facts.namespaces.append(Namespace(cluster: cluster, name: name))
    }
    addWebhook(to: &facts)
    for (index, service) in services.enumerated() {
      facts.serviceAccounts.append(
        ServiceAccount(cluster: cluster, namespace: Self.namespace, name: service.name))
      let spec = credentialSpec(service).name
      facts.roles.append(
        Role(
          cluster: cluster, namespace: nil, name: "use-\(spec)",
          rules: [
            RoleRule(
              groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["use"], names: [spec])
          ]))
      if service.isAllowed { facts.roleBindings.append(binding(of: service, to: spec)) }
      addReplicaSets(of: index, to: &facts)
    }
  }

  private func binding(of service: Service, to spec: String) -> RoleBinding {
    RoleBinding(
      cluster: cluster, namespace: Self.namespace, name: "\(service.name)-use-\(spec)",
      roleKind: "ClusterRole", roleName: "use-\(spec)",
      subjects: [GrantSubject(kind: "ServiceAccount", name: service.name, namespace: Self.namespace)])
  }

  private func addWebhook(to facts: inout Facts) {
    for mutates in [true, false] {
      facts.webhooks.append(
        AdmissionWebhook(
          cluster: cluster, configuration: Self.webhookNamespace, mutates: mutates, name: Self.webhookName,
          failurePolicy: "Fail", service: "\(Self.webhookNamespace)/\(Self.webhookNamespace)"))
    }
    facts.endpoints.append(
      ServiceEndpoints(
        cluster: cluster, namespace: Self.webhookNamespace, name: Self.webhookNamespace,
        readyAddresses: webhookAddresses))
  }

  /// The ReplicaSets that pods name, and the one whose pods admission refuses.
  private func addReplicaSets(of index: Int, to facts: inout Facts) {
    let service = services[index]
    let own = actors.filter { $0.service == index }
    let rollouts = Set(own.map(\.rollout) + [service.rollout]).sorted()
    for rollout in rollouts {
      var link = OwnerLink(
        cluster: cluster, namespace: Self.namespace,
        object: OwnerReference(kind: "ReplicaSet", name: "\(service.name)-\(rollout + 1)"),
        owner: OwnerReference(kind: "Deployment", name: service.name))
      let isRefused = rollout == service.rollout && !own.contains { $0.rollout == rollout }
      if isRefused, let refusal = refusal(of: service) {
        link.troubles = [
          Trouble(reason: "FailedCreate", message: refusal, at: now, object: "ReplicaSet \(link.object.name)")
        ]
      }
      facts.ownerLinks.append(link)
    }
  }

  /// The webhook's words, or the API server's where nobody answers. Source: kubernetes-sigs/windows-gmsa webhook.go;
  /// kubernetes/kubernetes staging/src/k8s.io/apiserver admission/plugin/webhook (failed calling webhook).
  private func refusal(of service: Service) -> String? {
    if webhookAddresses == 0 {
      return
        "Internal error occurred: failed calling webhook \"\(Self.webhookName)\": failed to call webhook: "
        + "Post \"https://\(Self.webhookNamespace).\(Self.webhookNamespace).svc:443/mutate?timeout=10s\": "
        + "no endpoints available for service \"\(Self.webhookNamespace)\""
    }
    if service.isAllowed { return nil }
    return
      "admission webhook \"\(Self.webhookName)\" denied the request: service account \"\(service.name)\" "
      + "is not authorized to `use` GMSA cred spec \"\(credentialSpec(service).name)\""
  }
}
