// What runs and asks for a credential spec, and what its template says.

/// The kind of a workload. The raw value is the word of its API.
public enum ServiceKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A Swarm service.
  case swarmService = "Service"
  /// apps/v1 Deployment.
  case deployment = "Deployment"
  /// apps/v1 ReplicaSet that no Deployment owns.
  case replicaSet = "ReplicaSet"
  /// apps/v1 StatefulSet.
  case statefulSet = "StatefulSet"
  /// apps/v1 DaemonSet.
  case daemonSet = "DaemonSet"
  /// batch/v1 Job that no CronJob owns.
  case job = "Job"
  /// batch/v1 or v1beta1 CronJob.
  case cronJob = "CronJob"
  /// A pod that nothing owns.
  case pod = "Pod"
}

/// A workload, whether or not it has a replica.
public struct Service: Hashable, Sendable, Codable {
  /// Its identity.
  public let id: ServiceID
  /// Swarm service ID or Kubernetes uid, by which replicas name their owner.
  public var objectID: String?
  /// What it would start now.
  public var template: WorkloadTemplate
  /// Wanted replicas; nil for global services, DaemonSets and where not told.
  public var wantedReplicas: Int?
  /// One replica on each host that satisfies the template: Swarm global mode, DaemonSet.
  public var runsOnEveryHost: Bool
  /// What its controller says went wrong: refused replicas, a paused update.
  public var troubles: [Trouble]
  /// When its template last changed, where told.
  public var updatedAt: Timestamp?
  /// The labels of its pods, by which Services and admission webhooks select them; nil where not told.
  public var podLabels: [String: String]?
  /// True where no workload was listed and the template was read off its replicas.
  public var isInferredFromReplicas: Bool
  /// What it would refer to after a rollback (Swarm's `PreviousSpec`); nil where there is nothing to go back to.
  public var rollbackReferences: [CredentialSpecID]?
  /// How its last update or rollback went; nil where there was none, or it is not told.
  public var update: UpdateProgress?

  /// A service.
  public init(
    id: ServiceID, objectID: String? = nil, template: WorkloadTemplate = WorkloadTemplate(),
    wantedReplicas: Int? = nil, runsOnEveryHost: Bool = false, troubles: [Trouble] = [],
    updatedAt: Timestamp? = nil, podLabels: [String: String]? = nil, isInferredFromReplicas: Bool = false
  ) {
    self.id = id
    self.objectID = objectID
    self.template = template
    self.wantedReplicas = wantedReplicas
    self.runsOnEveryHost = runsOnEveryHost
    self.troubles = troubles
    self.updatedAt = updatedAt
    self.podLabels = podLabels
    self.isInferredFromReplicas = isInferredFromReplicas
  }
}

/// How a service's update goes, as its orchestrator says it.
public struct UpdateProgress: Hashable, Sendable, Codable {
  /// `updating`, `completed`, `paused`, `rollback_started`, `rollback_paused`, `rollback_completed`. Source: moby
  /// api/types/swarm UpdateState.
  public var state: String
  /// The orchestrator's words.
  public var message: String
  /// When it began or ended, whichever was last.
  public var at: Timestamp?

  /// A progress.
  public init(state: String, message: String, at: Timestamp? = nil) {
    self.state = state
    self.message = message
    self.at = at
  }
}

/// What a workload's template says: the credential specs it refers to and where it may run.
public struct WorkloadTemplate: Hashable, Sendable, Codable {
  /// The credential specs it names, a slot each; empty for a workload that asks for none.
  public var references: [CredentialSpecReference] = []
  /// Where its replicas may be placed.
  public var scheduling = SchedulingTerms()
  /// The Kubernetes service account, `default` where unset; nil for Swarm.
  public var serviceAccount: String?
  /// A fixed host name for every replica (`spec.hostname`, `ContainerSpec.Hostname`).
  public var hostname: String?
  /// The first container's image.
  public var image: String?
  /// The folder of the host's credential specs that it mounts, where it does (the distributor pattern).
  public var mountedCredentialSpecFolder: String?
  /// The alpha annotations of gMSA that its pods carry, by name; Kubernetes has ignored them since 1.16. Nil: none.
  /// Source: kubernetes/enhancements keps/sig-windows/689-windows-gmsa (domain.md 3.2).
  public var alphaAnnotations: [String]?
  /// Swarm configs attached with a File target, by name: mounted into containers.
  public var fileMountedConfigs: [String] = []

  /// An empty template.
  public init() {}
}

/// One place in a template that names a credential spec.
public struct CredentialSpecReference: Hashable, Sendable, Codable {
  /// Where in the template.
  public var slot: Slot
  /// What it names.
  public var credentialSpec: CredentialSpecID
  /// Contents that stand in the template itself.
  public var contents: CredentialSpecContents?
  /// `runAsUserName`, or the Swarm container's user.
  public var runAsUser: String?

  /// A reference.
  public init(
    slot: Slot, credentialSpec: CredentialSpecID, contents: CredentialSpecContents? = nil,
    runAsUser: String? = nil
  ) {
    self.slot = slot
    self.credentialSpec = credentialSpec
    self.contents = contents
    self.runAsUser = runAsUser
  }

  /// A place in a template: the pod (or task) as a whole, or one of its containers.
  public struct Slot: Hashable, Sendable, Codable {
    /// The part of the pod.
    public enum Part: String, Hashable, Sendable, Codable {
      /// `spec.securityContext`, or a Swarm task.
      case whole
      /// `spec.containers[]`.
      case container
      /// `spec.initContainers[]`.
      case initContainer
    }
    /// The part.
    public var part: Part
    /// The container's name; empty for the whole.
    public var name: String

    /// A slot.
    public init(_ part: Part, name: String = "") {
      self.part = part
      self.name = name
    }

    /// The pod or task as a whole.
    public static let whole = Slot(.whole)
  }
}

/// Something that an orchestrator says went wrong, in its own words.
public struct Trouble: Hashable, Sendable, Codable {
  /// The machine-readable reason (`FailedCreate`, `no suitable node`), empty where none.
  public var reason: String
  /// The text, as read.
  public var message: String
  /// When it was last seen.
  public var at: Timestamp?
  /// The object that carries it, such as `ReplicaSet web-7c9f`.
  public var object: String

  /// A trouble.
  public init(reason: String, message: String, at: Timestamp? = nil, object: String) {
    self.reason = reason
    self.message = message
    self.at = at
    self.object = object
  }
}
