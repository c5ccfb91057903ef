// The contents of the demo's credential specs, as the official module would write them.

package import DashboardModel

extension CredentialSpecContents {
  /// The contents for an account of Harbour's domain. Each revision above 0 lets the container use one more account,
  /// which changes the contents and leaves the identity as it is. Source: domain.md 1.1.
  package static func demo(account: String, revision: Int) -> CredentialSpecContents {
    var accounts = [account: [DemoDomain.dnsName, DemoDomain.netBIOSName]]
    if revision > 0 { accounts["gmsa-files\(revision)"] = [DemoDomain.dnsName] }
    let entries = accounts.sorted { $0.key < $1.key }.flatMap { name, scopes in
      scopes.map { #"{"Name":"\#(name)","Scope":"\#($0)"}"# }
    }
    return CredentialSpecContents(
      canonical:
        #"{"ActiveDirectoryConfig":{"GroupManagedServiceAccounts":[\#(entries.joined(separator: ","))]},"#
        + #""CmsPlugins":["ActiveDirectory"],"DomainJoinConfig":{"DnsName":"\#(DemoDomain.dnsName)","#
        + #""DnsTreeName":"\#(DemoDomain.dnsName)","Guid":"\#(DemoDomain.guid)","MachineAccountName":"\#(account)","#
        + #""NetBiosName":"\#(DemoDomain.netBIOSName)","Sid":"\#(DemoDomain.sid)"}}"#,
      account: account, domain: DemoDomain.dnsName, domainSID: DemoDomain.sid, domainGUID: DemoDomain.guid)
  }
}

/// Harbour's Active Directory domain.
enum DemoDomain {
  static let dnsName = "harbour.example"
  static let netBIOSName = "HARBOUR"
  static let sid = "S-1-5-21-2126449477-2524075714-3094792973"
  static let guid = "244818ae-87ac-4fcd-92ec-e79e5252348a"
}
