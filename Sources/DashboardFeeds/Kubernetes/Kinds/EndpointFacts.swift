// Services, Endpoints and EndpointSlices: whether the webhook has anybody behind it.

import DashboardModel
import StructuredText

/// Reads Services: that they exist, and which pods stand behind them.
enum ServiceFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var selector: [String: String] = [:]
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "spec":
        try value.members { (key, value) throws(JSONFault) in
          if key == "selector" { selector = try KubernetesMetadata.labels(&value, &context) }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    let facts = metadata.endpoints(
      nil, of: metadata.name, context, selector: selector.isEmpty ? nil : selector)
    return metadata.object(.service, context, facts)
  }
}

/// Reads Endpoints. Source: kubernetes core/v1 Endpoints.
enum EndpointsFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var ready = 0
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "subsets":
        try value.elements { (_, subset) throws(JSONFault) in
          try subset.members { (key, value) throws(JSONFault) in
            guard key == "addresses" else { return }
            try value.elements { (_, _) throws(JSONFault) in ready += 1 }
          }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    return metadata.object(.endpoints, context, metadata.endpoints(ready, of: metadata.name, context))
  }
}

/// Reads EndpointSlices; a Service may have several, which are added up later. Source: kubernetes discovery/v1.
enum EndpointSliceFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var ready = 0
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context, withLabels: true)
      case "endpoints":
        try value.elements { (_, endpoint) throws(JSONFault) in
          var isReady = true
          try endpoint.members { (key, value) throws(JSONFault) in
            guard key == "conditions" else { return }
            try value.members { (key, value) throws(JSONFault) in
              if key == "ready" { isReady = try value.optionalBool() ?? true }
            }
          }
          ready += isReady ? 1 : 0
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    guard let service = metadata.labels["kubernetes.io/service-name"] else {
      return metadata.object(.endpointSlice, context, .nothing)
    }
    return metadata.object(.endpointSlice, context, metadata.endpoints(ready, of: service, context))
  }
}

extension KubernetesMetadata {
  fileprivate func endpoints(
    _ ready: Int?, of service: String, _ context: ReadingContext, selector: [String: String]? = nil
  ) -> ObjectFacts {
    .making {
      $0.endpoints = [
        ServiceEndpoints(
          cluster: context.cluster, namespace: namespace, name: service, readyAddresses: ready,
          selector: selector
        )
      ]
    }
  }
}
