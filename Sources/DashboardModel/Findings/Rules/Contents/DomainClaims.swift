// What credential specs claim about domains, to find those that contradict each other.

/// The SIDs and GUIDs that contents claim for domains. Contents of one scope (a cluster, one run of lint) are compared.
public struct DomainClaims: Sendable {
  private struct Key: Hashable {
    let scope: String
    let domain: String
  }

  private var sids: [Key: [String: Int]] = [:]
  private var guids: [Key: [String: Int]] = [:]

  /// Nothing claimed.
  public init() {}

  /// Takes contents up; values that are malformed are left out.
  public mutating func add(_ contents: CredentialSpecContents, scope: String) {
    guard let key = Self.key(contents, scope) else { return }
    if let sid = Self.sid(contents) { sids[key, default: [:]][sid, default: 0] += 1 }
    if let guid = Self.guid(contents) { guids[key, default: [:]][guid, default: 0] += 1 }
  }

  /// Remarks on contents that claim something else than most do; where as many claim one as the other, than the smaller
  /// text, and nothing is suggested. Empty for those that agree with most.
  public func remarks(on contents: CredentialSpecContents, scope: String) -> [ContentsRemark] {
    guard let key = Self.key(contents, scope) else { return [] }
    return [
      Self.remark(.otherDomainSID, "DomainJoinConfig.Sid", Self.sid(contents), sids[key]),
      Self.remark(.otherDomainGUID, "DomainJoinConfig.Guid", Self.guid(contents), guids[key]),
    ].compactMap(\.self)
  }

  private static func remark(
    _ problem: ContentsProblem, _ path: String, _ own: String?, _ claims: [String: Int]?
  ) -> ContentsRemark? {
    guard let own, let claims, claims.count > 1 else { return nil }
    let ranked = claims.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    if ranked[0].key == own { return nil }
    let isClear = ranked[0].value > ranked[1].value
    return ContentsRemark(
      problem: problem, path: path, found: own, suggestion: isClear ? ranked[0].key : nil)
  }

  private static func key(_ contents: CredentialSpecContents, _ scope: String) -> Key? {
    guard let domain = contents.domain, !domain.isEmpty else { return nil }
    return Key(scope: scope, domain: domain.lowercased())
  }

  private static func sid(_ contents: CredentialSpecContents) -> String? {
    contents.remarks.contains { $0.problem.rule == "GMSA507" } ? nil : contents.domainSID?.uppercased()
  }

  private static func guid(_ contents: CredentialSpecContents) -> String? {
    contents.remarks.contains { $0.problem.rule == "GMSA508" } ? nil : contents.domainGUID?.lowercased()
  }
}
