// GMSA101: replicas run where their credential spec is not.

/// Fires when a replica runs on a host that lacks the file or registry value it needs.
public struct MissingOnHost: RowRule {
  /// GMSA101.
  public static let card = RuleCard(
    id: "GMSA101", name: "missing-on-host", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means: "A replica is assigned to a host, and the credential spec that its service names as a file or "
        + "registry value is not there: the host's inventory lacks it, or the engine said so when it tried.",
      matters:
        "The container does not start, or starts without the identity of the gMSA. It will not heal by "
        + "itself: nothing copies files to hosts.",
      confirm: "On the host: Get-CredentialSpec lists the files that lie there. In a task's error text: "
        + "\"failed to load credential spec\".",
      fix: "Copy the file to the host, or stop copying: deliver it as a Swarm config (config://) or as the "
        + "Kubernetes custom resource, which reach a host exactly when a replica there needs them.",
      sources: [
        "moby/moby daemon/oci_windows.go",
        "MicrosoftDocs/Virtualization-Documentation manage-serviceaccounts.md",
      ]))

  let credentialSpec: CredentialSpecID
  let hosts: HostList
  let replicaCount: Int

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

  /// Names the host where it is one, else counts them.
  public var message: String {
    let replicas = replicaCount == 1 ? "1 replica needs" : "\(replicaCount) replicas need"
    return "\(credentialSpec.name) is not on \(hosts.text), where \(replicas) it"
  }

  /// Looks on the first host.
  public var nextStep: CopyableCommand {
    .showCopy(of: credentialSpec, on: hosts.first.first)
  }

  /// One credential spec after the other.
  public static let axis = Axis.credentialSpec

  /// One finding a credential spec, over all hosts that lack it.
  public static func findings(of places: [Int], in picture: Picture) -> [MissingOnHost] {
    places.compactMap { place in
      let entry = picture.credentialSpec(place)
      guard entry.id.delivery.isOnHosts, picture.credentialSpecByHost.rowCounts[place][.missing] > 0 else {
        return nil
      }
      let hosts = HostList(picture, credentialSpec: place, state: .missing)
      return MissingOnHost(
        credentialSpec: entry.id, hosts: hosts,
        replicaCount: picture.replicaCount(of: place) { column in
          picture.credentialSpecByHost[place, column].state == .missing
        })
    }
  }
}
