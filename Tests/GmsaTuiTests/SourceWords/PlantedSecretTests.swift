// Secrets that are planted in every place where a kubeconfig has one, and looked for in everything that is printed.

import DashboardTesting
import Foundation
import Testing

@testable import gmsa_tui

@Suite("Planted secrets")
struct PlantedSecretTests {
  private static let planted = "planted-secret-0123456789"
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A user of the kubeconfig for each place of a secret. The plugin says its own on both of its outputs, and fails.
  private static let users = [
    "token": "{token: \(planted)}",
    "password": "{username: anna, password: \(planted)}",
    "plugin":
      "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin.sh, args: [\(planted)], "
      + "env: [{name: SECRET, value: \(planted)}]}}",
    "provider": "{auth-provider: {name: gcp, config: {access-token: \(planted)}}}",
    "wrong-kind": "{token: [\(planted)]}",
    "broken": "{token: \(planted)",
  ]

  @Test("no command prints a secret of the kubeconfig, whatever goes wrong", arguments: users.keys.sorted())
  func printsNone(user: String) throws {
    let server = try FixedAnswerServer(answering: "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}")
    try folder.write(
      """
      current-context: one
      clusters:
      - name: c
        cluster: {server: "https://127.0.0.1:\(server.port)", proxy-url: "http://\(Self.planted):x@127.0.0.1:1"}
      contexts: [{name: one, context: {cluster: c, user: u}}]
      users:
      - {name: u, user: \(Self.users[user] ?? "")}
      """, to: "kubeconfig")
    try folder.write("#!/bin/sh\necho \"$1 $SECRET\" >&2\necho \"$1\"\nexit 1\n", to: "plugin.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/plugin.sh")
    let script = try CommandRun(
      ["report", "k8s", "--kubeconfig", "\(folder.path)/kubeconfig"])
    let all = [
      script,
      try CommandRun(["check", "--format", "json", "k8s", "--kubeconfig", "\(folder.path)/kubeconfig"]),
      try CommandRun(["snapshot", "k8s"], environment: ["KUBECONFIG": "\(folder.path)/kubeconfig"]),
      try CommandRun(["config", "show"], environment: ["KUBECONFIG": "\(folder.path)/kubeconfig"]),
    ]
    for run in all {
      #expect(!run.output.contains(Self.planted))
      #expect(!run.messages.contains(Self.planted))
    }
    #expect(script.status != 0 && !script.messages.isEmpty)
    withExtendedLifetime(server) {}
  }
}
