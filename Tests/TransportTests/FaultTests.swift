// What goes wrong on a network, each told apart: real servers that refuse, hang, break off or are somebody else.

import Foundation
import Testing
import Transport

@Suite("Faults over a real socket", .enabled(if: LoopbackServer.canRun, "needs python3 and openssl"))
struct FaultTests {
  private let transport = CurlTransport()

  /// The fault of a request whose body is read to its end; nil where there is none.
  private func fault(
    _ path: String, _ endpoint: HTTPEndpoint, silence: Duration = .seconds(20)
  ) async -> TransportFault? {
    var request = HTTPRequest(get: path)
    request.silenceLimit = silence
    do throws(TransportFault) {
      _ = try await transport.open(request, at: endpoint).body.collected()
      return nil
    } catch {
      return error
    }
  }

  @Test("nobody listens")
  func refused() async throws {
    let port = try LoopbackServer().port
    #expect(await fault("/", HTTPEndpoint(.host("127.0.0.1", port: port))) == .refused)
  }

  @Test("a name that nobody knows")
  func name() async {
    let endpoint = HTTPEndpoint(.host("no-such-host.invalid", port: 1))
    #expect(await fault("/", endpoint) == .nameNotFound(host: "no-such-host.invalid"))
  }

  @Test("no socket, a socket nobody listens on, a path that is too long")
  func sockets() async throws {
    let path = "/tmp/gmsa-\(getpid())-none.sock"
    #expect(await fault("/", HTTPEndpoint(.unixSocket(path: path))) == .noSocket(path: path))
    let left = "/tmp/gmsa-\(getpid())-left.sock"
    _ = try LoopbackServer("--unix", left).port
    #expect(await fault("/", HTTPEndpoint(.unixSocket(path: left))) == .refused)
    unlink(left)
    let long = "/" + String(repeating: "x", count: 200)
    guard case .unsendable = await fault("/", HTTPEndpoint(.unixSocket(path: long))) else {
      Issue.record("a long path was sent")
      return
    }
  }

  @Test("a host that answers no connection is given up after the limit, in its stage")
  func blackHole() async throws {
    let full = try LoopbackServer("--full")
    var endpoint = full.plain
    endpoint.connectLimit = .milliseconds(300)
    #expect(await fault("/", endpoint) == .timedOut(.connecting))
    let deaf = try LoopbackServer("--deaf")
    #expect(await fault("/", deaf.plain, silence: .milliseconds(300)) == .timedOut(.answer))
    endpoint = deaf.secure(TLSSettings())
    endpoint.connectLimit = .milliseconds(300)
    #expect(await fault("/", endpoint) == .timedOut(.handshake))
  }

  @Test("an answer that stops in its middle")
  func brokenOff() async throws {
    let server = try LoopbackServer()
    #expect(await fault("/cut", server.plain) == .closedEarly(.body))
    #expect(await fault("/short", server.plain) == .closedEarly(.body))
    #expect(await fault("/close", server.plain) == .closedEarly(.answer))
    guard case .noHTTP = await fault("/garbage", server.plain) else {
      Issue.record("garbage was taken for HTTP")
      return
    }
  }

  @Test("what came before the break can still be read")
  func beforeTheBreak() async throws {
    let server = try LoopbackServer()
    let response = try await transport.open(HTTPRequest(get: "/cut"), at: server.plain)
    var iterator = response.body.makeAsyncIterator()
    let first = try await iterator.next()
    #expect(first?.starts(with: Array("first".utf8)) == true)
  }

  @Test("silence ends a transfer: before the answer, and in it")
  func silence() async throws {
    let server = try LoopbackServer()
    let limit = Duration.milliseconds(300)
    #expect(await fault("/hang", server.plain, silence: limit) == .timedOut(.answer))
    #expect(await fault("/silent", server.plain, silence: limit) == .silent(limit))
  }

