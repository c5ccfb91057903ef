// GMSA209: workloads that ask for a credential spec in words that nobody hears any more.

/// Fires when a pod template carries the annotations that gMSA had while it was alpha.
public struct AlphaAnnotation: FindingRule {
  /// GMSA209.
  public static let card = RuleCard(
    id: "GMSA209", name: "alpha-annotation", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A pod template carries annotations such as pod.alpha.windows.kubernetes.io/gmsa-credential-spec-name. "
        + "Kubernetes has ignored them since 1.16, when the fields of windowsOptions replaced them.",
      matters:
        "The pod starts without any identity, and nothing says so: an unknown annotation is no error.",
      confirm:
        "The template has the annotation and no securityContext.windowsOptions.gmsaCredentialSpecName.",
      fix:
        "Set securityContext.windowsOptions.gmsaCredentialSpecName to the name of the custom resource, and delete the "
        + "annotations.",
      sources: ["kubernetes/enhancements keps/sig-windows/689-windows-gmsa/README.md"]))

  let service: ServiceID
  let annotations: [String]
  let hasReference: Bool

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }
  /// One generation of manifests.
  public var causeKey: String { service.cluster.text }

  /// Says what the annotation does not do.
  public var message: String {
    let rest = hasReference ? "; windowsOptions is what counts" : "; its pods have no gMSA"
    return "\(service.spokenName) asks by an alpha annotation that Kubernetes has ignored since 1.16\(rest)"
  }

  /// The annotations.
  public func evidence(in picture: Picture) -> [Evidence] {
    annotations.prefix(NameList.shown).map {
      Evidence(object: "service \(service.spokenName)", field: "template.metadata.annotations", value: $0)
    }
  }

  /// Shows the template.
  public var nextStep: CopyableCommand { .kubectl("get \(service.kubectlWords) -o yaml") }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a service.
  public static func findings(in picture: Picture) -> [AlphaAnnotation] {
    (0..<picture.count(.service)).compactMap { row in
      let service = picture.service(row)
      guard let annotations = service.template.alphaAnnotations else { return nil }
      return AlphaAnnotation(
        service: service.id, annotations: annotations, hasReference: !service.template.references.isEmpty)
    }
  }
}
