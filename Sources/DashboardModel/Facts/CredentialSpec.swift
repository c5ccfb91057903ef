// A credential spec that some feed has seen as an object of its own.

/// A credential spec that exists as an object: a custom resource or a Swarm config. Files and registry values exist
/// where a `HostListing` shows a copy; inline bodies exist in the template that carries them.
public struct CredentialSpec: Hashable, Sendable, Codable {
  /// Its identity.
  public let id: CredentialSpecID
  /// The orchestrator's own id: a Swarm config's ID, a Kubernetes uid.
  public var objectID: String?
  /// The reference contents: what a replica that starts now would be handed. Nil where they could not be read.
  public var contents: CredentialSpecContents?
  /// Whether it is a template that the node fills in, so that contents can not be compared (Swarm `Templating`).
  public var isTemplated: Bool
  /// When it was created.
  public var createdAt: Timestamp?
  /// When it was last changed, where the orchestrator tells.
  public var updatedAt: Timestamp?
  /// Its labels.
  public var labels: [String: String]

  /// A credential spec as read.
  public init(
    id: CredentialSpecID, objectID: String? = nil, contents: CredentialSpecContents? = nil,
    isTemplated: Bool = false, createdAt: Timestamp? = nil, updatedAt: Timestamp? = nil,
    labels: [String: String] = [:]
  ) {
    self.id = id
    self.objectID = objectID
    self.contents = contents
    self.isTemplated = isTemplated
    self.createdAt = createdAt
    self.updatedAt = updatedAt
    self.labels = labels
  }
}
