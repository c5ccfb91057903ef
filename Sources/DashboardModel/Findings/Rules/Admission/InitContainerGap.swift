// GMSA208: init containers with a credential spec that the webhook's release does not look at.

/// Fires when an init container has its own credential spec and the webhook is v0.13.0 or older.
public struct InitContainerGap: FindingRule {
  /// GMSA208.
  public static let card = RuleCard(
    id: "GMSA208", name: "init-container-gap", severity: .warning, since: "0.1", explains: ["GMSA203"],
    page: RulePage(
      means:
        "An init container names a credential spec of its own, and the image behind the webhook's Service is v0.13.0 or "
        + "older. Those releases do not visit init containers.",
      matters:
        "The init container runs without identity and without an error: a database migration fails at its login. And "
        + "contents that are set on an init container are not checked at all.",
      confirm:
        "kubectl get pod -o yaml: the init container's windowsOptions has a name and no contents.",
      fix:
        "Set gmsaCredentialSpecName on the pod instead of the init container, which then inherits the contents; or "
        + "install a newer webhook.",
      sources: ["kubernetes-sigs/windows-gmsa PR 179", "kubernetes/kubernetes pkg/securitycontext"]))

  let service: ServiceID
  let containers: NameList
  let credentialSpecs: [CredentialSpecID]
  let image: String

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }
  /// One old release for all.
  public var causeKey: String { "\(service.cluster.text) \(image)" }

  /// Names the init containers and the webhook's image.
  public var message: String {
    let verb = containers.count == 1 ? "names" : "name"
    let names = NameList(credentialSpecs.map(\.name), count: credentialSpecs.count, noun: "credspec").text
    return
      "init container \(containers.text) of \(service.spokenName) \(verb) \(names), and the webhook \(image) "
      + "does not visit init containers"
  }

  /// The template and the image.
  public func evidence(in picture: Picture) -> [Evidence] {
    containers.names.map {
      Evidence(
        object: "service \(service.spokenName)", field: "initContainers[].securityContext.windowsOptions",
        value: $0)
    } + [Evidence(object: "gMSA webhook of \(service.cluster.text)", field: "image", value: image)]
  }

  /// Shows the template.
  public var nextStep: CopyableCommand { .kubectl("get \(service.kubectlWords) -o yaml") }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a service that the webhook sees.
  public static func findings(in picture: Picture) -> [InitContainerGap] {
    (0..<picture.count(.service)).compactMap { row in
      let service = picture.service(row)
      let own = service.template.references.filter { $0.slot.part == .initContainer && $0.isCustomResource }
      guard !own.isEmpty, let admission = picture.index.admission[service.id.cluster],
        let image = admission.blindImage, !admission.filling(service).isSkipped
      else { return nil }
      return InitContainerGap(
        service: service.id,
        containers: NameList(own.map(\.slot.name), count: own.count, noun: "init container"),
        credentialSpecs: Set(own.map(\.credentialSpec)).sorted(), image: image)
    }
  }
}

extension AdmissionState {
  /// An image behind the webhook's Service whose release passes over init containers; nil where none is known to.
  fileprivate var blindImage: String? {
    images.first { image in
      WebhookVersion(image: image).map { $0 <= .lastBlindToInitContainers } ?? false
    }
  }
}

extension AdmissionState.Answer {
  /// Whether the webhook is known to pass over.
  var isSkipped: Bool {
    if case .skipped = self { true } else { false }
  }
}
