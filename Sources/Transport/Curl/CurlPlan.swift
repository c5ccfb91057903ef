// What libcurl is told for a request to an endpoint: pure, so that it can be tested without a network.

/// A request to an endpoint in libcurl's terms.
struct CurlPlan: Sendable {
  /// The URL, escaped.
  var url: String
  /// The socket in the file system; for a command a name that tells its connections from others, and is never opened.
  var socketPath: String?
  /// The command that makes the connection.
  var command: ConnectionCommand?
  /// Headers as lines; some of them are secret.
  var headerLines: [String]
  /// `name:port:host:port` where the certificate's name is not the host's.
  var connectTo: String?
  /// The proxy; empty: none, whatever the environment says.
  var proxy: String
  var tls: TLSSettings?
  /// What is posted.
  var body: String?
  var acceptsGzip: Bool
  var connectLimit: Duration
  var silenceLimit: Duration?
  /// The name that the server's certificate must carry.
  var expectedName: String

  init(_ request: HTTPRequest, _ endpoint: HTTPEndpoint) throws(TransportFault) {
    let target = endpoint.basePath + request.path
    guard target.hasPrefix("/") else { throw .unsendable(reason: "the path does not begin with a slash") }
    var headers =
      request.headers.map { ($0.name, $0.value) } + request.secrets.map { ($0.name, $0.value.revealed) }
    for (name, value) in headers where !Self.isToken(name) || value.utf8.contains(where: Self.endsLine) {
      // The name alone: the value may be a secret.
      throw .unsendable(
        reason: "the header \(Self.isToken(name) ? name : "without a proper name") holds a line's end")
    }
    proxy = ""
    expectedName = "localhost"
    var authority = "localhost"
    switch endpoint.address {
    case .host(let host, let port):
      let name = endpoint.tls?.serverName ?? host
      expectedName = name
      authority = "\(Self.bracketed(name)):\(port)"
      if name != host {
        connectTo = "\(authority):\(Self.bracketed(host)):\(port)"
        headers.append(("Host", "\(Self.bracketed(host)):\(port)"))
      }
      proxy = endpoint.proxy.proxy(host: host, port: port, isSecure: endpoint.tls != nil)?.revealed ?? ""
      // In Go's terms the proxy looks names up, in libcurl's only socks5h does.
      if proxy.hasPrefix("socks5://") { proxy = "socks5h" + proxy.dropFirst("socks5".count) }
    case .unixSocket(let path):
      guard path.utf8.count < 108 else { throw .unsendable(reason: "a socket's path has at most 107 bytes") }
      socketPath = path
    case .command(let command):
      self.command = command
      socketPath = "command \(UInt(bitPattern: command.hashValue))"
    }
    let scheme = endpoint.tls == nil ? "http" : "https"
    let query = request.query.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
    url = "\(scheme)://\(authority)\(Self.escaped(target, keepingSlashes: true))"
    if !query.isEmpty { url += "?" + query.joined(separator: "&") }
    if case .review(let review) = request.question {
      body = review.body
      headers.append(("Content-Type", "application/json"))
    }
    // libcurl reads `Name:` as "leave this header out", and `Name;` as "send it empty".
    headerLines = headers.map { $0.1.isEmpty ? "\($0.0);" : "\($0.0): \($0.1)" }
    tls = endpoint.tls
    acceptsGzip = request.acceptsGzip
    connectLimit = endpoint.connectLimit
    silenceLimit = request.silenceLimit
  }

  private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0 }

  /// Source: RFC 9110 section 5.6.2.
  private static func isToken(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { isUnreserved($0) || "!#$%&'*+^`|".utf8.contains($0) }
  }

  /// Source: RFC 3986 section 2.3.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  static func escaped(_ text: String, keepingSlashes: Bool = false) -> String {
    var result = ""
    for byte in text.utf8 {
      if isUnreserved(byte) || keepingSlashes && byte == UInt8(ascii: "/") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
