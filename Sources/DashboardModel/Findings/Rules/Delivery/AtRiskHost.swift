// GMSA102: hosts where a replica may start and would find nothing.

/// Fires when a host that a service may be scheduled on lacks the file or registry value.
public struct AtRiskHost: RowRule {
  /// GMSA102.
  public static let card = RuleCard(
    id: "GMSA102", name: "at-risk-host", severity: .warning, since: "0.1",
    page: RulePage(
      means: "The scheduler may place a replica on a host whose inventory lacks the credential spec that the "
        + "service names as a file or registry value. No replica is there now.",
      matters:
        "Nothing fails yet. It fails when a replica moves there: a node is drained, a service is scaled, "
        + "an update runs. That is seldom a good moment.",
      confirm:
        "On the host: Get-CredentialSpec lists the files that lie there. The cell's explanation names the "
        + "services that may be scheduled there.",
      fix:
        "Copy the credential spec to the host, or keep the service off it (a constraint, a node selector), or "
        + "stop copying: a Swarm config (config://) or the Kubernetes custom resource reaches a host exactly when "
        + "a replica there needs it.",
      sources: [
        "moby/swarmkit manager/scheduler/filter.go",
        "MicrosoftDocs/Virtualization-Documentation gmsa-orchestrate-containers.md",
      ]))

  let credentialSpec: CredentialSpecID
  let hosts: HostList
  let services: NameList

  /// What is known of the first few hosts.
  public func evidence(in picture: Picture) -> [Evidence] {
    hosts.evidence(of: credentialSpec, in: picture)
  }

  /// The credential spec, the services that refer to it, and the hosts where they are few.
  public func reach(in picture: Picture) -> FindingReach { hosts.reach(of: credentialSpec, in: picture) }
  /// The same few hosts are one cause: somebody did not fill them.
  public var causeKey: String { hosts.causeKey ?? "\(subject.cluster?.text ?? "") \(subject.text)" }

  /// About the credential spec.
  public var subject: FindingSubject { .subject(.credentialSpec(credentialSpec)) }

  /// Names the services and the first hosts.
  public var message: String {
    "\(credentialSpec.name) is not on \(hosts.text), where \(services.text) may be scheduled"
  }

  /// Looks on the first host.
  public var nextStep: CopyableCommand { .showCopy(of: credentialSpec, on: hosts.first.first) }

  /// One credential spec after the other.
  public static let axis = Axis.credentialSpec

  /// One finding a credential spec, over all hosts that lack it.
  public static func findings(of places: [Int], in picture: Picture) -> [AtRiskHost] {
    places.compactMap { place in
      guard picture.credentialSpecByHost.rowCounts[place][.atRisk] > 0 else { return nil }
      let hosts = HostList(picture, credentialSpec: place, state: .atRisk)
      let referrers = picture.services(referringTo: place)
      return AtRiskHost(
        credentialSpec: picture.credentialSpec(place).id, hosts: hosts,
        services: NameList(
          referrers.prefix(NameList.shown).map { picture.service($0).id.spokenName }, count: referrers.count,
          noun: "service"))
    }
  }
}
