// The words of the linter: what is wrong and what was expected, for findings and for `gmsa-tui lint` alike.

extension ContentsRemark {
  /// The member as a sentence begins with it.
  var place: String { path.isEmpty ? "the text" : path }
  private var value: String { found ?? "it" }
  /// The last name of the path.
  private var member: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// What is wrong, as a sentence without its full stop.
  public var what: String {
    switch problem {
    case .notJSON: "not JSON: \(found ?? "a character that JSON does not allow here")"
    case .empty: "the contents are empty"
    case .byteOrderMark: "the text starts with a byte order mark"
    case .utf16: "the text is UTF-16"
    case .notUTF8: "bytes that are no UTF-8"
    case .keyMissing: "\(place) is missing or empty"
    case .keyAbsent: "\(place) is missing"
    case .wrongKind: "\(place) is of the kind \(value)"
    case .requiredKeyMisspelt, .keyMisspelt: "\(inPath)\"\(value)\" is no name that Windows knows"
    case .keyUnknown: "\(inPath)\"\(value)\" is a member that nothing reads"
    case .noActiveDirectory: "CmsPlugins does not name ActiveDirectory"
    case .accountNotListed: "\(value) is not among the GroupManagedServiceAccounts"
    case .oneScope: "\(value) stands among the GroupManagedServiceAccounts with one kind of scope only"
    default: whatOfValues
    }
  }

  private var whatOfValues: String {
    switch problem {
    case .sidMalformed: "\(place) is no SID: \(value)"
    case .sidOfAccount: "\(place) is the SID of an account, not of the domain: \(value)"
    case .guidMalformed: "\(place) is no GUID: \(value)"
    case .decoratedName: "\(place) is decorated: \(value)"
    case .nameTooLong: "\(place) has \(value.unicodeScalars.count) characters, more than 15: \(value)"
    case .namesSwapped: "DnsName and NetBiosName are swapped: \(member) is \(value)"
    case .flatDNSName: "\(place) has no dot: \(value)"
    case .netBIOSNameMalformed: "\(place) is no NetBIOS name: \(value)"
    case .pluginGUIDWithoutBraces: "\(place) has no braces: \(value)"
    case .pluginGUIDMalformed: "\(place) is no GUID: \(value)"
    case .pluginGUIDPlaceholder: "\(place) is the placeholder of Microsoft's documentation"
    case .hostAccountIncomplete: "\(place) is missing or empty"
    case .ccgVersion: "\(place) is \(value)"
    case .otherDomainSID, .otherDomainGUID:
      "\(place) is \(value), and other credspecs of the same domain say otherwise"
    case .tooLargeForPod, .tooLargeForConfig: "the contents are too large: \(value)"
    case .nameNotDNS: "Kubernetes refuses the name \(value)"
    case .pluginInputKind: "\(place) is of the kind \(value)"
    case .pluginInputMalformed: "\(place) has not the form that its plug-in reads (it is not shown)"
    default: problem.rawValue
    }
  }

  private var inPath: String { path.isEmpty ? "" : "\(path): " }

  /// What was expected, as words behind "expected".
  public var expected: String {
    switch problem {
    case .notJSON: "one JSON object and nothing behind it"
    case .empty: "an object with CmsPlugins, DomainJoinConfig and ActiveDirectoryConfig"
    case .byteOrderMark, .utf16, .notUTF8:
      "ASCII or UTF-8 without a mark, as the CredentialSpec module writes it"
    case .keyMissing, .keyAbsent, .hostAccountIncomplete: "a value for \(member)"
    case .wrongKind: "the kind \(suggestion ?? "string")"
    case .requiredKeyMisspelt, .keyMisspelt: "\"\(suggestion ?? "")\", spelt exactly so"
    case .keyUnknown: "no such member"
    case .noActiveDirectory: "[\"ActiveDirectory\"]"
    case .sidMalformed, .sidOfAccount: suggestion ?? "the domain's SID, S-1-5-21 and three numbers"
    case .guidMalformed: suggestion ?? "the domain's GUID, 8-4-4-4-12 hexadecimal digits"
    case .oneScope: "one entry with the DNS name and one with the NetBIOS name of its domain"
    case .accountNotListed: "an entry with the Name \(found ?? "of the account")"
    default: expectedOfRest
    }
  }

  private var expectedOfRest: String {
    switch problem {
    case .decoratedName: suggestion ?? "the bare account name"
    case .nameTooLong: "at most 15 characters, as the account's sAMAccountName without its $"
    case .namesSwapped: suggestion ?? "the other of the two"
    case .flatDNSName: "the domain's full DNS name, such as contoso.com"
    case .netBIOSNameMalformed: "at most 15 characters without a dot, such as CONTOSO"
    case .pluginGUIDWithoutBraces, .pluginGUIDMalformed:
      suggestion ?? "the plug-in's CLSID in braces, {8-4-4-4-12 hexadecimal digits}"
    case .pluginGUIDPlaceholder: "the CLSID of the plug-in that is installed on the hosts, in braces"
    case .ccgVersion: "the text \"1\", in quotes"
    case .otherDomainSID, .otherDomainGUID: suggestion ?? "one value for one domain"
    case .tooLargeForPod: "at most 65536 bytes in a pod"
    case .tooLargeForConfig: "less than 1024000 bytes in a Swarm config"
    case .nameNotDNS: suggestion ?? "lower-case letters, digits, dashes and dots (a DNS-1123 subdomain)"
    case .pluginInputKind: "a string: the schema of the custom resource takes nothing else"
    case .pluginInputMalformed: suggestion ?? "what the plug-in's documentation shows"
    default: suggestion ?? ""
    }
  }
}
