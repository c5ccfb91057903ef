// Whether a term of required node affinity holds on a host.

extension NodeSelectorTerm {
  /// All requirements hold, and there is one. A requirement that the API would refuse holds nowhere.
  /// Source: kubernetes component-helpers/scheduling/corev1/nodeaffinity.
  func holds(on host: Host) -> Bool {
    if labels.isEmpty && fields.isEmpty { return false }
    return labels.allSatisfy { $0.holds(onLabels: host.labels) }
      && fields.allSatisfy { $0.holds(onNodeName: host.id.name) }
  }

  /// The first requirement that does not hold; nil for a term without requirements.
  func firstFailure(on host: Host) -> NodeRequirement? {
    labels.first { !$0.holds(onLabels: host.labels) } ?? fields.first { !$0.holds(onNodeName: host.id.name) }
  }
}

extension NodeRequirement {
  /// Source: kubernetes apimachinery/pkg/labels/selector.go.
  func holds(onLabels labels: [String: String]) -> Bool {
    switch comparison {
    case "In": labels[key].map(values.contains) ?? false
    case "NotIn": !values.isEmpty && (labels[key].map { !values.contains($0) } ?? true)
    case "Exists": values.isEmpty && labels[key] != nil
    case "DoesNotExist": values.isEmpty && labels[key] == nil
    case "Gt": compares(labels[key], by: >)
    case "Lt": compares(labels[key], by: <)
    default: false
    }
  }

  private func compares(_ label: String?, by isOrdered: (Int64, Int64) -> Bool) -> Bool {
    guard values.count == 1, let bound = Int64(values[0]), let number = label.flatMap({ Int64($0) }) else {
      return false
    }
    return isOrdered(number, bound)
  }

  /// Fields know `metadata.name` with one value alone.
  func holds(onNodeName name: String) -> Bool {
    guard key == "metadata.name", values.count == 1 else { return false }
    switch comparison {
    case "In": return values[0] == name
    case "NotIn": return values[0] != name
    default: return false
    }
  }
}
