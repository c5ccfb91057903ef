// Whom a finding touches, so that a cause and what follows from it are known to belong together.

/// What a finding touches. An empty axis says nothing of it: a finding about a service alone does not tell of hosts.
public struct FindingReach: Hashable, Sendable {
  /// The services that it touches.
  public var services: [ServiceID]
  /// The credential specs that it touches.
  public var credentialSpecs: [CredentialSpecID]
  /// The hosts that it touches: all of them or none, since half a list would part what belongs together.
  public var hosts: [HostID]
  /// The cluster, where all that is in it is touched: an admission webhook that is not there.
  public var cluster: ClusterName?

  /// A reach.
  public init(
    services: [ServiceID] = [], credentialSpecs: [CredentialSpecID] = [], hosts: [HostID] = [],
    cluster: ClusterName? = nil
  ) {
    self.services = services
    self.credentialSpecs = credentialSpecs
    self.hosts = hosts
    self.cluster = cluster
  }

  /// What a finding about a subject touches where its rule says no more: a credential spec touches the services that
  /// refer to it.
  public init(of subject: FindingSubject, in picture: Picture) {
    self.init()
    switch subject {
    case .subject(.service(let id)): services = [id]
    case .subject(.host(let id)): hosts = [id]
    case .subject(.credentialSpec(let id)):
      credentialSpecs = [id]
      guard let place = picture.place(of: .credentialSpec(id)) else { return }
      services = picture.services(referringTo: place).map { picture.service($0).id }
    case .grant, .feed: break
    }
  }

  /// Everything that it touches, by name. A whole cluster is not spelt out.
  public var subjects: [Subject] {
    services.map(Subject.service) + credentialSpecs.map(Subject.credentialSpec) + hosts.map(Subject.host)
  }

  /// Whether something on each axis that both speak of is common to both, and at least one axis is.
  func meets(_ other: FindingReach) -> Bool {
    let axes = [
      Self.common(services, other.services), Self.common(credentialSpecs, other.credentialSpecs),
      Self.common(hosts, other.hosts),
    ]
    return axes.contains(true) && !axes.contains(false)
  }

  /// Nil where one of the two says nothing.
  private static func common<Name: Hashable>(_ left: [Name], _ right: [Name]) -> Bool? {
    if left.isEmpty || right.isEmpty { return nil }
    if left.count == 1 { return right.contains(left[0]) }
    if right.count == 1 { return left.contains(right[0]) }
    return !Set(left).isDisjoint(with: right)
  }
}
