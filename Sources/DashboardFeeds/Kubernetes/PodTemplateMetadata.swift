// What a workload's template says of its pods beside their spec: labels, and annotations from before windowsOptions.

import DashboardModel
import StructuredText

/// The metadata of a pod template. It needs no name.
struct PodTemplateMetadata {
  var labels: [String: String] = [:]
  /// Nil where there are none.
  var alphaAnnotations: [String]?

  init() {}

  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    guard try !cursor.null() else { return }
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "labels": labels = try KubernetesMetadata.labels(&value, &context)
      case "annotations": alphaAnnotations = try Self.alphaAnnotations(&value)
      default: break
      }
    }
  }

  /// The names of the annotations that gMSA had while it was alpha: `pod.alpha.…` for the pod, `NAME.container.alpha.…`
  /// for a container. Values are not kept: one of the two holds whole contents. Source: domain.md 3.2.
  static func alphaAnnotations(_ cursor: inout JSONCursor) throws(JSONFault) -> [String]? {
    guard try !cursor.null() else { return nil }
    var names: [String] = []
    try cursor.members { (key, _) throws(JSONFault) in
      let name = key.string
      guard
        name.hasSuffix("alpha.windows.kubernetes.io/gmsa-credential-spec-name")
          || name.hasSuffix("alpha.windows.kubernetes.io/gmsa-credential-spec")
      else { return }
      names.append(name)
    }
    return names.isEmpty ? nil : names.sorted()
  }
}
