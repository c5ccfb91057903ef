// A login over time: what is renewed, what is kept, and what is asked once.

import DashboardModel
import Foundation
import Synchronization
import Testing
import Transport

@testable import DashboardFeeds

@Suite("A login")
struct KubernetesLoginTests {
  private let folder: TemporaryFolder
  private let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  private func write(user: String, server: String = "https://h:1") throws {
    try folder.write(
      """
      current-context: one
      clusters: [{name: c, cluster: {server: "\(server)"}}]
      contexts: [{name: one, context: {cluster: c, user: u}}]
      users: [{name: u, user: \(user)}]
      """, to: "kubeconfig")
  }

  private func login() -> KubernetesLogin {
    let paths = KubeconfigPaths(flag: "\(folder.path)/kubeconfig", environment: Environment())
    return KubernetesLogin(
      LoginOrigin(.kubeconfig(paths, context: nil)), environment: Environment(["PATH": "/usr/bin:/bin"]),
      now: { [clock] in clock.now })
  }

  /// A plugin that counts its runs, and says the count as its token.
  private func writePlugin(expiresAt: Timestamp?) throws {
    let expiry = expiresAt.map { ",\\\"expirationTimestamp\\\":\\\"\($0.text)\\\"" } ?? ""
    try folder.write(
      """
      #!/bin/sh
      cd "$(dirname "$0")"
      echo x >> runs
      n=$(($(wc -l < runs)))
      echo "{\\"kind\\":\\"ExecCredential\\",\\"apiVersion\\":\\"client.authentication.k8s.io/v1\\",\\"status\\":{\\"token\\":\\"t$n\\"\(expiry)}}"
      """, to: "plugin.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/plugin.sh")
    try write(
      user: "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./plugin.sh}}")
  }

  private static func token(_ access: KubernetesAccess) -> String? {
    access.signed(HTTPRequest(get: "/")).secrets.first?.value.revealed
  }

  @Test("a token file that is written again is read again")
  func tokenFile() async throws {
    try folder.write("first", to: "token")
    try write(user: "{tokenFile: token}")
    let login = login()
    #expect(try await Self.token(login.access()) == "Bearer first")
    try folder.write("thesecond\n", to: "token.new")
    try folder.rename("token.new", to: "token")
    #expect(try await Self.token(login.access()) == "Bearer thesecond")
  }

  @Test("a kubeconfig that is written again is taken up, also from broken to whole")
  func kubeconfigChanges() async throws {
    try write(user: "{token: a}")
    let login = login()
    #expect(try await Self.token(login.access()) == "Bearer a")
    try folder.write("users: [", to: "kubeconfig.new")
    try folder.rename("kubeconfig.new", to: "kubeconfig")
    await #expect(throws: LoginFault.self) { try await login.access() }
    try write(user: "{token: bb}", server: "https://other:2")
    let access = try await login.access()
    #expect(Self.token(access) == "Bearer bb")
    #expect(access.endpoint.words == "https://other:2")
  }

  @Test("a connection stays with the context that was the current one when it was made")
  func keepsItsContext() async throws {
    func write(current: String) throws {
      try folder.write(
        """
        current-context: \(current)
        clusters: [{name: c, cluster: {server: "https://c:1"}}, {name: d, cluster: {server: "https://d:1"}}]
        contexts: [{name: one, context: {cluster: c}}, {name: two, context: {cluster: d}}]
        """, to: "kubeconfig")
    }
    try write(current: "one")
    let connection = try KubernetesConnection(
      word: "k8s", context: nil, cluster: nil, namespaces: [], kubeconfig: "\(folder.path)/kubeconfig",
      environment: Environment(), now: { [clock] in clock.now })
    try write(current: "two")
    #expect(try await connection.login.access().endpoint.words == "https://c:1")
  }

