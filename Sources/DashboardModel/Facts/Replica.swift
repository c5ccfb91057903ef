// One running or wanted instance of a service, and what it was handed.

/// What a replica does.
public enum ReplicaState: String, Hashable, Sendable, Codable {
  /// Its containers run. It says nothing of authentication: Windows starts a container without (domain.md 0, fact 1).
  case running
  /// Wanted or on its way, not running yet.
  case starting
  /// Started and broken, or refused by its host.
  case failing
  /// Ended, for good or bad; asks for nothing any more.
  case finished
}

/// One pod or task. Values repeat in a fleet of 150,000: `template` and `handed` are shared between equal replicas.
public struct Replica: Hashable, Sendable, Codable {
  /// Cluster of the replica.
  public var cluster: ClusterName
  /// Kubernetes namespace, empty for Swarm.
  public var namespace: String
  /// Pod name; for a task, its id.
  public var name: String
  /// What owns it: a workload, or an object on the way to one (a ReplicaSet). Nil: nothing owns it.
  public var owner: OwnerReference?
  /// The node it is assigned to: Kubernetes `spec.nodeName`, the Swarm node's hostname. Nil while unscheduled.
  public var hostName: String?
  /// What it does.
  public var state: ReplicaState
  /// When it reached that state or was made, where told.
  public var since: Timestamp?
  /// Why it does not run, in the orchestrator's or host's words.
  public var trouble: Trouble?
  /// What it was handed, a slot each.
  public var handed: [HandedIdentity]
  /// What its own spec says; kept so that a service can be read off its replicas where no workload was listed.
  public var template: SharedTemplate?

  /// A replica.
  public init(
    cluster: ClusterName, namespace: String = "", name: String, owner: OwnerReference? = nil,
    hostName: String? = nil, state: ReplicaState, since: Timestamp? = nil, trouble: Trouble? = nil,
    handed: [HandedIdentity] = [], template: SharedTemplate? = nil
  ) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.owner = owner
    self.hostName = hostName
    self.state = state
    self.since = since
    self.trouble = trouble
    self.handed = handed
    self.template = template
  }
}

/// A replica's identity in a slot: which credential spec its spec names, and the contents that came with it.
public struct HandedIdentity: Hashable, Sendable, Codable {
  /// Where in the replica.
  public var slot: CredentialSpecReference.Slot
  /// What its spec names.
  public var credentialSpec: CredentialSpecID
  /// Whether contents came with it.
  public var contents: HandedContents

  /// An identity.
  public init(
    slot: CredentialSpecReference.Slot, credentialSpec: CredentialSpecID, contents: HandedContents
  ) {
    self.slot = slot
    self.credentialSpec = credentialSpec
    self.contents = contents
  }
}

/// What a replica was handed of a credential spec.
public enum HandedContents: Hashable, Sendable {
  /// The replica carries these contents.
  case given(CredentialSpecContents)
  /// The replica names it and carries no contents, where contents would be visible (a pod).
  case withheld
  /// Contents do not show in the API (files, registry values, configs whose data was not read).
  case notVisible
}

extension HandedContents: Codable {
  private enum Key: String, CodingKey { case contents, visible }

  /// Reads `{"contents": {…}}`, `{"visible": true}` (withheld) or `{"visible": false}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let contents = try container.decodeIfPresent(CredentialSpecContents.self, forKey: .contents) {
      self = .given(contents)
    } else {
      self = try container.decode(Bool.self, forKey: .visible) ? .withheld : .notVisible
    }
  }

  /// Writes the form that `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .given(let contents): try container.encode(contents, forKey: .contents)
    case .withheld: try container.encode(true, forKey: .visible)
    case .notVisible: try container.encode(false, forKey: .visible)
    }
  }
}

/// A template that many replicas share: one allocation for all of them.
public final class SharedTemplate: Hashable, Sendable, Codable {
  /// What the replica's spec says.
  public let template: WorkloadTemplate

  /// Shares a template.
  public init(_ template: WorkloadTemplate) { self.template = template }
  /// Reads the template itself.
  public init(from decoder: any Decoder) throws { template = try WorkloadTemplate(from: decoder) }
  /// Writes the template itself.
  public func encode(to encoder: any Encoder) throws { try template.encode(to: encoder) }
  /// Equal where the templates are; the same object is known to be at once.
  public static func == (left: SharedTemplate, right: SharedTemplate) -> Bool {
    left === right || left.template == right.template
  }
  /// Hashes the template.
  public func hash(into hasher: inout Hasher) { hasher.combine(template) }
}

/// A reference to an owner in the same namespace.
public struct OwnerReference: Hashable, Sendable, Codable {
  /// The owner's kind as written (`ReplicaSet`, `Job`, `Service`, …).
  public var kind: String
  /// The owner's name; for Swarm the service ID.
  public var name: String

  /// A reference.
  public init(kind: String, name: String) {
    self.kind = kind
    self.name = name
  }
}

/// An object between replicas and their service: a ReplicaSet of a Deployment, a Job of a CronJob.
public struct OwnerLink: Hashable, Sendable, Codable {
  /// Cluster of the object.
  public var cluster: ClusterName
  /// Its namespace.
  public var namespace: String
  /// What replicas name as their owner.
  public var object: OwnerReference
  /// The next owner.
  public var owner: OwnerReference
  /// What its controller says went wrong; it counts for the service.
  public var troubles: [Trouble]

  /// A link.
  public init(
    cluster: ClusterName, namespace: String, object: OwnerReference, owner: OwnerReference,
    troubles: [Trouble] = []
  ) {
    self.cluster = cluster
    self.namespace = namespace
    self.object = object
    self.owner = owner
    self.troubles = troubles
  }
}
