// What a request to one Kubernetes API needs at this moment: where it goes, and what it carries.

package import DashboardModel
package import Transport

/// A way in, as it is now. Ask `KubernetesLogin` for it again before each request: tokens are renewed.
package struct KubernetesAccess: Hashable, Sendable {
  /// The server.
  package let endpoint: HTTPEndpoint
  /// The namespace of the context; nil where it names none.
  package let contextNamespace: String?
  /// How it logs in, for the sources screen; no secret.
  package let login: String
  /// How the line is secured.
  package let security: FeedConnection.Security
  /// What somebody who looks for a fault should know: the words of a plugin, a certificate that is not checked.
  package let notes: [String]
  /// Whom requests are made as, and the like.
  let headers: [HTTPHeader]
  let secrets: [SecretHeader]
  /// Which credential of the plugin it carries; nil: none.
  let pluginRun: Int?

  /// The request with what it must carry.
  package func signed(_ request: HTTPRequest) -> HTTPRequest {
    var request = request
    request.headers += headers
    request.secrets += secrets
    return request
  }
}

extension Impersonation {
  /// As requests carry it. Source: client-go transport/round_trippers.go, impersonatingRoundTripper.
  var headers: [HTTPHeader] {
    guard let user else { return [] }
    var headers = [HTTPHeader("Impersonate-User", user)]
    if let uid { headers.append(HTTPHeader("Impersonate-Uid", uid)) }
    headers += groups.map { HTTPHeader("Impersonate-Group", $0) }
    for extra in self.extra {
      headers += extra.values.map { HTTPHeader("Impersonate-Extra-\(Self.escaped(extra.key))", $0) }
    }
    return headers
  }

  /// A key as a header's name can carry it: what no name may hold is written as %XX.
  private static func escaped(_ key: String) -> String {
    key.utf8.map { byte in
      isOfHeaderName(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
    }.joined()
  }

  private static func isOfHeaderName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    // `%` is what escapes begin with.
    default: "!#$&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.utf8.count == 1 ? "0\(text)" : text
  }
}
