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

  init(
    _ kind: ObjectKind, _ groups: [String], covers: FactKind?, isNamespaced: Bool = true,
    _ decoder: any KubernetesDecoder.Type
  ) {
    self.kind = kind
    self.groups = groups
    self.covers = covers
    self.isNamespaced = isNamespaced
    self.decoder = decoder
  }
}

/// The table of Kubernetes kinds. Source of the list: domain.md 3.6.
enum KubernetesKinds {
  static let all: [KubernetesKind] = [
    KubernetesKind(.node, [""], covers: .hosts, isNamespaced: false, NodeFacts.self),
    KubernetesKind(.pod, [""], covers: .replicas, PodFacts.self),
    KubernetesKind(.deployment, ["apps", "extensions"], covers: .services, DeploymentFacts.self),
    KubernetesKind(.replicaSet, ["apps", "extensions"], covers: nil, ReplicaSetFacts.self),
    KubernetesKind(.statefulSet, ["apps"], covers: .services, StatefulSetFacts.self),
    KubernetesKind(.daemonSet, ["apps", "extensions"], covers: .services, DaemonSetFacts.self),
    KubernetesKind(.job, ["batch"], covers: .jobs, JobFacts.self),
    KubernetesKind(.cronJob, ["batch"], covers: .jobs, CronJobFacts.self),
    KubernetesKind(.namespace, [""], covers: .namespaces, isNamespaced: false, NamespaceFacts.self),
    KubernetesKind(.serviceAccount, [""], covers: .serviceAccounts, ServiceAccountFacts.self),
    KubernetesKind(
      .credentialSpec, ["windows.k8s.io"], covers: .customResources, isNamespaced: false,
      CredentialSpecFacts.self
    ),
    KubernetesKind(.role, ["rbac.authorization.k8s.io"], covers: .roles, RoleFacts.self),
    KubernetesKind(
      .clusterRole, ["rbac.authorization.k8s.io"], covers: .clusterRoles, isNamespaced: false,
      ClusterRoleFacts.self
    ),
    KubernetesKind(
      .roleBinding, ["rbac.authorization.k8s.io"], covers: .roleBindings, RoleBindingFacts.self
    ),
    KubernetesKind(
      .clusterRoleBinding, ["rbac.authorization.k8s.io"], covers: .clusterRoleBindings,
      isNamespaced: false, ClusterRoleBindingFacts.self
    ),
    KubernetesKind(
      .mutatingWebhook, ["admissionregistration.k8s.io"], covers: .webhooks, isNamespaced: false,
      MutatingWebhookFacts.self
    ),
    KubernetesKind(
      .validatingWebhook, ["admissionregistration.k8s.io"], covers: nil, isNamespaced: false,
      ValidatingWebhookFacts.self
    ),
    KubernetesKind(.service, [""], covers: nil, ServiceFacts.self),
    KubernetesKind(.endpoints, [""], covers: .endpoints, EndpointsFacts.self),
    KubernetesKind(.endpointSlice, ["discovery.k8s.io"], covers: .endpoints, EndpointSliceFacts.self),
    KubernetesKind(.event, ["", "events.k8s.io"], covers: .events, EventFacts.self),
  ]

  private static let rowsByKind = Dictionary(grouping: all, by: \.kind.rawValue)

  /// The row for an object that says `kind` and `apiVersion`; nil where no decoder is wanted for it.
  static func row(kind: String, apiVersion: String?) -> KubernetesKind? {
    guard let rows = rowsByKind[kind] else { return nil }
    guard let apiVersion else { return rows.first }
    let group = apiVersion.firstIndex(of: "/").map { String(apiVersion[..<$0]) } ?? ""
    return rows.first { $0.groups.contains(group) }
  }
}