  @Test("a server that is somebody else")
  func serverCertificates() async throws {
    let certificates = try TestCertificates.shared.get()
    let trust = try certificates.trusting()
    let good = try certificates.server()
    #expect(await fault("/echo", good.secure(trust)) == nil)
    #expect(await fault("/echo", good.secure(TLSSettings())) == .tls(.unknownAuthority))
    let stranger = try certificates.trusting("stranger")
    #expect(await fault("/echo", good.secure(stranger)) == .tls(.unknownAuthority))
    let elsewhere = try certificates.server("elsewhere")
    #expect(await fault("/echo", elsewhere.secure(trust)) == .tls(.wrongName(expected: "localhost")))
    let late = try certificates.server("late")
    #expect(await fault("/echo", late.secure(trust)) == .tls(.serverExpired))
    let early = try certificates.server("early")
    #expect(await fault("/echo", early.secure(trust)) == .tls(.serverNotYetValid))
    var trusting = trust
    trusting.verifiesServer = false
    #expect(await fault("/echo", elsewhere.secure(trusting)) == nil)
    #expect(
      await fault("/echo", good.secure(TLSSettings(authorities: .given([1, 2, 3]))))
        == .tls(.authoritiesUnusable))
  }

  @Test("a client that the server does not take", arguments: [[], ["--tls12"]])
  func clientCertificates(more: [String]) async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try LoopbackServer(
      ["--tls", certificates.path("server.pem"), certificates.path("server.key")]
        + ["--clients", certificates.path("authority.pem")] + more)
    func fault(of client: ClientCertificate?) async throws -> TransportFault? {
      await self.fault("/echo", server.secure(try certificates.trusting(client: client)))
    }
    #expect(try await fault(of: try certificates.client("client")) == nil)
    #expect(try await fault(of: nil) == .tls(.clientMissing))
    #expect(try await fault(of: try certificates.client("former")) == .tls(.clientExpired))
    guard case .tls(.clientRejected) = try await fault(of: try certificates.client("foreign")) else {
      Issue.record("a stranger's client was taken, or told otherwise")
      return
    }
  }

  @Test("a certificate that cannot be used asks nobody for a passphrase")
  func unusableClient() async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try certificates.server()
    for client in [
      try certificates.client("client", key: "locked"), try certificates.client("client", key: "server"),
      ClientCertificate(certificate: [1], key: SecretBytes([2])),
    ] {
      guard
        case .tls(.clientUnusable) = await fault(
          "/", server.secure(try certificates.trusting(client: client)))
      else {
        Issue.record("an unusable certificate was used")
        continue
      }
    }
  }

  @Test("plain HTTP where TLS was expected, and the other way round")
  func wrongScheme() async throws {
    let plain = try LoopbackServer()
    #expect(await fault("/echo", plain.secure(TLSSettings())) == .tls(.noTLS))
  }

  @Test("a proxy that is not there, and one that does not let through")
  func proxies() async throws {
    let certificates = try TestCertificates.shared.get()
    let server = try certificates.server()
    var endpoint = server.secure(try certificates.trusting())
    let nobody = try LoopbackServer().port
    endpoint.proxy = .always(SecretText("http://127.0.0.1:\(nobody)"))
    guard case .proxy(.unreachable) = await fault("/echo", endpoint) else {
      Issue.record("a proxy that is not there")
      return
    }
    let proxy = try LoopbackServer("--proxy")
    endpoint.proxy = .always(SecretText("http://127.0.0.1:\(proxy.port)"))
    endpoint.address = .host("forbidden", port: 443)
    #expect(await fault("/echo", endpoint) == .proxy(.refusedWay(status: 407)))
    endpoint.proxy = .always(SecretText("http://no-such-proxy.invalid:1"))
    #expect(await fault("/echo", endpoint) == .proxy(.nameNotFound))
  }

  @Test("a command that is not there, and one that ends with words")
  func commands() async throws {
    let absent = ConnectionCommand(program: "no-such-program", arguments: [])
    #expect(
      await fault("/", HTTPEndpoint(.command(absent)))
        == .command(.notStarted(program: "no-such-program", reason: "No such file or directory")))
    let refusing = ConnectionCommand(
      program: "python3",
      arguments: [LoopbackServer.script, "--stdio", "--say", "Host key verification failed."])
    #expect(
      await fault("/", HTTPEndpoint(.command(refusing)))
        == .command(.ended(program: "python3", status: 255, words: "Host key verification failed.\n")))
  }

  @Test("a header or path that HTTP cannot carry is not sent, and its value is not told")
  func unsendable() async throws {
    var request = HTTPRequest(get: "/echo")
    request.secrets = [SecretHeader("X-Token", SecretText("geheim\r\nX-Other: 1"))]
    do {
      _ = try await transport.open(request, at: HTTPEndpoint(.host("127.0.0.1", port: 1)))
      Issue.record("it was sent")
    } catch {
      #expect("\(error)".contains("X-Token") && !"\(error)".contains("geheim"))
    }
  }
}
