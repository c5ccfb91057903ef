// HostAccountConfig: the plug-in that fetches credentials on hosts that are not joined to the domain.

import DashboardModel
import StructuredText

extension ContentsLinter {
  private static let hostPath = "ActiveDirectoryConfig.HostAccountConfig"

  mutating func checkHostAccount(_ node: PlacedNode) {
    let members = members(of: node, Self.hostPath, ContentsShape.hostAccount)
    for key in ContentsShape.hostAccount where isAbsent(members[key.name]) {
      add(.hostAccountIncomplete, "\(Self.hostPath).\(key.name)", members[key.name] ?? node, shows: false)
    }
    if let version = members["PortableCcgVersion"], !isAbsent(version), version.string != "1" {
      let isNumber = if case .number("1") = version.content { true } else { false }
      add(
        .ccgVersion, "\(Self.hostPath).PortableCcgVersion", version,
        found: isNumber ? "1, a number" : Self.shownVersion(version), suggestion: "1")
    }
    if let guid = members["PluginGUID"], !isAbsent(guid) { checkPluginGUID(guid) }
    if let input = members["PluginInput"], !isAbsent(input) {
      checkPluginInput(input, members["PluginGUID"]?.string)
    }
  }

  /// Nothing long: where two values were swapped, a PluginInput stands here.
  private static func shownVersion(_ node: PlacedNode) -> String {
    guard let text = node.string else { return "of the kind \(node.kind.rawValue)" }
    return text.utf8.count <= 4 ? text : "another text"
  }

  private func isAbsent(_ node: PlacedNode?) -> Bool {
    guard let node else { return true }
    return node.kind == .null || node.string?.isEmpty == true
  }

  private mutating func checkPluginGUID(_ node: PlacedNode) {
    let path = "\(Self.hostPath).PluginGUID"
    guard let text = node.string else {
      return add(.wrongKind, path, node, found: node.kind.rawValue, suggestion: "string", shows: false)
    }
    if text.uppercased().contains(PluginKind.placeholder) {
      add(.pluginGUIDPlaceholder, path, node, found: PluginKind.placeholder)
    } else if IdentifierShape.isGUID(text) {
      add(.pluginGUIDWithoutBraces, path, node, found: text, suggestion: "{\(text)}")
    } else if !IdentifierShape.isBracedGUID(text) {
      let inside = IdentifierShape.guidInside(text)
      // Nothing that does not look like one: where two values were swapped, a PluginInput stands here.
      let found = text.utf8.count <= 40 && text.count { $0 == "-" } == 4 ? text : "another text"
      add(.pluginGUIDMalformed, path, node, found: found, suggestion: inside.map { "{\($0)}" })
    }
  }

  /// Tells what shape is expected, and nothing of the input.
  private mutating func checkPluginInput(_ node: PlacedNode, _ guid: String?) {
    let path = "\(Self.hostPath).PluginInput"
    guard let text = node.string else {
      // ECS hands an object to its plug-in; the schema of the custom resource takes a string alone.
      if use == .kubernetes || node.members == nil {
        add(.pluginInputKind, path, node, found: node.kind.rawValue, shows: false)
      }
      return
    }
    guard let plugin = guid.flatMap(PluginKind.init(guid:)), !plugin.canRead(text) else { return }
    add(.pluginInputMalformed, path, node, suggestion: plugin.expectedInput, shows: false)
  }
}

/// The plug-ins that are known. Source: domain.md 1.2.
enum PluginKind: Sendable {
  case azureKeyVault, awsDomainless, rancher

  /// The GUID in Microsoft's documentation, which is none: it has letters beyond F.
  static let placeholder = "GDMA0342-266A-4D1P-831J-20990E82944F"

  init?(guid: String) {
    switch guid.uppercased().filter({ $0 != "{" && $0 != "}" }) {
    case "CCC2A336-D7F3-4818-A213-272B7924213E": self = .azureKeyVault
    case "859E1386-BDB4-49E8-85C7-3070B13920E1": self = .awsDomainless
    case "E4781092-F116-4B79-B55E-28EB6A224E26": self = .rancher
    default: return nil
    }
  }

  func canRead(_ input: String) -> Bool {
    let folded = input.lowercased()
    switch self {
    case .azureKeyVault: return folded.contains("objectid=") && folded.contains("secreturi=")
    case .awsDomainless: return folded.contains("credentialarn") && folded.contains("arn:")
    case .rancher: return folded.contains(":")
    }
  }

  var expectedInput: String {
    switch self {
    case .azureKeyVault:
      "ObjectId=<managed identity>;SecretUri=https://<vault>.vault.azure.net/secrets/<name>"
    case .awsDomainless: #"{"credentialArn":"arn:aws:secretsmanager:…"}"#
    case .rancher: "<namespace of the account provider>:<secret>"
    }
  }
}
