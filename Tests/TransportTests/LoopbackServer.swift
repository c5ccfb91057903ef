// A real server on loopback, run by python3, that answers well or badly as a test wants.

import DashboardTesting
import Foundation
import Transport

/// A server that ends with this object.
final class LoopbackServer {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Servers")
  static let script = folder.appending(path: "server.py").path(percentEncoded: false)

  /// Whether this machine can run one.
  static let canRun = ["python3", "openssl"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  private let process = Process()
  private let input = Pipe()
  /// Where it listens; 0 on a unix socket.
  let port: Int

  /// Starts it, and returns when it listens.
  convenience init(_ arguments: String...) throws { try self.init(arguments) }

  init(_ arguments: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    port = Int(try Self.line(output.fileHandleForReading)) ?? -1
  }

  deinit {
    // A process that another test starts may hold the pipe open, so its end alone would not end the server.
    try? input.fileHandleForWriting.close()
    process.terminate()
    process.waitUntilExit()
  }

  /// Its address by plain HTTP.
  var plain: HTTPEndpoint { HTTPEndpoint(.host("127.0.0.1", port: port)) }

  /// Its address by TLS.
  func secure(_ tls: TLSSettings, host: String = "localhost") -> HTTPEndpoint {
    HTTPEndpoint(.host(host, port: port), tls: tls, connectLimit: .seconds(20))
  }

  private static func line(_ handle: FileHandle) throws -> String {
    var bytes = Data()
    while let byte = try handle.read(upToCount: 1), byte != Data([10]) { bytes += byte }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Certificates made for one run of the tests, in a folder that ends with this object.
final class TestCertificates: Sendable {
  static let shared = Result { try TestCertificates() }

  private let folder: URL

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "gmsa-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = URL(filePath: LoopbackServer.script).deletingLastPathComponent().appending(
      path: "make-certificates")
    let making = try Process.run(script, arguments: [folder.path(percentEncoded: false)])
    making.waitUntilExit()
    guard making.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  /// A file's place, for a server.
  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  /// A file's bytes.
  func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: folder.appending(path: name))) }

  /// A certificate with its key.
  func client(_ name: String, key: String? = nil) throws -> ClientCertificate {
    ClientCertificate(
      certificate: try bytes("\(name).pem"), key: SecretBytes(try bytes("\(key ?? name).key")))
  }

  /// Settings that trust the authority `name`.
  func trusting(_ name: String = "authority", client: ClientCertificate? = nil) throws -> TLSSettings {
    TLSSettings(authorities: .given(try bytes("\(name).pem")), client: client)
  }

  /// A server with a certificate.
  func server(_ name: String = "server", _ more: String...) throws -> LoopbackServer {
    try LoopbackServer(["--tls", path("\(name).pem"), path("\(name).key")] + more)
  }
}
