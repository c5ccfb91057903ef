// How one Kubernetes object becomes facts: the protocol of its decoder and the table of all of them.

import DashboardModel
import StructuredText

/// Reads objects of one kind. A kind is a file in `Kinds/` and a row in `KubernetesKinds.all`.
protocol KubernetesDecoder: Sendable {
  /// Reads the object at the cursor.
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject
}

/// A row of the table: which kind of which API groups is read by which decoder, and as what it counts.
struct KubernetesKind: Sendable {
  var kind: ObjectKind
  /// API groups that have had the kind; the empty one is core.
  var groups: [String]
  /// The list that it belongs to; nil where a list of it tells nothing of completeness.
  var covers: FactKind?
  var isNamespaced: Bool
  var decoder: any KubernetesDecoder.Type
  /// The name of its lists in the API, which is also what a role must allow to list and watch.
  var resource: String
  /// Versions of the first group that its lists are asked for in, newest first.
  var versions: [String]

  init(
    _ kind: ObjectKind, _ groups: [String], covers: FactKind?, isNamespaced: Bool = true,
    _ decoder: any KubernetesDecoder.Type, resource: String, versions: [String] = ["v1"]
  ) {
    self.kind = kind
    self.groups = groups
    self.covers = covers
    self.isNamespaced = isNamespaced
    self.decoder = decoder
    self.resource = resource
    self.versions = versions
  }

  /// The lists of the API that hold the kind, newest first.
  var resources: [KubernetesResource] {
    versions.map {
      KubernetesResource(group: groups.first ?? "", version: $0, name: resource, isNamespaced: isNamespaced)
    }
  }
}

/// The table of Kubernetes kinds. Source of the list: domain.md 3.6.
enum KubernetesKinds {
  static let all: [KubernetesKind] = [
    KubernetesKind(.node, [""], covers: .hosts, isNamespaced: false, NodeFacts.self, resource: "nodes"),
    KubernetesKind(.pod, [""], covers: .replicas, PodFacts.self, resource: "pods"),
    KubernetesKind(
      .deployment, ["apps", "extensions"], covers: .services, DeploymentFacts.self, resource: "deployments"),
    KubernetesKind(
      .replicaSet, ["apps", "extensions"], covers: nil, ReplicaSetFacts.self, resource: "replicasets"),
    KubernetesKind(
      .statefulSet, ["apps"], covers: .services, StatefulSetFacts.self, resource: "statefulsets"),
    KubernetesKind(
      .daemonSet, ["apps", "extensions"], covers: .services, DaemonSetFacts.self, resource: "daemonsets"),
    KubernetesKind(.job, ["batch"], covers: .jobs, JobFacts.self, resource: "jobs"),
    KubernetesKind(
      .cronJob, ["batch"], covers: .jobs, CronJobFacts.self, resource: "cronjobs",
      versions: ["v1", "v1beta1"]),
    KubernetesKind(
      .namespace, [""], covers: .namespaces, isNamespaced: false, NamespaceFacts.self, resource: "namespaces"),
    KubernetesKind(
      .serviceAccount, [""], covers: .serviceAccounts, ServiceAccountFacts.self, resource: "serviceaccounts"),
    KubernetesKind(
      .credentialSpec, ["windows.k8s.io"], covers: .customResources, isNamespaced: false,
      CredentialSpecFacts.self, resource: "gmsacredentialspecs", versions: ["v1", "v1alpha1"]
    ),
    KubernetesKind(.role, ["rbac.authorization.k8s.io"], covers: .roles, RoleFacts.self, resource: "roles"),
    KubernetesKind(
      .clusterRole, ["rbac.authorization.k8s.io"], covers: .clusterRoles, isNamespaced: false,
      ClusterRoleFacts.self, resource: "clusterroles"
    ),
    KubernetesKind(
      .roleBinding, ["rbac.authorization.k8s.io"], covers: .roleBindings, RoleBindingFacts.self,
      resource: "rolebindings"
    ),
    KubernetesKind(
      .clusterRoleBinding, ["rbac.authorization.k8s.io"], covers: .clusterRoleBindings,
      isNamespaced: false, ClusterRoleBindingFacts.self, resource: "clusterrolebindings"
    ),
    KubernetesKind(
      .mutatingWebhook, ["admissionregistration.k8s.io"], covers: .webhooks, isNamespaced: false,
      MutatingWebhookFacts.self, resource: "mutatingwebhookconfigurations"
    ),
    KubernetesKind(
      .validatingWebhook, ["admissionregistration.k8s.io"], covers: nil, isNamespaced: false,
      ValidatingWebhookFacts.self, resource: "validatingwebhookconfigurations"
    ),
    KubernetesKind(.service, [""], covers: nil, ServiceFacts.self, resource: "services"),
    KubernetesKind(.endpoints, [""], covers: .endpoints, EndpointsFacts.self, resource: "endpoints"),
    KubernetesKind(
      .endpointSlice, ["discovery.k8s.io"], covers: .endpoints, EndpointSliceFacts.self,
      resource: "endpointslices", versions: ["v1", "v1beta1"]),
    KubernetesKind(.event, ["", "events.k8s.io"], covers: .events, EventFacts.self, resource: "events"),
  ]

  /// The kinds that a live feed follows in the whole cluster.
  static let followed = all.filter { !behindWebhookKinds.contains($0.kind) }
  /// The kinds that a live feed follows of the services behind webhooks alone.
  static let behindWebhooks = all.filter { behindWebhookKinds.contains($0.kind) }
  private static let behindWebhookKinds: Set<ObjectKind> = [.service, .endpoints, .endpointSlice]

  /// Every list that a live feed may ask for: what its role must allow, and no more.
  package static var resources: [KubernetesResource] { all.flatMap(\.resources) }

  private static let rowsByKind = Dictionary(grouping: all, by: \.kind.rawValue)

  /// The row for an object that says `kind` and `apiVersion`; nil where no decoder is wanted for it.
  static func row(kind: String, apiVersion: String?) -> KubernetesKind? {
    guard let rows = rowsByKind[kind] else { return nil }
    guard let apiVersion else { return rows.first }
    let group = apiVersion.firstIndex(of: "/").map { String(apiVersion[..<$0]) } ?? ""
    return rows.first { $0.groups.contains(group) }
  }
}