  @Test("a plugin is asked once for many requests, and again only when its credential is over")
  func cachesUntilExpiry() async throws {
    try writePlugin(expiresAt: clock.now.advanced(by: .seconds(600)))
    let login = login()
    let tokens = try await withThrowingTaskGroup(of: String?.self) { group in
      for _ in 0..<20 { group.addTask { try await Self.token(login.access()) } }
      return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(tokens == ["Bearer t1"])
    clock.advance(by: .seconds(599))
    #expect(try await Self.token(login.access()) == "Bearer t1")
    clock.advance(by: .seconds(1))
    #expect(try await Self.token(login.access()) == "Bearer t2")
  }

  @Test("a credential without an end is kept until it is refused; refusing an older one changes nothing")
  func asksAgainWhenRefused() async throws {
    try writePlugin(expiresAt: nil)
    let login = login()
    let first = try await login.access()
    clock.advance(by: .seconds(1_000_000))
    #expect(try await login.access() == first)
    await login.rejected(first)
    let second = try await login.access()
    #expect(Self.token(second) == "Bearer t2")
    await login.rejected(first)
    #expect(try await login.access() == second)
  }

  @Test("a plugin that failed is asked again by the next request")
  func failsAndRecovers() async throws {
    try writePlugin(expiresAt: nil)
    let working = try String(contentsOfFile: "\(folder.path)/plugin.sh", encoding: .utf8)
    try folder.write("#!/bin/sh\necho 'session expired' >&2\nexit 1\n", to: "plugin.sh")
    let login = login()
    do {
      _ = try await login.access()
      Issue.record("the plugin failed, and its login did not")
    } catch {
      #expect(error.cause == .notAuthorised && error.text.contains("session expired"))
    }
    try folder.write(working, to: "plugin.sh")
    #expect(try await Self.token(login.access()) == "Bearer t1")
  }

  @Test("a login that nobody wants any more ends its plugin")
  func endsThePlugin() async throws {
    try folder.write("#!/bin/sh\necho $$ > pid.new; mv pid.new pid\nexec sleep 1000\n", to: "plugin.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/plugin.sh")
    let process = PluginProcess(
      program: "/bin/sh", arguments: ["-c", "cd '\(folder.path)'; exec ./plugin.sh"],
      variables: ["PATH=/usr/bin:/bin"], timeLimit: .seconds(100))
    let watcher = try #require(FolderWatcher())
    watcher.watch([folder.path: .only(["pid"])])
    let task = Task { try await process.outcome() }
    #expect(watcher.waitForChange(StopSignal(), or: Bell()))
    task.cancel()
    let outcome = try await task.value
    #expect(outcome.ending == .cancelled)
    let identifier = try #require(
      Int32(
        try String(contentsOfFile: "\(folder.path)/pid", encoding: .utf8).trimmingCharacters(in: .newlines)))
    #expect(kill(identifier, 0) != 0)
  }

  @Test("a change of the kubeconfig or of a file that it names is told")
  func tellsChanges() async throws {
    try folder.write("first", to: "token")
    try write(user: "{tokenFile: token}")
    let connection = try KubernetesConnection(
      word: "k8s", context: nil, cluster: nil, namespaces: [], kubeconfig: "\(folder.path)/kubeconfig",
      environment: Environment(), now: { [clock] in clock.now })
    #expect(connection.cluster == "one")
    var changes = connection.changes().makeAsyncIterator()
    // The watch begins on a thread of its own: writing goes on until it is seen.
    let token = folder.url.appending(path: "token")
    let writer = Task.detached {
      while !Task.isCancelled {
        try Data("second".utf8).write(to: token)
        await Task.yield()
      }
    }
    #expect(await changes.next() != nil)
    writer.cancel()
    _ = try? await writer.value
  }
}

/// A clock that a test sets.
final class SetClock: Sendable {
  private let moment = Mutex(Timestamp(milliseconds: 1_800_000_000_000))
  var now: Timestamp { moment.withLock { $0 } }
  func advance(by duration: Duration) { moment.withLock { $0 = $0.advanced(by: duration) } }
}
