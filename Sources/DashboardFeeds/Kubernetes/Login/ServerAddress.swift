// The `server` of a cluster, taken apart.

/// Where a Kubernetes API listens.
struct ServerAddress: Hashable, Sendable {
  let isSecure: Bool
  /// A name or an address, IPv6 without brackets.
  let host: String
  let port: Int
  /// What stands before every path; empty, or with a slash in front and none behind.
  let basePath: String

  /// Reads `https://host:port/base`. Without a scheme it is https where anything speaks of certificates, and http
  /// otherwise. Source: client-go rest/url_utils.go, DefaultServerURL.
  init(
    _ text: String, of cluster: KubeconfigCluster, _ user: KubeconfigUser?
  ) throws(KubeconfigFault) {
    let speaksOfTLS =
      cluster.authorityFile != nil || cluster.authorityData != nil || cluster.skipsVerification
      || user?.certificateFile != nil || user?.certificateData != nil
    guard let address = ServerAddress(text, isSecureByDefault: speaksOfTLS) else {
      throw .badServer(cluster.place, server: text)
    }
    self = address
  }

  /// A host that is reached over https.
  init(host: String, port: Int) {
    (isSecure, self.host, self.port, basePath) = (true, host, port, "")
  }

  init?(_ text: String, isSecureByDefault: Bool) {
    var rest = Substring(text)
    var isSecure = isSecureByDefault
    let hasScheme = text.contains("://")
    if let end = text.firstRange(of: "://") {
      switch text[..<end.lowerBound].lowercased() {
      case "https": isSecure = true
      case "http": isSecure = false
      default: return nil
      }
      rest = text[end.upperBound...]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    let path = rest[slash...]
    // Without a scheme nobody can tell a host with a path from a path.
    if !hasScheme, path.count > 1 { return nil }
    guard !path.contains("?"), !path.contains("#"), !authority.contains("@"),
      let (host, port) = Self.hostAndPort(authority)
    else { return nil }
    self.isSecure = isSecure
    self.host = host
    self.port = port ?? (isSecure ? 443 : 80)
    basePath = path.split(separator: "/").map { "/\($0)" }.joined()
  }

  private static func hostAndPort(_ text: Substring) -> (host: String, port: Int?)? {
    var host = text
    var port: Substring?
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<end]
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.first == ":" else { return nil }
      port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    guard !host.isEmpty, host.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) else {
      return nil
    }
    guard let port else { return (String(host), nil) }
    guard let number = Int(port), (1...65_535).contains(number) else { return nil }
    return (String(host), number)
  }

  /// As the kubeconfig would write it.
  var words: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(isSecure ? "https" : "http")://\(name):\(port)\(basePath)"
  }
}
