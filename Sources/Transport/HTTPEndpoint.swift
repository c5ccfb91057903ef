// The other end of a connection: where it is, how it is reached, and how long that may take.

/// A server.
package struct HTTPEndpoint: Hashable, Sendable {
  /// Where a server listens.
  package enum Address: Hashable, Sendable {
    /// A name or a numeric address (IPv6 without brackets), and a port.
    case host(String, port: Int)
    /// A socket in the file system.
    case unixSocket(path: String)
    /// The standard input and output of a command.
    case command(ConnectionCommand)
  }

  /// Where it listens.
  package var address: Address
  /// How the connection is encrypted; nil: it is not.
  package var tls: TLSSettings?
  /// What stands before the path of every request, such as `/k8s/clusters/c-1`; empty, or with a slash in front and none
  /// behind.
  package var basePath: String
  /// The way there.
  package var proxy: ProxySettings
  /// How long finding, reaching and agreeing on encryption may take together.
  package var connectLimit: Duration

  package init(
    _ address: Address, tls: TLSSettings? = nil, basePath: String = "", proxy: ProxySettings = .none,
    connectLimit: Duration = .seconds(10)
  ) {
    self.address = address
    self.tls = tls
    self.basePath = basePath
    self.proxy = proxy
    self.connectLimit = connectLimit
  }

  /// The address as an operator would write it: `https://host:6443/base`, `unix:///run/docker.sock`, `ssh …`.
  package var words: String {
    switch address {
    case .host(let host, let port):
      let name = host.contains(":") ? "[\(host)]" : host
      return "\(tls == nil ? "http" : "https")://\(name):\(port)\(basePath)"
    case .unixSocket(let path): return "unix://\(path)"
    case .command(let command): return command.words
    }
  }
}
