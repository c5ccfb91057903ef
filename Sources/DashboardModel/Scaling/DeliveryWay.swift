// The four ways by which a credential spec can reach the containers of a fleet, as the article on scaling tells them.

/// A way of distributing credential specs. Deliveries are what a service asks for; ways are what people keep up.
public enum DeliveryWay: String, Hashable, Sendable, CaseIterable {
  /// A file (or registry value) is copied to every host where it may be needed.
  case fileOnHosts
  /// The contents are baked into the image.
  case image
  /// A Swarm config: sent to a node while a task there needs it.
  case swarmConfig
  /// A Kubernetes resource: handed to a pod whose service account may `use` it.
  case customResource

  /// The words of screens and reports.
  public var words: String {
    switch self {
    case .fileOnHosts: "file on every host"
    case .image: "baked into the image"
    case .swarmConfig: "Swarm config"
    case .customResource: "Kubernetes resource + RBAC"
    }
  }

  /// A shorter form for narrow screens.
  public var shortWords: String {
    switch self {
    case .fileOnHosts: "file"
    case .image: "image"
    case .swarmConfig: "config"
    case .customResource: "resource"
    }
  }
}

/// Something that happens to a fleet, and that each way has to follow.
public enum GrowthStep: String, Hashable, Sendable, CaseIterable {
  /// A host joins, like the average one.
  case host
  /// A service is added, like the average one, with an identity of its own.
  case service
  /// A credential spec is added for services that exist, like the average one.
  case credentialSpec
  /// The contents of the average credential spec change.
  case change

  /// The words of screens and reports.
  public var words: String {
    switch self {
    case .host: "one more host"
    case .service: "one more service"
    case .credentialSpec: "one more credspec"
    case .change: "one change of a credspec"
    }
  }

  /// A word for the head of a column.
  public var shortWords: String {
    switch self {
    case .host: "host"
    case .service: "service"
    case .credentialSpec: "credspec"
    case .change: "change"
    }
  }
}
