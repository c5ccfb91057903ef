// GMSA103: copies that lie where nothing uses them.

/// Fires when contents of a credential spec lie on a host and no service that uses them may run there.
public struct SurplusCopy: RowRule {
  /// GMSA103.
  public static let card = RuleCard(
    id: "GMSA103", name: "surplus-copy", severity: .notice, since: "0.1",
    page: RulePage(
      means: "A host holds a credential spec, and no service that refers to it may be scheduled there; or a "
        + "replica still holds contents that its service no longer refers to.",
      matters:
        "A credential spec holds no password, yet each copy tells a host's users which account and domain "
        + "to look for, and each copy must be found again when the account changes. Surplus copies are what "
        + "grows with hosts times services.",
      confirm: "The cell's explanation says which term keeps each service off the host. On the host: "
        + "Get-CredentialSpec lists the files.",
      fix:
        "Remove the copy. If a service should be able to run there, mend its constraints instead. Replicas "
        + "that hold old contents lose them when they are made anew.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation manage-serviceaccounts.md",
        "MicrosoftDocs/Virtualization-Documentation gmsa-orchestrate-containers.md",
      ]))

  let credentialSpec: CredentialSpecID
  let hosts: HostList
  let hasReferrers: Bool

  /// What is known of the first few hosts.
  public func evidence(in picture: Picture) -> [Evidence] {
    hosts.evidence(of: credentialSpec, in: picture)
  }

  /// The credential spec, the services that refer to it, and the hosts where they are few.
  public func reach(in picture: Picture) -> FindingReach { hosts.reach(of: credentialSpec, in: picture) }
  /// The same few hosts are one cause: somebody filled them too much.
  public var causeKey: String { hosts.causeKey ?? "\(subject.cluster?.text ?? "") \(subject.text)" }

  /// About the credential spec.
  public var subject: FindingSubject { .subject(.credentialSpec(credentialSpec)) }

  /// Names the hosts and says why the copies are too many.
  public var message: String {
    let why = hasReferrers ? "where no service that uses it may run" : "and no service refers to it"
    return "\(credentialSpec.name) lies on \(hosts.text), \(why)"
  }

  /// Shows what removing would do; `-WhatIf` keeps a pasted line from doing it at once.
  public var nextStep: CopyableCommand {
    let host = hosts.first.first
    switch credentialSpec.delivery {
    case .hostFile: return .onHost(host, "Remove-Item \(CopyableCommand.path(of: credentialSpec)) -WhatIf")
    case .hostRegistry:
      let name = QuotedWord.powerShell(credentialSpec.name)
      return .onHost(
        host, "Remove-ItemProperty '\(CopyableCommand.credentialSpecKey)' -Name \(name) -WhatIf")
    case .swarmConfig:
      return .onManager("docker config inspect --pretty \(QuotedWord.posix(credentialSpec.name))")
    default: return .kubectl("get pods -A -o wide --field-selector spec.nodeName=\(hostWord)")
    }
  }

  private var hostWord: String { QuotedWord.posix(hosts.first.first?.name ?? "NODE") }

  /// One credential spec after the other.
  public static let axis = Axis.credentialSpec

  /// One finding a credential spec, over all hosts that hold it in vain.
  public static func findings(of places: [Int], in picture: Picture) -> [SurplusCopy] {
    places.compactMap { place in
      guard picture.credentialSpecByHost.rowCounts[place][.overDistributed] > 0 else { return nil }
      let hosts = HostList(picture, credentialSpec: place, state: .overDistributed)
      return SurplusCopy(
        credentialSpec: picture.credentialSpec(place).id, hosts: hosts,
        hasReferrers: !picture.services(referringTo: place).isEmpty)
    }
  }
}
