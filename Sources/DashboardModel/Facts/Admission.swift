// The admission webhook that hands contents to pods, as its configuration and its endpoints show it.

/// A webhook entry of a Mutating- or ValidatingWebhookConfiguration that concerns pods.
public struct AdmissionWebhook: Hashable, Sendable, Codable {
  /// Cluster of the configuration.
  public var cluster: ClusterName
  /// The configuration object's name.
  public var configuration: String
  /// Whether it mutates (fills contents in) or validates.
  public var mutates: Bool
  /// The webhook's name; the gMSA webhook is `admission-webhook.windows-gmsa.sigs.k8s.io`. Source: domain.md 3.3.
  public var name: String
  /// `Fail` or `Ignore`.
  public var failurePolicy: String
  /// Namespaces it applies to; nil: all.
  public var namespaceSelector: LabelSelector?
  /// Pods that it applies to, by their labels; nil: all.
  public var objectSelector: LabelSelector?
  /// Whether it has matchConditions, which the server evaluates and nobody here does. Source: kubernetes
  /// admissionregistration/v1 MatchCondition, from 1.27.
  public var hasConditions: Bool?
  /// `namespace/name` of the Service that it calls; nil where it calls a URL.
  public var service: String?
  /// When the last certificate of its CA bundle ends; nil where it has none that could be read.
  public var certificatesEndAt: Timestamp?

  /// A webhook.
  public init(
    cluster: ClusterName, configuration: String, mutates: Bool, name: String, failurePolicy: String,
    namespaceSelector: LabelSelector? = nil, objectSelector: LabelSelector? = nil, service: String? = nil,
    certificatesEndAt: Timestamp? = nil
  ) {
    self.cluster = cluster
    self.configuration = configuration
    self.mutates = mutates
    self.name = name
    self.failurePolicy = failurePolicy
    self.namespaceSelector = namespaceSelector
    self.objectSelector = objectSelector
    self.service = service
    self.certificatesEndAt = certificatesEndAt
  }
}

/// A label selector. Source: kubernetes meta/v1 LabelSelector.
public struct LabelSelector: Hashable, Sendable, Codable {
  /// Labels that must be equal.
  public var matchLabels: [String: String]
  /// `In`, `NotIn`, `Exists`, `DoesNotExist` requirements.
  public var matchExpressions: [NodeRequirement]

  /// A selector.
  public init(matchLabels: [String: String] = [:], matchExpressions: [NodeRequirement] = []) {
    self.matchLabels = matchLabels
    self.matchExpressions = matchExpressions
  }
}

/// Whether a Kubernetes Service has anybody behind it.
public struct ServiceEndpoints: Hashable, Sendable, Codable {
  /// Cluster of the Service.
  public var cluster: ClusterName
  /// Namespace of the Service.
  public var namespace: String
  /// Name of the Service.
  public var name: String
  /// Addresses that are ready; nil where only the Service itself was listed.
  public var readyAddresses: Int?
  /// The labels of the pods behind it; nil where the Service itself was not read, or has no selector.
  public var selector: [String: String]?

  /// Endpoints.
  public init(
    cluster: ClusterName, namespace: String, name: String, readyAddresses: Int?,
    selector: [String: String]? = nil
  ) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.readyAddresses = readyAddresses
    self.selector = selector
  }
}

/// A Kubernetes event that matters to credential specs (FailedCreate, FailedCreatePodSandBox, Failed, FailedScheduling).
public struct ClusterEvent: Hashable, Sendable, Codable {
  /// Cluster of the event.
  public var cluster: ClusterName
  /// Namespace of the object that it is about.
  public var namespace: String
  /// The object that it is about.
  public var object: OwnerReference
  /// The reason and the text.
  public var trouble: Trouble
  /// How often it was seen.
  public var count: Int

  /// An event.
  public init(
    cluster: ClusterName, namespace: String, object: OwnerReference, trouble: Trouble, count: Int
  ) {
    self.cluster = cluster
    self.namespace = namespace
    self.object = object
    self.trouble = trouble
    self.count = count
  }
}
