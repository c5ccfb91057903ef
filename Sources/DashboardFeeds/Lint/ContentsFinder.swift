// Finds the contents in a manifest, a config or an inventory: whatever object carries them.

import DashboardModel
import StructuredText

/// Walks the objects of one text.
struct ContentsFinder {
  /// The text that ranges count in.
  let text: [UInt8]
  let isYAML: Bool
  private(set) var found: [FoundContents] = []
  private(set) var names: [FoundName] = []

  init(text: [UInt8], isYAML: Bool) {
    self.text = text
    self.isYAML = isYAML
  }

  /// Whether an object is one that may carry contents, rather than contents.
  static func isCarrier(_ node: PlacedNode) -> Bool {
    let marks = ["kind", "apiVersion", "format", "ID", "metadata", "Spec", "items", "credspec"]
    return node.members?.contains { marks.contains($0.name) } ?? false
  }

  /// Takes an object up. `listKind` is the kind that its list says, `Pod` for a PodList.
  mutating func look(at node: PlacedNode, listKind: String? = nil) {
    if let items = node["items"]?.elements {
      let kind = node["kind"]?.string.flatMap {
        $0.hasSuffix("List") && $0 != "List" ? String($0.dropLast(4)) : nil
      }
      for item in items { look(at: item, listKind: kind) }
      return
    }
    let kind = node["kind"]?.string ?? listKind
    if kind == ObjectKind.credentialSpec.rawValue || (kind == nil && node["credspec"] != nil) {
      customResource(node)
    } else if kind == "ConfigMap" {
      configMap(node)
    } else if node["format"]?.string == HostInventory.format {
      inventory(node)
    } else if let spec = node["Spec"], let data = spec["Data"] {
      swarmConfig(spec, data)
    } else {
      podSpecs(in: node, object: Self.name(of: node, kind), depth: 0)
    }
  }

  private static func name(of node: PlacedNode, _ kind: String?) -> String {
    let name = node["metadata"]?["name"]?.string ?? node["metadata"]?["generateName"]?.string
    return [kind, name].compactMap(\.self).joined(separator: " ")
  }

  private mutating func customResource(_ node: PlacedNode) {
    let object = Self.name(of: node, ObjectKind.credentialSpec.rawValue)
    if let name = node["metadata"]?["name"], let text = name.string {
      names.append(FoundName(name: text, path: "metadata.name", range: name.range, object: object))
    }
    let contents = node["credspec"] ?? PlacedNode(.null, range: node.range.lowerBound..<node.range.lowerBound)
    found.append(FoundContents(body: .node(contents), use: .kubernetes, object: object))
  }

  private mutating func configMap(_ node: PlacedNode) {
    let object = Self.name(of: node, "ConfigMap")
    for member in node["data"]?.members ?? [] {
      guard let value = member.value.string, Self.isMeant(member.name, Array(value.utf8)) else { continue }
      found.append(
        FoundContents(
          body: .text(embedded(member.value, value)), use: .kubernetes,
          object: "\(object), data.\(member.name)"))
    }
    for member in node["binaryData"]?.members ?? [] {
      guard let value = member.value.string, let bytes = Base64.decoded(value),
        Self.isMeant(member.name, bytes)
      else { continue }
      appendDecoded(bytes, member.value, .kubernetes, "\(object), binaryData.\(member.name)")
    }
  }

  /// A ConfigMap holds many things; an empty one under a name that says so is meant for contents, too.
  private static func isMeant(_ name: String, _ bytes: [UInt8]) -> Bool {
    if ContentsShape.isNamed(in: DecodedText(bytes).bytes) { return true }
    let folded = name.lowercased()
    guard folded.contains("credspec") || folded.contains("credentialspec") else { return false }
    return folded.hasSuffix(".json") || bytes.first == UInt8(ascii: "{")
  }

  private mutating func inventory(_ node: PlacedNode) {
    for member in node["registry"]?.members ?? [] {
      guard let value = member.value.string else { continue }
      found.append(
        FoundContents(
          body: .text(embedded(member.value, value)), use: .file, object: "registry value \(member.name)"))
    }
  }

  private mutating func swarmConfig(_ spec: PlacedNode, _ data: PlacedNode) {
    guard let text = data.string, let bytes = Base64.decoded(text), spec["Templating"]?.members == nil else {
      return
    }
    let isLabelled = spec["Labels"]?[SwarmConfigFacts.label] != nil
    guard isLabelled || ContentsShape.isNamed(in: DecodedText(bytes).bytes) else { return }
    appendDecoded(bytes, data, .swarmConfig, "config \(spec["Name"]?.string ?? ""), Spec.Data")
  }

  private mutating func appendDecoded(
    _ bytes: [UInt8], _ node: PlacedNode, _ use: ContentsUse, _ object: String
  ) {
    let decoded = DecodedText(bytes)
    let text = EmbeddedText(base64: decoded.bytes, at: node.range.lowerBound)
    found.append(
      FoundContents(
        body: .text(text), use: use, object: object, encodingRemarks: ContentsLinter.encodingRemarks(decoded))
    )
  }

  /// Security contexts stand at many depths: pods, templates of workloads, CronJobs, whatever embeds a pod spec.
  private mutating func podSpecs(in node: PlacedNode, object: String, depth: Int) {
    for element in node.elements ?? [] { podSpecs(in: element, object: object, depth: depth + 1) }
    for member in node.members ?? [] {
      if member.name == "gmsaCredentialSpec", let value = member.value.string {
        found.append(
          FoundContents(
            body: .text(embedded(member.value, value)), use: .kubernetes,
            object: "\(object), gmsaCredentialSpec"))
      } else if member.name == "gmsaCredentialSpecName", let name = member.value.string {
        names.append(FoundName(name: name, path: member.name, range: member.value.range, object: object))
      } else {
        podSpecs(in: member.value, object: object, depth: depth + 1)
      }
    }
  }

  private func embedded(_ node: PlacedNode, _ value: String) -> EmbeddedText {
    isYAML
      ? EmbeddedText(yamlScalar: value, at: node.range.lowerBound, in: text)
      : EmbeddedText(jsonString: node.range, in: text)
  }
}
