// What a linter has to say of the contents of a credential spec: the problem, its place, and values safe to print.

/// One remark on the contents of a credential spec. It never holds a PluginInput.
public struct ContentsRemark: Hashable, Sendable, Codable {
  /// What is wrong.
  public var problem: ContentsProblem
  /// The member, such as `DomainJoinConfig.Sid`; empty for the contents as a whole.
  public var path: String
  /// What stands there, cut to a length that a line holds; nil where nothing does or where it may be secret.
  public var found: String?
  /// What should stand there, where that can be known.
  public var suggestion: String?
  /// The line in the contents' own text, from 1; nil where they were no text of their own (a custom resource).
  public var line: Int?
  /// The column in that line, from 1, in Unicode scalars.
  public var column: Int?

  /// A remark.
  public init(
    problem: ContentsProblem, path: String = "", found: String? = nil, suggestion: String? = nil,
    line: Int? = nil, column: Int? = nil
  ) {
    self.problem = problem
    self.path = path
    self.found = found
    self.suggestion = suggestion
    self.line = line
    self.column = column
  }
}

/// What can be wrong with contents, in the order of the rules that tell of it. The raw values are those of snapshot
/// files. Source of the facts: domain.md 1.1 to 1.4.
public enum ContentsProblem: String, Hashable, Sendable, Codable, CaseIterable {
  /// GMSA501: no JSON.
  case notJSON
  /// GMSA502: no text, `null`, or `{}`.
  case empty
  /// GMSA503: UTF-8 with a byte order mark.
  case byteOrderMark
  /// GMSA503: UTF-16.
  case utf16
  /// GMSA503: bytes that are no UTF-8.
  case notUTF8
  /// GMSA504: a member is not there without which Windows cannot use the contents.
  case keyMissing
  /// GMSA504: a member is not there that the official module always writes.
  case keyAbsent
  /// GMSA504: a member holds a value of another kind.
  case wrongKind
  /// GMSA505: a required member is there under a wrong spelling.
  case requiredKeyMisspelt
  /// GMSA505: a member is spelt wrongly.
  case keyMisspelt
  /// GMSA505: a member that nothing reads.
  case keyUnknown
  /// GMSA506: `CmsPlugins` lacks `ActiveDirectory`.
  case noActiveDirectory
  /// GMSA507: no SID of a domain.
  case sidMalformed
  /// GMSA507: a SID with a RID, that of an account.
  case sidOfAccount
  /// GMSA508: no GUID.
  case guidMalformed
  /// GMSA509: the primary account stands with one scope only.
  case oneScope
  /// GMSA510: the account is not among the GroupManagedServiceAccounts.
  case accountNotListed
  /// GMSA511: a name with `$`, `DOMAIN\` or `@domain`.
  case decoratedName
  /// GMSA512: a name of more than 15 characters.
  case nameTooLong
  /// GMSA513: the NetBIOS name stands where the DNS name should, and the other way round.
  case namesSwapped
  /// GMSA513: a DNS name without a dot.
  case flatDNSName
  /// GMSA513: a NetBIOS name with a dot, or of more than 15 characters.
  case netBIOSNameMalformed
  /// GMSA514: a PluginGUID without braces.
  case pluginGUIDWithoutBraces
  /// GMSA514: a PluginGUID that is no GUID.
  case pluginGUIDMalformed
  /// GMSA514: the placeholder of Microsoft's documentation.
  case pluginGUIDPlaceholder
  /// GMSA515: a member of HostAccountConfig is not there.
  case hostAccountIncomplete
  /// GMSA515: PortableCcgVersion is not the text `1`.
  case ccgVersion
  /// GMSA516: another credential spec names another SID for the same domain.
  case otherDomainSID
  /// GMSA516: another credential spec names another GUID for the same domain.
  case otherDomainGUID
  /// GMSA517: more than a pod may carry.
  case tooLargeForPod
  /// GMSA517: more than a Swarm config may hold.
  case tooLargeForConfig
  /// GMSA518: a name that Kubernetes refuses.
  case nameNotDNS
  /// GMSA519: a PluginInput that is no text, for Kubernetes.
  case pluginInputKind
  /// GMSA519: a PluginInput that its plug-in cannot read.
  case pluginInputMalformed

  /// The id of the rule that tells of it.
  public var rule: String {
    switch self {
    case .notJSON: "GMSA501"
    case .empty: "GMSA502"
    case .byteOrderMark, .utf16, .notUTF8: "GMSA503"
    case .keyMissing, .keyAbsent, .wrongKind: "GMSA504"
    case .requiredKeyMisspelt, .keyMisspelt, .keyUnknown: "GMSA505"
    case .noActiveDirectory: "GMSA506"
    case .sidMalformed, .sidOfAccount: "GMSA507"
    case .guidMalformed: "GMSA508"
    case .oneScope: "GMSA509"
    case .accountNotListed: "GMSA510"
    case .decoratedName: "GMSA511"
    case .nameTooLong: "GMSA512"
    case .namesSwapped, .flatDNSName, .netBIOSNameMalformed: "GMSA513"
    case .pluginGUIDWithoutBraces, .pluginGUIDMalformed, .pluginGUIDPlaceholder: "GMSA514"
    case .hostAccountIncomplete, .ccgVersion: "GMSA515"
    case .otherDomainSID, .otherDomainGUID: "GMSA516"
    case .tooLargeForPod, .tooLargeForConfig: "GMSA517"
    case .nameNotDNS: "GMSA518"
    case .pluginInputKind, .pluginInputMalformed: "GMSA519"
    }
  }

  /// Critical where Windows, Kubernetes or Swarm cannot use the contents at all; warning where they are accepted and
  /// name something that is probably not meant.
  public var severity: Severity {
    switch self {
    case .notJSON, .empty, .keyMissing, .wrongKind, .requiredKeyMisspelt, .noActiveDirectory,
      .pluginGUIDWithoutBraces, .pluginGUIDMalformed, .pluginGUIDPlaceholder, .hostAccountIncomplete,
      .tooLargeForPod, .tooLargeForConfig, .nameNotDNS:
      .critical
    default: .warning
    }
  }
}
