// Kubeconfigs as folders: beside each stands the way in that it gives, or what is wrong with it.

import DashboardModel
import DashboardTesting
import Foundation
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Kubeconfigs")
struct LoginCaseTests {
  private static let folder = "Tests/DashboardFeedsTests/Kubernetes/Login/Cases"
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: RepositoryFiles.url(folder).path())
    return (all ?? []).sorted()
  }()

  @Test("there are cases")
  func exist() { #expect(Self.names.count > 60) }

  @Test(
    "a kubeconfig leads where kubectl's rules lead, or its fault says where, why and what next",
    arguments: names)
  func leads(name: String) async throws {
    let login = try LoginCase(RepositoryFiles.url("\(Self.folder)/\(name)").path())
    let text = await login.outcome()
    Golden(folder: "Cases").expect(text, named: "\(name)/expect.txt")
    for word in ["planted-secret-token", "planted-client-secret", "eyJ"] { #expect(!text.contains(word)) }
  }
}

/// A folder with kubeconfig files, and perhaps the context asked for and the environment.
private struct LoginCase {
  let folder: String
  let environment: Environment
  let context: String?

  init(_ folder: String) throws {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let path = self.folder
    func text(_ name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
    context = text("context.txt")?.trimmingCharacters(in: .whitespacesAndNewlines)
    var values: [String: String] = [:]
    for line in text("environment.txt")?.split(separator: "\n") ?? [] {
      let parts = line.split(separator: "=", maxSplits: 1)
      values[String(parts[0])] = String(parts[1])
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasPrefix("kubeconfig") }.sorted().map { "\(path)/\($0)" }
    // What is not there is skipped, and so is what stands twice.
    values["KUBECONFIG"] = (["\(path)/not-there"] + files + files).joined(separator: ":")
    environment = Environment(values)
  }

  func outcome() async -> String {
    let origin = LoginOrigin(
      .kubeconfig(KubeconfigPaths(flag: nil, environment: environment), context: context))
    let login = KubernetesLogin(origin, environment: environment, pluginLimit: .seconds(2)) {
      Timestamp(milliseconds: 1_800_000_000_000)
    }
    do throws(LoginFault) {
      return described(try await login.access())
    } catch {
      return "\(error.cause.rawValue)\n\(error.text.replacing(folder, with: "DIR"))\n"
    }
  }

  private func described(_ access: KubernetesAccess) -> String {
    var lines = [
      access.endpoint.words, "login: \(access.login)", "security: \(access.security.rawValue)",
    ]
    if let namespace = access.contextNamespace { lines.append("namespace: \(namespace)") }
    if let tls = access.endpoint.tls {
      if case .given(let bytes) = tls.authorities { lines.append("authority: \(Self.text(bytes))") }
      if let name = tls.serverName { lines.append("server name: \(name)") }
      if let client = tls.client {
        lines.append("client: \(Self.text(client.certificate)), \(Self.text(client.key.revealed))")
      }
      if !tls.verifiesServer { lines.append("does not check the server") }
    }
    if case .host(let host, let port) = access.endpoint.address,
      let proxy = access.endpoint.proxy.proxy(host: host, port: port, isSecure: access.endpoint.tls != nil)
    {
      lines.append("proxy: \(proxy.revealed)")
    }
    let request = access.signed(HTTPRequest(get: "/api"))
    lines += request.headers.map { "\($0.name): \($0.value)" }
    lines += request.secrets.map { "\($0.name): \($0.value.revealed)" }
    lines += access.notes.map { "note: \($0.replacing(folder, with: "DIR"))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
