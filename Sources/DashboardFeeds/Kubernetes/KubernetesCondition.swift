// `status.conditions` of any Kubernetes object.

import DashboardModel
import StructuredText

/// One condition. Source: kubernetes meta/v1 Condition and its older relatives.
struct KubernetesCondition {
  var type = ""
  var status = ""
  var reason = ""
  var message = ""
  var at: Timestamp?

  /// All conditions of an array.
  static func all(_ cursor: inout JSONCursor) throws(JSONFault) -> [KubernetesCondition] {
    var conditions: [KubernetesCondition] = []
    try cursor.elements { (_, element) throws(JSONFault) in
      var condition = KubernetesCondition()
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "type": condition.type = try value.string()
        case "status": condition.status = try value.optionalString() ?? ""
        case "reason": condition.reason = try value.optionalString() ?? ""
        case "message": condition.message = try value.optionalString() ?? ""
        case "lastTransitionTime": condition.at = try Timestamp(reading: &value)
        default: break
        }
      }
      conditions.append(condition)
    }
    return conditions
  }

  /// The trouble that the condition is, where it holds.
  func trouble(of object: String) -> Trouble {
    Trouble(reason: reason, message: message, at: at, object: object)
  }
}
