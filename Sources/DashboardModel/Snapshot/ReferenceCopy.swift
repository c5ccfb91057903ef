// Which host's copy the operator trusts: the reference for what lies on all others.

/// A host whose copy of a file or registry value is the reference. Without one the reference is what most hosts hold.
public struct ReferenceCopy: Hashable, Sendable {
  /// The file's or registry value's name; compared without case, as Windows does.
  public let name: String
  /// The host's name; without case, a domain suffix does not count.
  public let host: String

  /// The copy of `name` on `host`.
  public init(name: String, host: String) {
    self.name = name
    self.host = host
  }

  /// Reads `NAME=HOST`; nil where either is missing.
  public init?(_ text: String) {
    guard let sign = text.lastIndex(of: "="), sign != text.startIndex else { return nil }
    let host = String(text[text.index(after: sign)...])
    if host.isEmpty { return nil }
    self.init(name: String(text[..<sign]), host: host)
  }

  /// Whether this is the copy of a credential spec on a host.
  func names(_ id: CredentialSpecID, on host: HostID) -> Bool {
    id.delivery.isOnHosts && id.name.lowercased() == name.lowercased()
      && FactJoin.shortName(host.name) == FactJoin.shortName(self.host)
  }
}
