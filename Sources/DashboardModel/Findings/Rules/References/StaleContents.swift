// GMSA204: pods that run with contents which the custom resource has no more.

/// Fires when a running pod's contents differ, as JSON, from the custom resource that its service names now.
public struct StaleContents: RowRule {
  /// GMSA204.
  public static let card = RuleCard(
    id: "GMSA204", name: "stale-contents", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A pod runs with contents that differ from the custom resource that its service names now. Contents are "
        + "copied into a pod when it is made; a later edit of the resource reaches new pods alone. Key order, white "
        + "space and escapes do not count.",
      matters:
        "Old and new pods of one service behave differently, and the difference shows when a pod is replaced: days "
        + "after the edit. Where account, domain SID or domain GUID differ this is critical: the pod is somebody else.",
      confirm:
        "Compare windowsOptions.gmsaCredentialSpec of the pod with the credspec of the resource.",
      fix:
        "If the resource is right, restart the workload (kubectl rollout restart). If it is not, put the resource "
        + "back first.",
      sources: [
        "kubernetes/enhancements keps/sig-windows/689-windows-gmsa (changes do not disturb existing pods)",
        "kubernetes-sigs/windows-gmsa admission-webhook/webhook.go",
      ]))

  let service: ServiceID
  let credentialSpecs: [CredentialSpecID]
  let isAnotherIdentity: Bool
  let replicas: HandedReplicas

  /// The pods.
  public func evidence(in picture: Picture) -> [Evidence] { replicas.facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }
  /// Critical where the pods are somebody else.
  public var severity: Severity { isAnotherIdentity ? .critical : Self.card.severity }

  /// The service and what its pods hold an old copy of.
  public func reach(in picture: Picture) -> FindingReach {
    FindingReach(services: [service], credentialSpecs: credentialSpecs)
  }

  /// One edit of a resource leaves the pods of all its services behind.
  public var causeKey: String {
    "\(service.cluster.text) \(credentialSpecs.map(\.name).joined(separator: ","))"
  }

  /// Names the service, and what its pods hold old contents of.
  public var message: String {
    let names = NameList(credentialSpecs.map(\.name), count: credentialSpecs.count, noun: "credspec").text
    let verb = replicas.names.count == 1 ? "runs" : "run"
    let text =
      "\(replicas.names.counted) of \(service.spokenName) \(verb) with other contents than \(names) has now"
    return isAnotherIdentity ? text + "; account, domain SID or GUID differ" : text
  }

  /// Makes the pods anew, where a controller does that.
  public var nextStep: CopyableCommand {
    switch service.kind {
    case .deployment, .statefulSet, .daemonSet:
      let place = "\(service.kind.rawValue.lowercased())/\(service.name)"
      return .kubectl("-n \(QuotedWord.posix(service.namespace)) rollout restart \(QuotedWord.posix(place))")
    default: return replicas.showFirst
    }
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service, over all that its pods hold old contents of.
  public static func findings(of rows: [Int], in picture: Picture) -> [StaleContents] {
    rows.compactMap { row in
      guard picture.serviceByCredentialSpec.rowCounts[row][.stale] > 0 else { return nil }
      let judge = HandOverJudge(picture, service: row)
      let service = picture.service(row).id
      guard service.kind != .swarmService,
        let replicas = HandedReplicas(
          picture, service: row, field: "gmsaCredentialSpec", value: judge.difference,
          where: { judge.worst($0).isStale })
      else { return nil }
      return StaleContents(
        service: service, credentialSpecs: judge.stale, isAnotherIdentity: judge.hasOtherIdentity,
        replicas: replicas)
    }
  }
}

/// Judges what the replicas of a service were handed of the custom resources that it names.
private struct HandOverJudge {
  private let supply: ReplicaSupply
  private let slots: [(credentialSpec: Int, slots: [CredentialSpecReference.Slot])]
  private let references: [CredentialSpecContents?]
  let stale: [CredentialSpecID]
  let hasOtherIdentity: Bool

  init(_ picture: Picture, service row: Int) {
    let supply = ReplicaSupply(structure: picture.snapshot.structure)
    let references = picture.index.references[row]
    let places = picture.serviceByCredentialSpec.columns(inRow: row) { $0.state == .stale }
      .filter { picture.credentialSpec($0).id.delivery == .customResource }
    slots = places.map { place in
      (place, references.filter { $0.credentialSpec == place }.map(\.slot))
    }
    self.references = places.map { picture.credentialSpec($0).reference }
    stale = places.map { picture.credentialSpec($0).id }
    hasOtherIdentity = places.contains { picture.serviceByCredentialSpec[row, $0].differsInIdentity }
    self.supply = supply
  }

  /// What differs, for people.
  func difference(_ handed: [HandedIdentity]) -> String {
    for (place, named) in slots.enumerated() {
      guard let reference = references[place] else { continue }
      for identity in handed where named.slots.contains(identity.slot) {
        guard case .given(let contents) = identity.contents,
          let words = contents.differenceWords(from: reference)
        else { continue }
        return words
      }
    }
    return "differs from the resource"
  }

  func worst(_ handed: [HandedIdentity]) -> Supply {
    slots.map { supply.supply(of: handed, credentialSpec: $0.credentialSpec, slots: $0.slots) }
      .reduce(.current) { $0.joined(with: $1) }
  }
}

extension Supply {
  fileprivate var isStale: Bool { self == .stale || self == .staleIdentity }
}
