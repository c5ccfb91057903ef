// The three faces of the cube of services, credential specs and hosts.

/// One of the dashboard's three faces.
public enum Face: Int, Hashable, Sendable, CaseIterable {
  /// Where is each credential spec, and should it be there?
  case credentialSpecByHost = 1
  /// Where does each service run, and were its replicas there handed their identity?
  case serviceByHost
  /// Who asks for what, who is allowed to, and who is allowed without asking?
  case serviceByCredentialSpec

  /// The title, rows first.
  public var title: String {
    switch self {
    case .credentialSpecByHost: "credspec x host"
    case .serviceByHost: "service x host"
    case .serviceByCredentialSpec: "service x credspec"
    }
  }

  /// What its rows are.
  public var rowAxis: Axis { self == .credentialSpecByHost ? .credentialSpec : .service }
  /// What its columns are.
  public var columnAxis: Axis { self == .serviceByCredentialSpec ? .credentialSpec : .host }

  /// The states that can occur in it, worst first; what its legend explains.
  public var states: [CellState] {
    switch self {
    case .credentialSpecByHost:
      [.missing, .atRisk, .stale, .overDistributed, .unverified, .deployed, .standby, .eligible]
    case .serviceByHost:
      [.missing, .failing, .stale, .unverified, .running, .starting, .eligible]
    case .serviceByCredentialSpec:
      [.denied, .dangling, .undelivered, .stale, .overGranted, .unverified, .inUse]
    }
  }
}

/// An axis of the cube.
public enum Axis: Hashable, Sendable, CaseIterable {
  /// Credential specs.
  case credentialSpec
  /// Services.
  case service
  /// Hosts.
  case host

  /// The word for one of them on screens.
  public var word: String {
    switch self {
    case .credentialSpec: "credspec"
    case .service: "service"
    case .host: "host"
    }
  }
}

/// What a row or a column stands for. It outlives a picture: indices change, identities do not.
public enum Subject: Hashable, Sendable {
  /// A credential spec.
  case credentialSpec(CredentialSpecID)
  /// A service.
  case service(ServiceID)
  /// A host.
  case host(HostID)

  /// The name on screens, without cluster and namespace.
  public var name: String {
    switch self {
    case .credentialSpec(let id): id.name
    case .service(let id): id.name
    case .host(let id): id.name
    }
  }

  /// Its axis.
  public var axis: Axis {
    switch self {
    case .credentialSpec: .credentialSpec
    case .service: .service
    case .host: .host
    }
  }

  /// Its cluster.
  public var cluster: ClusterName {
    switch self {
    case .credentialSpec(let id): id.cluster
    case .service(let id): id.cluster
    case .host(let id): id.cluster
    }
  }
}
