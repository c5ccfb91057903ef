// Roles and ClusterRoles, reduced to their rules about credential specs.

import DashboardModel
import StructuredText

/// Reads Roles.
enum RoleFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try RoleWire(&cursor, &context).object(.role, context)
  }
}

/// Reads ClusterRoles; what aggregation adds stands in their rules already. Source: domain.md 3.4.
enum ClusterRoleFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try RoleWire(&cursor, &context).object(.clusterRole, context)
  }
}

/// A role of either kind. Source: kubernetes rbac/v1.
private struct RoleWire {
  var metadata = KubernetesMetadata()
  var rules: [RoleRule] = []

  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "rules":
        try value.elements { (_, element) throws(JSONFault) in
          let rule = try Self.rule(&element)
          if rule.concernsCredentialSpecs { rules.append(rule) }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  private static func rule(_ cursor: inout JSONCursor) throws(JSONFault) -> RoleRule {
    var rule = RoleRule(groups: [], resources: [], verbs: [])
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "apiGroups": rule.groups = try value.strings()
      case "resources": rule.resources = try value.strings()
      case "verbs": rule.verbs = try value.strings()
      case "resourceNames": rule.names = try value.strings()
      default: break
      }
    }
    return rule
  }

  func object(_ kind: ObjectKind, _ context: ReadingContext) -> ReadObject {
    guard !rules.isEmpty else { return metadata.object(kind, context, .nothing) }
    let role = Role(
      cluster: context.cluster, namespace: kind == .role ? metadata.namespace : nil, name: metadata.name,
      rules: rules
    )
    return metadata.object(kind, context, .making { $0.roles = [role] })
  }
}
