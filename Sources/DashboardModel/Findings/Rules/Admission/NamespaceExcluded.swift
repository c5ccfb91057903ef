// GMSA207: services that the webhook passes over.

/// Fires when a service with a credential spec is exempt from the gMSA webhook by a selector.
public struct NamespaceExcluded: FindingRule {
  /// GMSA207.
  public static let card = RuleCard(
    id: "GMSA207", name: "namespace-excluded", severity: .warning, since: "0.1", explains: ["GMSA203"],
    page: RulePage(
      means:
        "A service names a credential spec, and the webhook's namespaceSelector or objectSelector leaves its pods out. "
        + "Common exemptions are the label gmsa-webhook=disabled or windows.k8s.io/disabled=true on the namespace, "
        + "and the namespace of the webhook itself.",
      matters:
        "Pods there start without any identity and without an error, unless their template carries the contents "
        + "itself, and then nobody checks who may use them.",
      confirm: "Compare the labels of the namespace with the namespaceSelector of the configuration.",
      fix:
        "Take the exemption off the namespace (or the pods), or move the service to a namespace that the webhook sees; "
        + "then delete the pods that were made meanwhile.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/deploy/gmsa-webhook.yml.tpl",
        "kubernetes-sigs/windows-gmsa charts/gmsa/templates",
        "kubernetes apimachinery/pkg/apis/meta/v1/helpers.go",
      ]))

  let service: ServiceID
  let credentialSpecs: NameList
  let term: String
  let labels: [String: String]

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }
  /// One exemption of a namespace.
  public var causeKey: String { "\(service.cluster.text) \(service.namespace) \(term)" }

  /// Names the service and the selector.
  public var message: String {
    "\(service.spokenName) names \(credentialSpecs.text) in namespace \(service.namespace), and the gMSA webhook "
      + "passes it over (\(term))"
  }

  /// The namespace's labels and the selectors.
  public func evidence(in picture: Picture) -> [Evidence] {
    let labels = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let webhooks = picture.index.admission[service.cluster]?.mutating ?? []
    return [
      Evidence(
        object: "Namespace \(service.namespace)", field: "metadata.labels",
        value: labels.isEmpty ? "none" : labels.joined(separator: ", "))
    ]
      + webhooks.prefix(NameList.shown).flatMap { webhook in
        [("namespaceSelector", webhook.namespaceSelector), ("objectSelector", webhook.objectSelector)]
          .compactMap { field, selector in
            guard let selector, !selector.isEmpty else { return nil }
            return Evidence(object: webhook.configuration, field: field, value: selector.text)
          }
      }
  }

  /// Shows the labels.
  public var nextStep: CopyableCommand {
    .kubectl("get namespace \(QuotedWord.posix(service.namespace)) --show-labels")
  }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a service.
  public static func findings(in picture: Picture) -> [NamespaceExcluded] {
    (0..<picture.count(.service)).compactMap { row in
      let service = picture.service(row)
      guard service.id.kind != .swarmService, !service.template.references.isEmpty,
        let admission = picture.index.admission[service.id.cluster],
        case .skipped(let term) = admission.filling(service)
      else { return nil }
      let names = Set(service.template.references.map(\.credentialSpec.name)).sorted()
      return NamespaceExcluded(
        service: service.id, credentialSpecs: NameList(names, count: names.count, noun: "credspec"),
        term: term, labels: admission.labels(ofNamespace: service.id.namespace) ?? [:])
    }
  }
}
