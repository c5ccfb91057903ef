// What a host inventory says lies on a host.

/// A listing of the credential specs on one host for one delivery. What a complete listing lacks is absent; of a host
/// without a listing nothing is known.
public struct HostListing: Hashable, Sendable, Codable {
  /// The host's name; matched with a node of the same name (without case; a domain suffix does not count).
  public var hostName: String
  /// The cluster, where the inventory says it. Nil: the one cluster that has a host of that name.
  public var cluster: ClusterName?
  /// Files or registry values.
  public var delivery: Delivery
  /// What was found.
  public var copies: [HostCopy]
  /// Whether everything there was listed, so that what is not in `copies` is absent.
  public var isComplete: Bool
  /// When the host was listed; nil where the inventory does not say.
  public var listedAt: Timestamp?
  /// The host's Windows build, where the inventory says it.
  public var windowsBuild: String?
  /// The Windows domain that the host is joined to, where the inventory says it.
  public var joinedDomain: String?

  /// A listing.
  public init(
    hostName: String, cluster: ClusterName? = nil, delivery: Delivery, copies: [HostCopy] = [],
    isComplete: Bool = true, listedAt: Timestamp? = nil
  ) {
    self.hostName = hostName
    self.cluster = cluster
    self.delivery = delivery
    self.copies = copies
    self.isComplete = isComplete
    self.listedAt = listedAt
  }

  /// Whether a name that is not among the copies is known to be absent.
  public func isComplete(for name: String) -> Bool {
    Self.isInSubfolder(name) ? tellsSubfolders : isComplete
  }

  /// Whether names in subfolders that it lacks are known to be absent. A copy of the folder that was made file by file
  /// leaves subfolders out: where it shows none, it tells nothing of them. A registry key has no folders.
  var tellsSubfolders: Bool {
    isComplete && (delivery == .hostRegistry || copies.contains { Self.isInSubfolder($0.name) })
  }

  /// Whether a file's name leads into a folder under that of credential specs.
  static func isInSubfolder(_ name: String) -> Bool {
    name.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }
  }
}

/// A copy of a credential spec on a host.
public struct HostCopy: Hashable, Sendable, Codable {
  /// File name (as services refer to it, such as `webapp01.json`) or registry value name.
  public var name: String
  /// The contents; nil where only the name was listed, or the file could not be read.
  public var contents: CredentialSpecContents?
  /// When the copy was last written, where told.
  public var modifiedAt: Timestamp?

  /// A copy.
  public init(name: String, contents: CredentialSpecContents? = nil, modifiedAt: Timestamp? = nil) {
    self.name = name
    self.contents = contents
    self.modifiedAt = modifiedAt
  }
}
