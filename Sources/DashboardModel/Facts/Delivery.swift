// How a credential spec reaches a container.

/// How a credential spec reaches a container.
public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable {
  /// `file://`: a file in the host's CredentialSpecs folder.
  case hostFile
  /// `registry://`: a value in the host's registry.
  case hostRegistry
  /// Baked into the image; no orchestrator tells of it.
  case image
  /// `config://`: a Swarm config, sent to a node while a task there needs it.
  case swarmConfig
  /// The Kubernetes custom resource GMSACredentialSpec, copied into a pod by the admission webhook.
  case customResource
  /// Raw contents in the pod or service spec.
  case inline

  /// Whether contents must lie on a host before a replica starts there (files and registry values).
  public var isOnHosts: Bool { self == .hostFile || self == .hostRegistry }

  /// The word on screens and in reports.
  public var word: String {
    switch self {
    case .hostFile: "file"
    case .hostRegistry: "registry"
    case .image: "image"
    case .swarmConfig: "config"
    case .customResource: "resource"
    case .inline: "inline"
    }
  }
}
