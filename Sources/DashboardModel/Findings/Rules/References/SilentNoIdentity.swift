// GMSA203: pods that run without the identity that they ask for, and without a word about it.

/// Fires when a running pod carries the name of a credential spec and no contents.
public struct SilentNoIdentity: RowRule {
  /// GMSA203.
  public static let card = RuleCard(
    id: "GMSA203", name: "silent-no-identity", severity: .critical, since: "0.1",
    page: RulePage(
      means:
        "A pod runs whose spec names a credential spec and holds no contents of it. The admission webhook fills "
        + "contents in when a pod is made; here it did not: it was absent, failing with failurePolicy Ignore, or "
        + "passes the namespace or the init containers over.",
      matters:
        "The kubelet hands over contents alone and never asks by name, so the container started without any gMSA. "
        + "There is no event and no error; the application fails later, at its first login.",
      confirm:
        "kubectl get pod -o yaml: windowsOptions has gmsaCredentialSpecName and no gmsaCredentialSpec. In the "
        + "container nltest /parentdomain answers 1722 (RPC_S_SERVER_UNAVAILABLE).",
      fix:
        "Put the webhook right first (the cause is named beside this finding where it is known), then delete the "
        + "pods: contents are filled in at creation alone.",
      sources: [
        "kubernetes/kubernetes pkg/kubelet/kuberuntime/kuberuntime_container_windows.go",
        "kubernetes-sigs/windows-gmsa admission-webhook/webhook.go",
      ]))

  let service: ServiceID
  let credentialSpecs: NameList
  let replicas: HandedReplicas

  /// The pods.
  public func evidence(in picture: Picture) -> [Evidence] { replicas.facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// What keeps contents from one service keeps them from all.
  public var causeKey: String { service.cluster.text }

  /// Names the service, the pods and what they lack.
  public var message: String {
    let names = replicas.names
    let verb = names.count == 1 ? "runs" : "run"
    return
      "\(names.counted) of \(service.spokenName) \(verb) without identity: named \(credentialSpecs.text), "
      + "handed no contents"
  }

  /// Shows the first pod.
  public var nextStep: CopyableCommand { replicas.showFirst }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service.
  public static func findings(of rows: [Int], in picture: Picture) -> [SilentNoIdentity] {
    rows.compactMap { row in
      let service = picture.service(row)
      guard service.id.kind != .swarmService,
        let replicas = HandedReplicas(
          picture, service: row, field: "gmsaCredentialSpec", value: { _ in "absent" },
          where: { !withheld($0).isEmpty })
      else { return nil }
      let handOvers = picture.snapshot.replicas[picture.index.services[row]].handOvers
      let names = Set(handOvers.flatMap(withheld)).sorted()
      return SilentNoIdentity(
        service: service.id,
        credentialSpecs: NameList(names, count: names.count, noun: "credspec"), replicas: replicas)
    }
  }

  private static func withheld(_ handed: [HandedIdentity]) -> [String] {
    handed.filter { $0.contents == .withheld && $0.credentialSpec.delivery == .customResource }
      .map(\.credentialSpec.name)
  }
}
