// The Kubernetes half of the sample: custom resources, grants, and pods that admission handed something or
// nothing.

import DashboardModel

enum SampleKubernetes {
  static let cluster: ClusterName = "retail"

  static var facts: Facts {
    var facts = Facts()
    facts.hosts = (1...4).map { host("win-k-0\($0)", isCordoned: $0 == 4) }
    facts.services = services
    facts.replicas = SharingList(replicas)
    facts.credentialSpecs = ["archive", "billing", "reports", "webshop"].map(resource)
    facts.roles = ["archive", "reports", "webshop"].map(role)
    facts.roleBindings = [
      binding("archive", to: "webshop", in: "shop"), binding("reports", to: "reports", in: "finance"),
      binding("webshop", to: "webshop", in: "shop"),
    ]
    facts.serviceAccounts = [
      account("webshop", in: "shop"), account("checkout", in: "shop"), account("billing", in: "finance"),
      account("reports", in: "finance"),
    ]
    facts.namespaces = ["finance", "gmsa", "shop"].map { Namespace(cluster: cluster, name: $0) }
    facts.webhooks = [true, false].map(webhook)
    facts.endpoints = [
      ServiceEndpoints(cluster: cluster, namespace: "gmsa", name: "gmsa-webhook", readyAddresses: 2)
    ]
    facts.coverage = FactKind.allCases.filter { $0 != .configs && $0 != .events }.map {
      CoverageEntry(cluster: cluster, kind: $0, coverage: .everything)
    }
    facts.coverage.append(
      CoverageEntry(
        cluster: cluster, kind: .events,
        coverage: .nothing(reason: "events: 403, user ops@contoso.com may not list them")))
    return facts
  }

  private static func account(_ name: String, in namespace: String) -> ServiceAccount {
    ServiceAccount(cluster: cluster, namespace: namespace, name: name)
  }

  private static func webhook(mutates: Bool) -> AdmissionWebhook {
    AdmissionWebhook(
      cluster: cluster, configuration: "gmsa-webhook", mutates: mutates,
      name: "admission-webhook.windows-gmsa.sigs.k8s.io", failurePolicy: "Fail",
      service: "gmsa/gmsa-webhook")
  }

  private static func host(_ name: String, isCordoned: Bool) -> Host {
    var host = Host(id: HostID(cluster: cluster, name: name), operatingSystem: .windows)
    host.labels = ["kubernetes.io/os": "windows", "kubernetes.io/hostname": name]
    host.acceptsReplicas = !isCordoned
    host.closedBecause = isCordoned ? "cordoned" : nil
    host.windowsBuild = "10.0.20348"
    host.isReady = true
    return host
  }

  private static var services: [Service] {
    let refused = Trouble(
      reason: "FailedCreate",
      message: "admission webhook \"admission-webhook.windows-gmsa.sigs.k8s.io\" denied the request: "
        + "service account \"billing\" is not authorized to `use` GMSA cred spec \"billing\"",
      at: .sample(ago: 240), object: "ReplicaSet billing-6d5f8b7c9")
    return [
      service("shop", .deployment, "webshop", "webshop"),
      service("shop", .deployment, "checkout", "checkout"),
      service("finance", .deployment, "billing", "billing", troubles: [refused]),
      service("finance", .statefulSet, "reports", "reports"),
      service("finance", .cronJob, "month-end", "reports", account: "reports"),
    ]
  }

  private static var replicas: [Replica] {
    let webshop = HandedContents.given(.sample("gmsa-webshop"))
    let elsewhere = CredentialSpecContents.sample(
      "gmsa-reports", domainSID: "S-1-5-21-1004336348-1177238915-682003330")
    return [
      pod("shop", .deployment, "webshop", 1, on: "win-k-01", .running, "webshop", webshop),
      pod("shop", .deployment, "webshop", 2, on: "win-k-02", .running, "webshop", webshop),
      pod(
        "shop", .deployment, "webshop", 3, on: "win-k-03", .failing, "webshop", webshop,
        says: "back-off 5m0s restarting failed container=web"),
      pod("finance", .statefulSet, "reports", 1, on: "win-k-02", .running, "reports", .withheld),
      pod("finance", .cronJob, "month-end", 1, on: "win-k-01", .running, "reports", .given(elsewhere)),
    ]
  }

  private static func resourceID(_ name: String) -> CredentialSpecID {
    CredentialSpecID(cluster: cluster, delivery: .customResource, name: name)
  }

  private static func resource(_ name: String) -> CredentialSpec {
    CredentialSpec(
      id: resourceID(name), contents: .sample("gmsa-\(name)"), createdAt: .sample(ago: 30 * 86_400))
  }

  private static func role(_ credentialSpec: String) -> Role {
    Role(
      cluster: cluster, namespace: nil, name: "use-\(credentialSpec)",
      rules: [
        RoleRule(
          groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["use"],
          names: [credentialSpec])
      ])
  }

  private static func binding(_ credentialSpec: String, to account: String, in namespace: String)
    -> RoleBinding
  {
    RoleBinding(
      cluster: cluster, namespace: namespace, name: "\(account)-uses-\(credentialSpec)",
      roleKind: "ClusterRole", roleName: "use-\(credentialSpec)",
      subjects: [GrantSubject(kind: "ServiceAccount", name: account, namespace: namespace)])
  }

  private static func service(
    _ namespace: String, _ kind: ServiceKind, _ name: String, _ credentialSpec: String,
    account: String? = nil, troubles: [Trouble] = []
  ) -> Service {
    var template = WorkloadTemplate()
    template.references = [
      CredentialSpecReference(slot: .whole, credentialSpec: resourceID(credentialSpec))
    ]
    template.serviceAccount = account ?? name
    template.scheduling.operatingSystem = "windows"
    template.scheduling.nodeSelector = ["kubernetes.io/os": "windows"]
    return Service(
      id: ServiceID(cluster: cluster, namespace: namespace, kind: kind, name: name), template: template,
      wantedReplicas: 3, troubles: troubles)
  }

  private static func pod(
    _ namespace: String, _ kind: ServiceKind, _ service: String, _ number: Int, on host: String,
    _ state: ReplicaState, _ credentialSpec: String, _ contents: HandedContents, says message: String? = nil
  ) -> Replica {
    let name = "\(service)-\(number)"
    return Replica(
      cluster: cluster, namespace: namespace, name: name,
      owner: OwnerReference(kind: kind.rawValue, name: service), hostName: host, state: state,
      since: .sample(ago: 1800),
      trouble: message.map {
        Trouble(reason: "CrashLoopBackOff", message: $0, at: .sample(ago: 30), object: "Pod \(name)")
      },
      handed: [
        HandedIdentity(slot: .whole, credentialSpec: resourceID(credentialSpec), contents: contents)
      ])
  }
}
