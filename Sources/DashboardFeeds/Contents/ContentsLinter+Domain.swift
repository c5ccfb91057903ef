// Who and where: the domain's SID and GUID, its names, and the accounts.

import DashboardModel
import StructuredText

extension ContentsLinter {
  private static let domainPath = "DomainJoinConfig"
  private static let accountsPath = "ActiveDirectoryConfig.GroupManagedServiceAccounts"
  /// Computer-like accounts have at most so many characters before their `$`. Source: domain.md 1.3.
  private static let maximumName = 15

  mutating func checkDomain(_ domain: [String: PlacedNode]) {
    if let sid = domain["Sid"] { checkSID(sid) }
    if let guid = domain["Guid"], let text = guid.string, !IdentifierShape.isGUID(text) {
      let bare = IdentifierShape.guidInside(text)
      add(.guidMalformed, "\(Self.domainPath).Guid", guid, found: text, suggestion: bare)
    }
    if let account = domain["MachineAccountName"] {
      checkName(account, "\(Self.domainPath).MachineAccountName")
    }
    checkDomainNames(domain)
  }

  private mutating func checkSID(_ node: PlacedNode) {
    guard let text = node.string else { return }
    let path = "\(Self.domainPath).Sid"
    switch IdentifierShape.sid(text) {
    case .domain: break
    case .account(let domain): add(.sidOfAccount, path, node, found: text, suggestion: domain)
    case .other(let suggestion): add(.sidMalformed, path, node, found: text, suggestion: suggestion)
    }
  }

  private mutating func checkDomainNames(_ domain: [String: PlacedNode]) {
    let (dns, netBIOS) = (domain["DnsName"], domain["NetBiosName"])
    let dnsPath = "\(Self.domainPath).DnsName"
    let netBIOSPath = "\(Self.domainPath).NetBiosName"
    let isFlat = dns?.string.map { !$0.contains(".") } ?? false
    let isDotted = netBIOS?.string?.contains(".") ?? false
    if let dns, let netBIOS, isFlat, isDotted {
      add(.namesSwapped, dnsPath, dns, found: dns.string, suggestion: netBIOS.string)
      add(.namesSwapped, netBIOSPath, netBIOS, found: netBIOS.string, suggestion: dns.string)
      return
    }
    if let dns, isFlat { add(.flatDNSName, dnsPath, dns, found: dns.string) }
    guard let netBIOS, let name = netBIOS.string else { return }
    if isDotted || name.unicodeScalars.count > Self.maximumName {
      add(.netBIOSNameMalformed, netBIOSPath, netBIOS, found: name)
    }
  }

  // MARK: Accounts

  mutating func checkAccounts(_ node: PlacedNode, _ domain: [String: PlacedNode]) {
    guard let elements = node.elements else { return }
    if elements.isEmpty { return add(.keyMissing, Self.accountsPath, node) }
    var entries: [(name: String, scope: String?)] = []
    for (index, element) in elements.enumerated() {
      let path = "\(Self.accountsPath)[\(index)]"
      guard element.kind == .object else {
        add(.wrongKind, path, element, found: element.kind.rawValue, suggestion: "object", shows: false)
        continue
      }
      let members = members(of: element, path, ContentsShape.account)
      guard let name = members["Name"], let text = name.string else { continue }
      checkName(name, "\(path).Name", besides: domain["MachineAccountName"]?.string)
      entries.append((IdentifierShape.bareAccount(text).lowercased(), members["Scope"]?.string))
    }
    guard let primary = domain["MachineAccountName"], let text = primary.string, !entries.isEmpty else {
      return
    }
    let wanted = IdentifierShape.bareAccount(text).lowercased()
    let own = entries.filter { $0.name == wanted }
    if own.isEmpty {
      add(.accountNotListed, Self.accountsPath, node, found: text)
    } else {
      checkScopes(own.map(\.scope), node, text, domain)
    }
  }

  /// The module writes the primary account twice: with the DNS name and with the NetBIOS name of its domain.
  private mutating func checkScopes(
    _ told: [String?], _ node: PlacedNode, _ account: String, _ domain: [String: PlacedNode]
  ) {
    // An entry without a scope is GMSA504's.
    let scopes = told.compactMap(\.self)
    if scopes.count < told.count { return }
    let dns = domain["DnsName"]?.string
    let netBIOS = domain["NetBiosName"]?.string
    let hasDNS = scopes.contains { $0.contains(".") || Self.areSame($0, dns) }
    let hasNetBIOS = scopes.contains { !$0.contains(".") || Self.areSame($0, netBIOS) }
    if hasDNS && hasNetBIOS { return }
    add(.oneScope, Self.accountsPath, node, found: account, suggestion: hasDNS ? netBIOS : dns)
  }

  private static func areSame(_ text: String, _ other: String?) -> Bool {
    text.lowercased() == other?.lowercased()
  }

  /// `besides` is the primary account: the length of the same name again is not told again.
  private mutating func checkName(_ node: PlacedNode, _ path: String, besides primary: String? = nil) {
    guard let text = node.string else { return }
    let bare = IdentifierShape.bareAccount(text)
    if bare != text { add(.decoratedName, path, node, found: text, suggestion: bare) }
    if let primary, IdentifierShape.bareAccount(primary).lowercased() == bare.lowercased() { return }
    if bare.unicodeScalars.count > Self.maximumName { add(.nameTooLong, path, node, found: bare) }
  }
}
