// Swarm configs that hold credential specs.

import DashboardModel
import StructuredText

/// Reads configs. Source: moby api/types/swarm/config.go; domain.md 2.1.
enum SwarmConfigFacts {
  /// The label that Docker's documentation puts on such configs.
  static let label = "com.docker.gmsa.name"

  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = SwarmMetadata()
    var name = ""
    var labels: [String: String] = [:]
    var isTemplated = false
    var data: DecodedText?
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "Spec" else { return try metadata.read(key, &value) }
      try value.members { (key, value) throws(JSONFault) in
        switch key {
        case "Name": name = try value.string()
        case "Labels": labels = try KubernetesMetadata.labels(&value, &context)
        case "Templating": isTemplated = try !value.null()
        case "Data": data = try Self.data(&value).map(DecodedText.init)
        default: break
        }
      }
    }
    guard !name.isEmpty else { throw cursor.fault(.missing(member: "Spec.Name")) }
    let spec = CredentialSpec(
      id: CredentialSpecID(cluster: context.cluster, delivery: .swarmConfig, name: name),
      objectID: metadata.id, contents: data.map { ContentsReader.contents(of: $0, use: .swarmConfig) },
      isTemplated: isTemplated,
      createdAt: metadata.createdAt, updatedAt: metadata.updatedAt, labels: labels
    )
    let looks = labels[label] != nil || data.map { ContentsReader.looksLikeCredentialSpec($0.bytes) } == true
    let config = SwarmConfig(credentialSpec: spec, looksLikeCredentialSpec: looks)
    return metadata.object(.swarmConfig, context, .config(config))
  }

  private static func data(_ cursor: inout JSONCursor) throws(JSONFault) -> [UInt8]? {
    guard let text = try cursor.optionalString() else { return nil }
    guard let bytes = Base64.decoded(text) else {
      throw cursor.fault(.unacceptable(found: String(text.prefix(20)), expected: "base64"))
    }
    return bytes
  }
}
