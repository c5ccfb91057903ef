// GMSA518: a custom resource is named as Kubernetes allows no object to be named.

/// Fires for credential specs whose name is no DNS-1123 subdomain.
public struct ContentsNameNotDNS: ContentsRule {
  /// GMSA518.
  public static let card = RuleCard(
    id: "GMSA518", name: "contents-name-not-dns", severity: .critical, since: "0.1", explains: ["GMSA201"],
    page: RulePage(
      means:
        "A GMSACredentialSpec, or the gmsaCredentialSpecName of a workload, has a name that is no DNS-1123 "
        + "subdomain: upper-case letters, an underscore, a blank. The sample of the Kubernetes "
        + "documentation, gmsa-WebApp1, is one.",
      matters:
        "The API refuses the object, so that it does not exist, and refuses the pods that name it. Critical.",
      confirm: "kubectl apply --dry-run=server -f FILE prints the refusal.",
      fix:
        "Use lower-case letters, digits, dashes and dots. Change the name in the object, in every "
        + "gmsaCredentialSpecName, and in the resourceNames of the roles that allow its use.",
      sources: [
        "kubernetes/website content/en/docs/tasks/configure-pod-container/configure-gmsa.md",
        "kubernetes/kubernetes pkg/apis/core/validation/validation.go",
      ]))

  /// The remark on the name.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }

  /// One finding a name.
  public static func findings(in picture: Picture) -> [ContentsNameNotDNS] {
    picture.snapshot.structure.credentialSpecs.compactMap { entry in
      let id = entry.id
      guard id.delivery == .customResource, !ObjectName.isSubdomain(id.name) else { return nil }
      let remark = ContentsRemark.onName(
        id.name, path: entry.object == nil ? "gmsaCredentialSpecName" : "metadata.name")
      return ContentsNameNotDNS(flaw: ContentsFlaw(credentialSpec: id, remarks: [remark]))
    }
  }
}

extension ContentsRemark {
  /// The remark on a name that Kubernetes refuses, with the name in lower case where that would do.
  public static func onName(_ name: String, path: String) -> ContentsRemark {
    let lower = name.lowercased()
    return ContentsRemark(
      problem: .nameNotDNS, path: path, found: name,
      suggestion: ObjectName.isSubdomain(lower) ? lower : nil)
  }
}
