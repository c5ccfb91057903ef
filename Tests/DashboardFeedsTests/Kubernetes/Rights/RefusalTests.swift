// Answers that are not what was asked for, over a real socket: who answered, what it means, what to do.

import DashboardModel
import DashboardTesting
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Refusals")
struct RefusalTests {
  private let folder: TemporaryFolder
  private let transport = CurlTransport()

  init() throws { folder = try TemporaryFolder() }

  /// What comes of asking a server that answers with these bytes.
  private func fault(_ answer: String, now: Timestamp = Timestamp(milliseconds: 0)) async throws
    -> KubernetesFault?
  {
    let server = try FixedAnswerServer(answering: answer)
    defer { withExtendedLifetime(server) {} }
    try folder.write(
      """
      current-context: one
      clusters: [{name: c, cluster: {server: "http://127.0.0.1:\(server.port)"}}]
      contexts: [{name: one, context: {cluster: c}}]
      """, to: "kubeconfig")
    let paths = KubeconfigPaths(flag: "\(folder.path)/kubeconfig", environment: Environment())
    let login = KubernetesLogin(
      LoginOrigin(.kubeconfig(paths, context: nil)), environment: Environment(), now: { now })
    let session = KubernetesSession(login: login, transport: transport, now: { now })
    do throws(KubernetesFault) {
      _ = try await session.json(HTTPRequest(get: "/api/v1/pods"))
      return nil
    } catch {
      return error
    }
  }

  private static func http(_ status: String, _ type: String, _ body: String, _ more: String = "") -> String {
    "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test("a web page of a proxy or a login is told as such, with its title, whatever its status")
  func webPages() async throws {
    let page = "<!DOCTYPE html>\n<html><head><title>Corporate\n sign-on</title></head></html>"
    for answer in [
      Self.http("200 OK", "text/html; charset=utf-8", page), Self.http("200 OK", "text/plain", page),
      Self.http("403 Forbidden", "text/html", page), Self.http("502 Bad Gateway", "text/html", page),
    ] {
      let fault = try #require(try await fault(answer))
      #expect(fault.cause == (answer.contains(" 502 ") ? .cannotConnect : .unreadable))
      #expect(fault.text.contains("a web page (\"Corporate sign-on\") answers instead of the Kubernetes API"))
    }
  }

  @Test("200 without JSON says how it begins")
  func garbage() async throws {
    let fault = try #require(try await fault(Self.http("200 OK", "application/json", "hello\nworld")))
    #expect(fault.cause == .unreadable)
    #expect(
      fault.text.contains("/api/v1/pods is answered with 200 and no JSON: it begins with `hello world`"))
  }

  @Test("what speaks no HTTP is said")
  func noHTTP() async throws {
    let fault = try #require(try await fault("220 mail.example ESMTP\r\n"))
    #expect(fault.text.contains("no HTTP"))
  }

  @Test("401 and 403 are kept apart, with the server's words, and a clock that is off is said with a 401")
  func refusals() async throws {
    let unknown = Self.http(
      "401 Unauthorized", "application/json", #"{"kind":"Status","message":"Unauthorized"}"#,
      "Date: Sun, 29 Nov 2026 13:00:00 GMT\r\n")
    let now = try #require(Timestamp("2026-11-29T12:30:00Z"))
    let stranger = try #require(try await fault(unknown, now: now))
    #expect(stranger.cause == .notAuthorised)
    #expect(stranger.text.contains("does not know this login (401"))
    #expect(stranger.text.contains("clock is 30 minutes behind the server's"))
    let forbidden = Self.http(
      "403 Forbidden", "application/json",
      #"{"kind":"Status","message":"pods is forbidden: User \"anna\" cannot list resource \"pods\""}"#)
    let known = try #require(try await fault(forbidden))
    #expect(known.cause == .notAuthorised)
    #expect(known.text.contains("not allowed (403"))
    #expect(known.text.contains("pods is forbidden: User \"anna\""))
    guard case .refusal(let refusal) = known else { return }
    #expect(
      refusal.brief == "not allowed (403): pods is forbidden: User \"anna\" cannot list resource \"pods\"")
  }

  @Test("any other status is an answer that is tried again")
  func otherStatus() async throws {
    let busy = Self.http(
      "503 Service Unavailable", "application/json", #"{"kind":"Status","message":"etcd is down"}"#)
    let fault = try #require(try await fault(busy))
    #expect(fault.cause == .cannotConnect)
    #expect(fault.text.contains("answered with 503: etcd is down"))
  }

  @Test("the words of a Status are read from protobuf too")
  func protobuf() {
    let message = Array("pods is forbidden".utf8)
    let contents: [UInt8] = [0x1A, UInt8(message.count)] + message
    let type: [UInt8] = [0x0A, 2, 0x76, 0x31, 0x12, 6] + Array("Status".utf8)
    let body: [UInt8] =
      [0x6B, 0x38, 0x73, 0, 0x0A, UInt8(type.count)] + type + [0x12, UInt8(contents.count)] + contents
    #expect(ServerWords.message(body) == "pods is forbidden")
  }
}
