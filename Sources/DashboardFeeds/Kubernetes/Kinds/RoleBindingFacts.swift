// RoleBindings and ClusterRoleBindings.

import DashboardModel
import StructuredText

/// Reads RoleBindings.
enum RoleBindingFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try RoleBindingWire(&cursor, &context).object(.roleBinding, context)
  }
}

/// Reads ClusterRoleBindings.
enum ClusterRoleBindingFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try RoleBindingWire(&cursor, &context).object(.clusterRoleBinding, context)
  }
}

/// A binding of either kind. Source: kubernetes rbac/v1.
private struct RoleBindingWire {
  var metadata = KubernetesMetadata()
  var roleKind = ""
  var roleName = ""
  var subjects: [GrantSubject] = []

  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "subjects":
        try value.elements { (_, element) throws(JSONFault) in
          subjects.append(try Self.subject(&element, &context))
        }
      case "roleRef":
        try value.members { (key, value) throws(JSONFault) in
          switch key {
          case "kind": roleKind = try value.string()
          case "name": roleName = try value.string()
          default: break
          }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  private static func subject(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> GrantSubject {
    var subject = GrantSubject(kind: "", name: "")
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "kind": subject.kind = try value.string(in: &context.strings)
      case "name": subject.name = try value.string(in: &context.strings)
      case "namespace": subject.namespace = try value.optionalString(in: &context.strings)
      default: break
      }
    }
    return subject
  }

  func object(_ kind: ObjectKind, _ context: ReadingContext) -> ReadObject {
    let binding = RoleBinding(
      cluster: context.cluster, namespace: kind == .roleBinding ? metadata.namespace : nil,
      name: metadata.name, roleKind: roleKind, roleName: roleName, subjects: subjects
    )
    return metadata.object(kind, context, .making { $0.roleBindings = [binding] })
  }
}
