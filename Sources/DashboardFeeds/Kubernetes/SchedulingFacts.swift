// Node selectors, required affinity, tolerations and label selectors as Kubernetes writes them.

import DashboardModel
import StructuredText

/// Decoders of scheduling terms. Source: kubernetes core/v1 PodSpec, NodeAffinity, Toleration.
enum SchedulingFacts {
  /// `affinity`: the required node affinity; nil where there is none. Preferred terms exclude no host.
  static func requiredAffinity(_ cursor: inout JSONCursor) throws(JSONFault) -> [NodeSelectorTerm]? {
    var terms: [NodeSelectorTerm]?
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "nodeAffinity" else { return }
      try value.members { (key, value) throws(JSONFault) in
        guard key == "requiredDuringSchedulingIgnoredDuringExecution", try !value.null() else { return }
        terms = try nodeSelectorTerms(&value)
      }
    }
    return terms
  }

  private static func nodeSelectorTerms(_ cursor: inout JSONCursor) throws(JSONFault) -> [NodeSelectorTerm] {
    var terms: [NodeSelectorTerm] = []
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "nodeSelectorTerms" else { return }
      try value.elements { (_, element) throws(JSONFault) in
        var term = NodeSelectorTerm()
        try element.members { (key, value) throws(JSONFault) in
          switch key {
          case "matchExpressions": term.labels = try requirements(&value)
          case "matchFields": term.fields = try requirements(&value)
          default: break
          }
        }
        terms.append(term)
      }
    }
    return terms
  }

  /// `matchExpressions` of a node selector or a label selector.
  static func requirements(_ cursor: inout JSONCursor) throws(JSONFault) -> [NodeRequirement] {
    var requirements: [NodeRequirement] = []
    try cursor.elements { (_, element) throws(JSONFault) in
      var requirement = NodeRequirement(key: "", comparison: "")
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "key": requirement.key = try value.string()
        case "operator": requirement.comparison = try value.string()
        case "values": requirement.values = try value.strings()
        default: break
        }
      }
      requirements.append(requirement)
    }
    return requirements
  }

  /// `tolerations`.
  static func tolerations(_ cursor: inout JSONCursor) throws(JSONFault) -> [Toleration] {
    var tolerations: [Toleration] = []
    try cursor.elements { (_, element) throws(JSONFault) in
      var toleration = Toleration()
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "key": toleration.key = try value.optionalString() ?? ""
        case "operator": toleration.comparison = try value.optionalString() ?? ""
        case "value": toleration.value = try value.optionalString() ?? ""
        case "effect": toleration.effect = try value.optionalString() ?? ""
        default: break
        }
      }
      tolerations.append(toleration)
    }
    return tolerations
  }

  /// A label selector; nil where the value is null.
  static func labelSelector(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> LabelSelector? {
    if try cursor.null() { return nil }
    var selector = LabelSelector()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "matchLabels": selector.matchLabels = try KubernetesMetadata.labels(&value, &context)
      case "matchExpressions": selector.matchExpressions = try requirements(&value)
      default: break
      }
    }
    return selector
  }
}
