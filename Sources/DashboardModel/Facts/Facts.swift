// Everything that one feed says, by kind.

/// What one feed says of one or more clusters. Order does not count; the snapshot sorts.
public struct Facts: Hashable, Sendable {
  /// Nodes.
  public var hosts: [Host] = []
  /// Workloads, with or without a credential spec.
  public var services: [Service] = []
  /// Objects between replicas and services.
  public var ownerLinks: [OwnerLink] = []
  /// Pods and tasks.
  public var replicas: SharingList<Replica> = []
  /// Custom resources and configs that hold credential specs.
  public var credentialSpecs: [CredentialSpec] = []
  /// What lies on hosts.
  public var listings: [HostListing] = []
  /// RBAC roles with a rule about credential specs.
  public var roles: [Role] = []
  /// RBAC bindings.
  public var roleBindings: [RoleBinding] = []
  /// Service accounts.
  public var serviceAccounts: [ServiceAccount] = []
  /// Namespaces.
  public var namespaces: [Namespace] = []
  /// Webhook entries that concern pods.
  public var webhooks: [AdmissionWebhook] = []
  /// Services and endpoints.
  public var endpoints: [ServiceEndpoints] = []
  /// Events that matter.
  public var events: [ClusterEvent] = []
  /// Which lists were read.
  public var coverage: [CoverageEntry] = []
  /// Replicas that were read, have nothing to do with credential specs, and were left out.
  public var skippedReplicas = 0

  /// No facts.
  public init() {}

  /// Whether no object at all is told of; lists that were read and found empty tell of none.
  public var isEmpty: Bool {
    hosts.isEmpty && services.isEmpty && ownerLinks.isEmpty && replicas.isEmpty && credentialSpecs.isEmpty
      && listings.isEmpty && roles.isEmpty && roleBindings.isEmpty && serviceAccounts.isEmpty
      && namespaces.isEmpty && webhooks.isEmpty && endpoints.isEmpty && events.isEmpty
  }

  /// Adds what another source of the same feed says.
  public mutating func append(_ other: Facts) {
    hosts += other.hosts
    services += other.services
    ownerLinks += other.ownerLinks
    replicas += other.replicas
    credentialSpecs += other.credentialSpecs
    listings += other.listings
    roles += other.roles
    roleBindings += other.roleBindings
    serviceAccounts += other.serviceAccounts
    namespaces += other.namespaces
    webhooks += other.webhooks
    endpoints += other.endpoints
    events += other.events
    coverage += other.coverage
    skippedReplicas += other.skippedReplicas
  }
}
