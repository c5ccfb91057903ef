// Everything known of one or more clusters at one moment, joined and numbered so that a picture is cheap to build.

/// Everything known at one moment. Inside a snapshot a host, service or credential spec is the index of its place in
/// the sorted arrays of `structure`; indices mean nothing in another snapshot unless the structures are identical (`===`).
public struct Snapshot: Sendable {
  /// What changes seldom: hosts, services, credential specs, grants. Compared by identity.
  public let structure: SnapshotStructure
  /// The replicas of each service, by the service's index.
  public internal(set) var replicas: [ReplicaBucket]
  /// The feeds, with their state and age.
  public var feeds: [FeedReport]

  init(structure: SnapshotStructure, replicas: [ReplicaBucket], feeds: [FeedReport]) {
    self.structure = structure
    self.replicas = replicas
    self.feeds = feeds
  }
}

/// The part of a snapshot that changes seldom. Immutable, shared by all snapshots that differ in replicas alone.
public final class SnapshotStructure: Sendable {
  /// Cluster names, sorted.
  public let clusters: [ClusterName]
  /// Every node of every cluster, Linux nodes among them, sorted by id.
  public let hosts: [Host]
  /// Every workload, sorted by id, with or without a credential spec.
  public let services: [Service]
  /// Every credential spec that exists, is referred to, was handed over or lies on a host; members of an account group
  /// stand together.
  public let credentialSpecs: [CredentialSpecEntry]
  /// For each host the listing of its files, where there is one.
  public let fileListings: [HostListing?]
  /// For each host the listing of its registry values, where there is one.
  public let registryListings: [HostListing?]
  /// For each credential spec the copies that listings show, by host.
  let heldCopies: [[HeldCopy]]
  /// Who may use what.
  public let grants: GrantTable
  /// Which lists were read.
  public let coverage: CoverageTable
  /// Facts that no index is needed for.
  public let rest: UnjoinedFacts
  /// What could not be read, over all feeds.
  public let unreadable: [UnreadableItem]
  let resolver: ReplicaResolver

  init(
    clusters: [ClusterName], hosts: [Host], services: [Service], credentialSpecs: [CredentialSpecEntry],
    fileListings: [HostListing?], registryListings: [HostListing?], heldCopies: [[HeldCopy]],
    grants: GrantTable, coverage: CoverageTable, rest: UnjoinedFacts, unreadable: [UnreadableItem],
    resolver: ReplicaResolver
  ) {
    self.clusters = clusters
    self.hosts = hosts
    self.services = services
    self.credentialSpecs = credentialSpecs
    self.fileListings = fileListings
    self.registryListings = registryListings
    self.heldCopies = heldCopies
    self.grants = grants
    self.coverage = coverage
    self.rest = rest
    self.unreadable = unreadable
    self.resolver = resolver
  }

  /// The index of a credential spec; names of files and registry values are compared without case, as Windows does.
  public func index(of id: CredentialSpecID) -> Int? { resolver.credentialSpecIndex[CredentialSpecKey(id)] }
  /// The index of a host.
  public func index(of id: HostID) -> Int? { resolver.hostIndex[id].map(Int.init) }
  /// The index of a service.
  public func index(of id: ServiceID) -> Int? { resolver.serviceIndex[id].map(Int.init) }
}

/// Facts that are kept as read: namespaces, accounts, webhooks, endpoints, events.
public struct UnjoinedFacts: Sendable {
  /// Service accounts.
  public var serviceAccounts: [ServiceAccount] = []
  /// Namespaces.
  public var namespaces: [Namespace] = []
  /// Webhook entries.
  public var webhooks: [AdmissionWebhook] = []
  /// Endpoints.
  public var endpoints: [ServiceEndpoints] = []
  /// Events.
  public var events: [ClusterEvent] = []
}

/// A credential spec as one of the axes of the cube.
public struct CredentialSpecEntry: Sendable {
  /// Its identity.
  public let id: CredentialSpecID
  /// The object, where a feed has it.
  public let object: CredentialSpec?
  /// Whether it exists.
  public let existence: Existence
  /// What a replica should hold now; nil where that is not known.
  public let reference: CredentialSpecContents?
  /// The host whose copy the operator named as the reference, where it has one.
  public let referenceHost: String?
  /// The gMSA that it names.
  public let account: AccountName?
  /// What the linter says of its contents.
  let flaws: [ContentsFlaw]

  /// Whether a credential spec exists as an object.
  public enum Existence: Hashable, Sendable {
    /// A feed has it, or it lies on a host.
    case exists
    /// It is referred to, and the whole list of its kind lacks it.
    case absent
    /// Nobody can tell, for this reason.
    case unknown(String)
  }
}

/// How a feed does, as the header and the sources screen say it.
public struct FeedReport: Hashable, Sendable {
  /// The feed.
  public var feed: FeedID
  /// Its state.
  public var status: FeedStatus
  /// When its facts were observed.
  public var observedAt: Timestamp?
  /// How often it looks for changes; nil where it does not, or is told of them.
  public var interval: Duration?
  /// The clusters that it speaks of.
  public var clusters: [ClusterName]
  /// Objects of it that could not be read.
  public var unreadableCount: Int
  /// Kinds of its facts that are not followed any more, while others are.
  public var troubles: [KindTrouble]
  /// How it is connected; nil where it has no connection.
  public var connection: FeedConnection?

  /// A report.
  public init(
    feed: FeedID, status: FeedStatus, observedAt: Timestamp?, interval: Duration? = nil,
    clusters: [ClusterName], unreadableCount: Int, troubles: [KindTrouble] = [],
    connection: FeedConnection? = nil
  ) {
    self.feed = feed
    self.status = status
    self.observedAt = observedAt
    self.interval = interval
    self.clusters = clusters
    self.unreadableCount = unreadableCount
    self.troubles = troubles
    self.connection = connection
  }
}
