// What stands in a credential spec, reduced to what may be kept: never the PluginInput.

/// The contents of a credential spec. Two values are equal where they are equal as JSON: key order, white space and
/// escapes do not count. The value of `PluginInput` may hold a secret; the reader replaces it by a mask that
/// is equal for equal inputs within one run of the program and tells nothing of the input.
public struct CredentialSpecContents: Hashable, Sendable, Codable {
  /// The JSON with sorted keys and no white space, `PluginInput` masked. Where the text was no JSON: the text itself.
  public let canonical: String
  /// `DomainJoinConfig.MachineAccountName`: the gMSA without `$`. Source: VD CredentialSpec.psm1.
  public var account: String?
  /// `DomainJoinConfig.DnsName`: the domain that holds the gMSA.
  public var domain: String?
  /// `DomainJoinConfig.Sid`: the domain's SID, not the account's.
  public var domainSID: String?
  /// `DomainJoinConfig.Guid`: the domain object's GUID.
  public var domainGUID: String?
  /// Whether the text was JSON at all.
  public var isJSON: Bool
  /// What the linter has to say of the text that was read. Contents that are equal as JSON may differ in it: one copy
  /// may have a byte order mark, and places are those of one text.
  public var remarks: [ContentsRemark]

  /// Contents as the reader found them.
  public init(
    canonical: String, account: String? = nil, domain: String? = nil, domainSID: String? = nil,
    domainGUID: String? = nil, isJSON: Bool = true, remarks: [ContentsRemark] = []
  ) {
    self.canonical = canonical
    self.account = account
    self.domain = domain
    self.domainSID = domainSID
    self.domainGUID = domainGUID
    self.isJSON = isJSON
    self.remarks = remarks
  }

  /// Reads contents as a snapshot file has them; `remarks` is left out where there are none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    canonical = try container.decode(String.self, forKey: .canonical)
    account = try container.decodeIfPresent(String.self, forKey: .account)
    domain = try container.decodeIfPresent(String.self, forKey: .domain)
    domainSID = try container.decodeIfPresent(String.self, forKey: .domainSID)
    domainGUID = try container.decodeIfPresent(String.self, forKey: .domainGUID)
    isJSON = try container.decode(Bool.self, forKey: .isJSON)
    remarks = try container.decodeIfPresent([ContentsRemark].self, forKey: .remarks) ?? []
  }

  /// Writes contents as a snapshot file has them.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(canonical, forKey: .canonical)
    try container.encodeIfPresent(account, forKey: .account)
    try container.encodeIfPresent(domain, forKey: .domain)
    try container.encodeIfPresent(domainSID, forKey: .domainSID)
    try container.encodeIfPresent(domainGUID, forKey: .domainGUID)
    try container.encode(isJSON, forKey: .isJSON)
    if !remarks.isEmpty { try container.encode(remarks, forKey: .remarks) }
  }

  private enum CodingKeys: String, CodingKey {
    case canonical, account, domain, domainSID, domainGUID, isJSON, remarks
  }

  /// Equal as JSON.
  public static func == (left: Self, right: Self) -> Bool { left.canonical == right.canonical }
  /// Hashes the canonical text.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  /// Whether the two differ in who they are: account, domain SID or domain GUID, compared without case.
  public func namesAnotherIdentity(than other: CredentialSpecContents) -> Bool {
    func folded(_ text: String?) -> String? { text?.lowercased() }
    return folded(account) != folded(other.account) || folded(domainSID) != folded(other.domainSID)
      || folded(domainGUID) != folded(other.domainGUID)
  }

  /// The gMSA that this names, or nil where the contents name none.
  public var groupManagedServiceAccount: AccountName? {
    guard let account, !account.isEmpty else { return nil }
    return AccountName(domain: domain ?? "", account: account)
  }
}

/// A gMSA: DNS domain and account, compared without case.
public struct AccountName: Hashable, Sendable, Codable {
  /// The DNS domain in lower case; empty where the contents name none.
  public let domain: String
  /// The account in lower case, without `$`.
  public let account: String

  /// Folds case and drops a trailing `$`.
  public init(domain: String, account: String) {
    self.domain = domain.lowercased()
    let folded = account.lowercased()
    self.account = folded.hasSuffix("$") ? String(folded.dropLast()) : folded
  }

  /// `account@domain`.
  public var text: String { domain.isEmpty ? account : "\(account)@\(domain)" }
}
