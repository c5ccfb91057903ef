// What goes into an exec plugin and what comes out of it: ExecCredential, as JSON.

import DashboardModel
import StructuredText
import Transport

/// What a plugin gave.
struct ExecCredential: Hashable, Sendable {
  let token: SecretText?
  let certificate: ClientCertificate?
  /// When to ask again; nil: when the server refuses it.
  let expiresAt: Timestamp?

  /// Reads what a plugin wrote to standard output. Source: client-go plugin/pkg/client/auth/exec/exec.go, refreshCredsLocked.
  init(reading output: [UInt8], expecting api: ExecPlugin.API) throws(ExecCredentialFault) {
    guard output.contains(where: { $0 > 0x20 }) else { throw .silent }
    let shape: ExecCredentialShape
    do throws(JSONFault) {
      var cursor = JSONCursor(output)
      shape = try ExecCredentialShape(reading: &cursor)
    } catch {
      throw .garbage(error.reason)
    }
    guard shape.version == api.rawValue, shape.kind == "ExecCredential" else {
      throw .wrongVersion(found: shape.version ?? shape.kind ?? "")
    }
    switch (shape.certificate, shape.key) {
    case (let certificate?, let key?):
      self.certificate = ClientCertificate(certificate: Array(certificate.utf8), key: SecretBytes(key.utf8))
    case (nil, nil): certificate = nil
    default: throw .halfCertificate
    }
    token = shape.token.map(SecretText.init)
    expiresAt = shape.expiresAt
    if token == nil, certificate == nil { throw .noCredential }
  }

  /// Whether it is over at a moment.
  func isOver(at now: Timestamp) -> Bool { expiresAt.map { $0 <= now } ?? false }
}

/// Why what a plugin wrote is no credential.
enum ExecCredentialFault: Error, Hashable, Sendable {
  case silent
  case garbage(JSONFault.Reason)
  case wrongVersion(found: String)
  case noCredential
  case halfCertificate
}

/// The members of an ExecCredential that count.
private struct ExecCredentialShape {
  var version: String?
  var kind: String?
  var token: String?
  var certificate: String?
  var key: String?
  var expiresAt: Timestamp?

  init(reading cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "apiVersion": version = try cursor.optionalString()
      case "kind": kind = try cursor.optionalString()
      case "status": try readStatus(&cursor)
      default: break
      }
    }
    guard cursor.isAtEnd else { throw cursor.fault(.unacceptable(found: "more", expected: "one object")) }
  }

  private mutating func readStatus(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "token": token = try Self.text(&cursor)
      case "clientCertificateData": certificate = try Self.text(&cursor)
      case "clientKeyData": self.key = try Self.text(&cursor)
      case "expirationTimestamp": expiresAt = try Timestamp(reading: &cursor)
      default: break
      }
    }
  }

  private static func text(_ cursor: inout JSONCursor) throws(JSONFault) -> String? {
    try cursor.optionalString().flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// What a plugin is told in KUBERNETES_EXEC_INFO.
enum ExecInfo {
  /// The variable.
  static let variable = "KUBERNETES_EXEC_INFO"

  /// Its value. Source: client.authentication.k8s.io/v1, ExecCredentialSpec and Cluster.
  static func json(_ plugin: ExecPlugin, _ cluster: PluginCluster) -> String {
    var writer = JSONWriter("")
    writer.object { writer in
      writer.member("kind", "ExecCredential")
      writer.member("apiVersion", plugin.api.rawValue)
      writer.key("spec")
      writer.object { (writer: inout JSONWriter<String>) in
        writer.member("interactive", false)
        guard plugin.wantsCluster else { return }
        writer.key("cluster")
        writer.object { writer in write(cluster, to: &writer) }
      }
    }
    return writer.target
  }

  private static func write(_ cluster: PluginCluster, to writer: inout JSONWriter<String>) {
    writer.member("server", cluster.server)
    if let name = cluster.serverName { writer.member("tls-server-name", name) }
    if cluster.skipsVerification { writer.member("insecure-skip-tls-verify", true) }
    if let authority = cluster.authority {
      writer.member("certificate-authority-data", Base64.encoded(authority))
    }
    if let proxy = cluster.proxy { writer.member("proxy-url", proxy.revealed) }
    if let config = cluster.config {
      writer.key("config")
      writer.value(number: config)
    }
  }
}

/// The cluster that a plugin logs in to.
struct PluginCluster: Hashable, Sendable {
  var server: String
  var serverName: String?
  var skipsVerification = false
  var authority: [UInt8]?
  var proxy: SecretText?
  /// JSON of the cluster's extension.
  var config: String?
}
