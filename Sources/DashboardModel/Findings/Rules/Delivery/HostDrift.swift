// GMSA104: hosts that hold different contents under one name.

/// Fires when copies of a file or registry value differ from host to host.
public struct HostDrift: FindingRule {
  /// GMSA104.
  public static let card = RuleCard(
    id: "GMSA104", name: "host-drift", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "Hosts hold credential specs of one name whose contents differ as JSON. The reference is what most "
        + "hosts hold, or the copy that you named. Key order and white space do not count.",
      matters:
        "A service behaves differently from host to host. Where only a plug-in setting or a scope differs "
        + "this is a warning. Where the account, the domain SID or the domain GUID differs it is critical: a "
        + "replica there asks for another identity, or for one that does not exist.",
      confirm: "Compare the copies on two hosts. The evidence names the members that say who it is.",
      fix:
        "Copy the right contents to the hosts that differ. If the majority is wrong, name the right host as the "
        + "reference, then repair the others.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md",
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
      ]))

  let credentialSpec: CredentialSpecID
  let hosts: NameList
  let firstHost: HostID
  let comparedCount: Int
  let otherIdentityCount: Int
  /// The identity in the copies of the first few hosts, and in the reference.
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the credential spec.
  public var subject: FindingSubject { .subject(.credentialSpec(credentialSpec)) }
  /// Critical where a copy names another identity.
  public var severity: Severity { otherIdentityCount > 0 ? .critical : Self.card.severity }

  /// Counts the copies that differ, and those that name somebody else.
  public var message: String {
    let others = comparedCount - hosts.count
    let text =
      "\(credentialSpec.name) on \(hosts.text) \(hosts.count == 1 ? "differs" : "differ") from the reference, "
      + (others == 1 ? "which 1 host holds" : "which \(others) hosts hold")
    if otherIdentityCount == 0 { return text }
    let who = otherIdentityCount == hosts.count ? "" : " on \(otherIdentityCount) of them"
    return text + "; account, domain SID or GUID differ\(who)"
  }

  /// Shows the first copy that differs.
  public var nextStep: CopyableCommand { .showCopy(of: credentialSpec, on: firstHost) }

  /// What lies on hosts is part of the structure.
  public static let readsStructureAlone = true

  /// One finding a credential spec, over all hosts whose copy differs.
  public static func findings(in picture: Picture) -> [HostDrift] {
    (0..<picture.count(.credentialSpec)).compactMap { place in
      let copies = picture.snapshot.structure.heldCopies[place]
      let differing = copies.filter { $0.supply == .stale || $0.supply == .staleIdentity }
      guard let first = differing.first else { return nil }
      let structure = picture.snapshot.structure
      let shown = differing.prefix(NameList.shown)
      return HostDrift(
        credentialSpec: picture.credentialSpec(place).id,
        hosts: NameList(
          shown.map { structure.hosts[Int($0.host)].id.name }, count: differing.count, noun: "host"),
        firstHost: structure.hosts[Int(first.host)].id,
        comparedCount: copies.count { $0.supply != .present },
        otherIdentityCount: differing.count { $0.supply == .staleIdentity },
        facts: evidence(of: Array(shown), place, in: structure))
    }
  }

  private static func evidence(
    of copies: [HeldCopy], _ place: Int, in structure: SnapshotStructure
  ) -> [Evidence] {
    let entry = structure.credentialSpecs[place]
    let reference = entry.reference.map {
      Evidence(object: "reference copy of \(entry.id.name)", field: "identity", value: $0.identityText)
    }
    return [reference].compactMap(\.self)
      + copies.compactMap { copy in
        guard let held = structure.hostCopy(copy, delivery: entry.id.delivery) else { return nil }
        let difference = entry.reference.flatMap { held.contents?.differenceWords(from: $0) }
        return Evidence(
          object: "\(entry.id.name) on \(structure.hosts[Int(copy.host)].id.name)", field: "differs",
          value: difference ?? held.contents?.identityText ?? "not read", at: held.modifiedAt)
      }
  }
}

extension CredentialSpecContents {
  /// Who it is, in the members that decide it; none of them is secret.
  var identityText: String {
    if !isJSON { return "not JSON" }
    return [
      groupManagedServiceAccount?.text ?? "no account", domainSID ?? "no domain SID",
      domainGUID ?? "no domain GUID",
    ].joined(separator: ", ")
  }
}
