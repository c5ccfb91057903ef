// What a request can say, and what it keeps to itself.

import Testing
import Transport

@Suite("Requests")
struct RequestTests {
  @Test("a secret header is printed nowhere")
  func secrets() {
    var request = HTTPRequest(get: "/api")
    request.secrets = [SecretHeader("Authorization", SecretText("Bearer geheim"))]
    let client = ClientCertificate(certificate: [], key: SecretBytes("geheim".utf8))
    var dumped = ""
    dump(request, to: &dumped)
    dump(client, to: &dumped)
    for text in [dumped, "\(request)", String(reflecting: request), "\(client)", String(reflecting: client)] {
      #expect(!text.contains("geheim") && !text.contains("103, 101, 104"))
    }
  }

  @Test(
    "an address is written as an operator would",
    arguments: [
      (HTTPEndpoint(.host("a", port: 1)), "http://a:1"),
      (HTTPEndpoint(.host("fd00::1", port: 2376), tls: TLSSettings()), "https://[fd00::1]:2376"),
      (HTTPEndpoint(.unixSocket(path: "/run/docker.sock")), "unix:///run/docker.sock"),
      (HTTPEndpoint(.command(ConnectionCommand(program: "ssh", arguments: ["h", "x"]))), "ssh h x"),
      (HTTPEndpoint(.host("a", port: 1), tls: TLSSettings(), basePath: "/k8s"), "https://a:1/k8s"),
    ])
  func words(endpoint: HTTPEndpoint, words: String) {
    #expect(endpoint.words == words)
  }
}
