// Which proxy stands between this machine and a server, by the rules that kubectl and docker follow.

/// The proxies in force. Rules as in Go's net/http: a proxy for each scheme, and a list of hosts that need none.
/// Source: golang.org/x/net/http/httpproxy.
package struct ProxySettings: Hashable, Sendable {
  /// The proxy of `https` servers: `http://`, `https://`, `socks5://` or `host:port`; it may hold a password.
  package var secure: SecretText?
  /// The proxy of `http` servers.
  package var plain: SecretText?
  /// Hosts that need none, comma-separated: names, `.suffix`, addresses, CIDR blocks, with or without port, or `*`.
  package var exceptions: String
  /// Whether it counts for every host, this machine included.
  private var isUnconditional = false

  package init(secure: SecretText? = nil, plain: SecretText? = nil, exceptions: String = "") {
    self.secure = secure
    self.plain = plain
    self.exceptions = exceptions
  }

  /// Straight there.
  package static let none = ProxySettings()

  /// One proxy for everything, as kubeconfig's `proxy-url` has it: exceptions of the environment do not count then.
  package static func always(_ proxy: SecretText) -> ProxySettings {
    var settings = ProxySettings(secure: proxy, plain: proxy)
    settings.isUnconditional = true
    return settings
  }

  /// What the environment says: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or the same in small letters. ALL_PROXY does not
  /// count, as it does not for kubectl and docker.
  package static func environment(_ values: [String: String]) -> ProxySettings {
    func value(_ name: String) -> String? {
      let text = values[name] ?? values[name.lowercased()]
      return text.flatMap { $0.isEmpty ? nil : $0 }
    }
    return ProxySettings(
      secure: value("HTTPS_PROXY").map(SecretText.init), plain: value("HTTP_PROXY").map(SecretText.init),
      exceptions: value("NO_PROXY") ?? "")
  }

  /// The proxy for a host; nil: straight there. A machine needs no proxy to itself.
  package func proxy(host: String, port: Int, isSecure: Bool) -> SecretText? {
    guard let proxy = isSecure ? secure : plain else { return nil }
    if isUnconditional { return proxy }
    return ProxyExceptions(exceptions).contains(host: host, port: port) ? nil : proxy
  }
}
