// Mutating and validating webhook configurations, reduced to entries that concern pods.

import DashboardModel
import StructuredText

/// Reads MutatingWebhookConfigurations.
enum MutatingWebhookFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try WebhookWire(&cursor, &context).object(.mutatingWebhook, context)
  }
}

/// Reads ValidatingWebhookConfigurations.
enum ValidatingWebhookFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    try WebhookWire(&cursor, &context).object(.validatingWebhook, context)
  }
}

/// A configuration of either kind. Source: kubernetes admissionregistration/v1, domain.md 3.3.
private struct WebhookWire {
  var metadata = KubernetesMetadata()
  var webhooks: [AdmissionWebhook] = []

  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "webhooks":
        try value.elements { (_, element) throws(JSONFault) in
          if let webhook = try Self.webhook(&element, &context) { webhooks.append(webhook) }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  private static func webhook(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> AdmissionWebhook? {
    // Names of the configuration and whether it mutates are filled in when the whole object is read.
    var webhook = AdmissionWebhook(
      cluster: context.cluster, configuration: "", mutates: false, name: "", failurePolicy: "Fail"
    )
    var concernsPods = false
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "name": webhook.name = try value.string()
      case "failurePolicy": webhook.failurePolicy = try value.optionalString() ?? "Fail"
      case "namespaceSelector":
        webhook.namespaceSelector = try SchedulingFacts.labelSelector(&value, &context)
      case "objectSelector":
        webhook.objectSelector = try SchedulingFacts.labelSelector(&value, &context)
      case "matchConditions":
        try value.elements { (_, _) throws(JSONFault) in webhook.hasConditions = true }
      case "clientConfig": try readClient(&value, into: &webhook)
      case "rules": concernsPods = try rulesConcernPods(&value)
      default: break
      }
    }
    return concernsPods ? webhook : nil
  }

  private static func readClient(
    _ cursor: inout JSONCursor, into webhook: inout AdmissionWebhook
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "caBundle":
        webhook.certificatesEndAt = try value.optionalString().flatMap(CertificateExpiry.last)
      case "service":
        guard try !value.null() else { return }
        var name = ""
        var namespace = ""
        try value.members { (key, value) throws(JSONFault) in
          switch key {
          case "name": name = try value.string()
          case "namespace": namespace = try value.string()
          default: break
          }
        }
        webhook.service = "\(namespace)/\(name)"
      default: break
      }
    }
  }

  private static func rulesConcernPods(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    var concernsPods = false
    try cursor.elements { (_, element) throws(JSONFault) in
      var groups: [String] = []
      var resources: [String] = []
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "apiGroups": groups = try value.strings()
        case "resources": resources = try value.strings()
        default: break
        }
      }
      let isCore = groups.contains { $0.isEmpty || $0 == "*" }
      if isCore, resources.contains(where: { ["pods", "*", "*/*"].contains($0) }) { concernsPods = true }
    }
    return concernsPods
  }

  func object(_ kind: ObjectKind, _ context: ReadingContext) -> ReadObject {
    let named = webhooks.map { webhook in
      var webhook = webhook
      webhook.configuration = metadata.name
      webhook.mutates = kind == .mutatingWebhook
      return webhook
    }
    return metadata.object(kind, context, .making { $0.webhooks = named })
  }
}
