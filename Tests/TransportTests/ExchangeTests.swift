// Requests and answers over real sockets.

import Foundation
import Testing
import Transport

@Suite("Answers over a real socket", .enabled(if: LoopbackServer.canRun, "needs python3 and openssl"))
struct ExchangeTests {
  private let transport = CurlTransport()

  private func text(_ request: HTTPRequest, _ endpoint: HTTPEndpoint) async throws -> String {
    let response = try await transport.open(request, at: endpoint)
    return String(decoding: try await response.body.collected(upTo: 4 << 20), as: UTF8.self)
  }

  private struct Echo: Decodable {
    var method: String
    var target: String
    var headers: [String: String]
    var body: String
  }

  private func echo(_ request: HTTPRequest, _ endpoint: HTTPEndpoint) async throws -> Echo {
    try JSONDecoder().decode(Echo.self, from: Data(try await text(request, endpoint).utf8))
  }

  @Test("a request arrives as it was meant")
  func request() async throws {
    let server = try LoopbackServer()
    var request = HTTPRequest(get: "/echo", query: [QueryItem("filters", #"{"name":["a b"]}"#)])
    request.headers = [HTTPHeader("X-Empty", ""), HTTPHeader("X-Word", "two words")]
    request.secrets = [SecretHeader("Authorization", SecretText("Bearer t"))]
    let echo = try await echo(request, server.plain)
    #expect(echo.method == "GET" && echo.body.isEmpty)
    #expect(echo.target == "/echo?filters=%7B%22name%22%3A%5B%22a%20b%22%5D%7D")
    #expect(echo.headers["authorization"] == "Bearer t" && echo.headers["x-word"] == "two words")
    #expect(echo.headers["x-empty"] == "" && echo.headers["user-agent"] == "gmsa-tui")
    #expect(echo.headers["accept-encoding"] == nil)
  }

  @Test("a review is posted as JSON, and nothing else is")
  func review() async throws {
    let server = try LoopbackServer()
    let endpoint = server.plain
    let access = SelfReview.ResourceAccess(verb: "list", group: "", resource: "pods", namespace: #"a"b"#)
    let echo = try await echo(HTTPRequest(.access(access)), endpoint)
    #expect(echo.method == "POST" && echo.target == "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")
    #expect(echo.headers["content-type"] == "application/json")
    let sent = try JSONDecoder().decode(Review.self, from: Data(echo.body.utf8))
    #expect(sent.kind == "SelfSubjectAccessReview")
    #expect(
      sent.spec.resourceAttributes == ["verb": "list", "group": "", "resource": "pods", "namespace": #"a"b"#])
    let rules = try await self.echo(HTTPRequest(.rules(namespace: "shop")), endpoint)
    #expect(rules.method == "POST" && rules.body.contains(#""namespace": "shop""#))
  }

  private struct Review: Decodable {
    struct Spec: Decodable { var resourceAttributes: [String: String] }
    var kind: String
    var spec: Spec
  }

  @Test(
    "an answer of any status is an answer, and its words can be read", arguments: [200, 403, 404, 500, 503])
  func statuses(status: Int) async throws {
    let server = try LoopbackServer()
    let response = try await transport.open(HTTPRequest(get: "/status/\(status)"), at: server.plain)
    #expect(response.status == status)
    #expect(response.header("content-length") == "22")
    #expect(try await response.body.collected() == Array(#"{"message":"as asked"}"#.utf8))
  }

  @Test("a redirect is an answer and is not followed")
  func redirect() async throws {
    let server = try LoopbackServer()
    let response = try await transport.open(HTTPRequest(get: "/redirect"), at: server.plain)
    #expect(response.status == 302 && response.header("Location") == "/echo")
  }

  @Test("a compressed answer is read as if it were not, where the request takes it")
  func compressed() async throws {
    let server = try LoopbackServer()
    var request = HTTPRequest(get: "/gzip")
    request.acceptsGzip = true
    #expect(try await text(request, server.plain) == String(repeating: "hello ", count: 10_000))
  }

  @Test("a body comes while the server still writes it")
  func streaming() async throws {
    let server = try LoopbackServer()
    // The server writes a piece, and then nothing for an hour.
    let response = try await transport.open(HTTPRequest(get: "/silent"), at: server.plain)
    var iterator = response.body.makeAsyncIterator()
    let first = try await iterator.next()
    #expect(first.map { String(decoding: $0, as: UTF8.self) } == "first")
    withExtendedLifetime(server) {}
  }

  @Test("requests one after the other share a connection")
  func reuse() async throws {
    let server = try LoopbackServer()
    _ = try await text(HTTPRequest(get: "/echo"), server.plain)
    let before = OpenDescriptors.count
    for _ in 0..<20 { _ = try await text(HTTPRequest(get: "/echo"), server.plain) }
    #expect(OpenDescriptors.count <= before + 1)
  }

  @Test("a unix socket is an endpoint")
  func unixSocket() async throws {
    let path = "/tmp/gmsa-\(getpid())-\(UInt16.random(in: 0...UInt16.max)).sock"
    let server = try LoopbackServer("--unix", path)
    defer { unlink(path) }
    let echo = try await echo(HTTPRequest(get: "/echo"), HTTPEndpoint(.unixSocket(path: path)))
    #expect(echo.headers["host"] == "localhost" && server.port == 0)
  }

  @Test("the standard input and output of a command are an endpoint, and are used again")
  func command() async throws {
    let command = ConnectionCommand(program: "python3", arguments: [LoopbackServer.script, "--stdio"])
    let endpoint = HTTPEndpoint(.command(command))
    #expect(try await echo(HTTPRequest(get: "/echo"), endpoint).method == "GET")
    let before = OpenDescriptors.count
    #expect(
      try await text(HTTPRequest(get: "/bytes", query: [QueryItem("70000", "")]), endpoint).count == 70_000)
    #expect(OpenDescriptors.count <= before + 2)
  }

  @Test("the base path stands in front of every path")
  func basePath() async throws {
    let server = try LoopbackServer()
    var endpoint = server.plain
    endpoint.basePath = "/status"
    #expect(try await transport.open(HTTPRequest(get: "/418"), at: endpoint).status == 418)
  }

  @Test("by a proxy, and past it for a host that needs none")
  func proxy() async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try certificates.server()
    let proxy = try LoopbackServer("--proxy")
    var endpoint = server.secure(try certificates.trusting())
    endpoint.proxy = .always(SecretText("http://127.0.0.1:\(proxy.port)"))
    let answer = try await transport.open(HTTPRequest(get: "/echo"), at: endpoint)
    // The proxy's own answer is none of the server's.
    #expect(answer.status == 200 && answer.header("X-Proxy") == nil)
    endpoint.proxy = ProxySettings(secure: SecretText("http://127.0.0.1:1"), exceptions: "localhost")
    #expect(try await echo(HTTPRequest(get: "/echo"), endpoint).method == "GET")
  }

  @Test("the certificate may carry another name than the address, where the endpoint says so")
  func serverName() async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try certificates.server("elsewhere")
    var tls = try certificates.trusting()
    tls.serverName = "elsewhere.example"
    let echo = try await echo(HTTPRequest(get: "/echo"), server.secure(tls, host: "127.0.0.1"))
    #expect(echo.headers["host"] == "127.0.0.1:\(server.port)")
  }

  @Test("a client shows its certificate from memory")
  func clientCertificate() async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try certificates.server("server", "--clients", certificates.path("authority.pem"))
    let tls = try certificates.trusting(client: try certificates.client("client"))
    #expect(try await echo(HTTPRequest(get: "/echo"), server.secure(tls)).method == "GET")
  }
}
