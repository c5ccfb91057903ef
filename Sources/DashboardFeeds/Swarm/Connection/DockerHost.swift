// Where an engine is, as DOCKER_HOST, a context or a SOURCE word writes it.

/// An engine's place. Source: docker/cli opts/hosts.go, cli/connhelper.
package enum DockerHost: Hashable, Sendable {
  /// `unix:///var/run/docker.sock`.
  case socket(path: String)
  /// `tcp://host:2376/base`; port nil: 2376 with TLS, else 2375.
  case tcp(host: String, port: Int?, basePath: String)
  /// `ssh://user@host:22/var/run/docker.sock`; path empty: the engine that the other side's docker command finds.
  case ssh(user: String?, host: String, port: Int?, path: String)

  /// Where the docker command looks when nothing says otherwise.
  package static let standard = DockerHost.socket(path: "/var/run/docker.sock")

  /// Reads a place.
  package init(_ text: String) throws(DockerFault) {
    func fault(_ reason: String) -> DockerFault { .badHost(text: text, reason: reason) }
    guard let separator = text.firstRange(of: "://") else {
      throw fault("a scheme is missing; write unix:///PATH, tcp://HOST:PORT or ssh://USER@HOST")
    }
    let scheme = text[..<separator.lowerBound].lowercased()
    let rest = text[separator.upperBound...]
    switch scheme {
    case "unix":
      guard rest.hasPrefix("/") else { throw fault("the socket's path is missing; write unix:///PATH") }
      self = .socket(path: String(rest))
    case "tcp", "http", "https":
      guard let place = Place(rest), !place.host.isEmpty, place.user == nil else {
        throw fault("write tcp://HOST:PORT")
      }
      let base = place.path.hasSuffix("/") ? String(place.path.dropLast()) : place.path
      self = .tcp(host: place.host, port: place.port, basePath: base)
    case "ssh":
      guard let place = Place(rest), !place.host.isEmpty, place.user?.contains(":") != true else {
        throw fault("write ssh://USER@HOST; a password has no place in it")
      }
      // ssh would take it for an option.
      guard !place.host.hasPrefix("-"), place.user?.hasPrefix("-") != true else {
        throw fault("a host or user cannot begin with a dash")
      }
      self = .ssh(
        user: place.user, host: place.host, port: place.port, path: place.path == "/" ? "" : place.path)
    case "npipe": throw fault("a named pipe is reached on Windows alone; use tcp:// or ssh:// from here")
    case "fd": throw fault("fd:// is a place for the engine to listen on, not one to connect to")
    default: throw fault("\(scheme):// is not known; write unix://, tcp:// or ssh://")
    }
  }

  /// `user@host:port/path`, the host perhaps an IPv6 address in brackets.
  private struct Place {
    var user: String?
    var host: String
    var port: Int?
    var path: String

    init?(_ text: Substring) {
      let slash = text.firstIndex(of: "/") ?? text.endIndex
      path = String(text[slash...])
      var authority = text[..<slash]
      if let at = authority.lastIndex(of: "@") {
        user = String(authority[..<at])
        authority = authority[authority.index(after: at)...]
      }
      if authority.hasPrefix("[") {
        guard let end = authority.firstIndex(of: "]") else { return nil }
        host = String(authority[authority.index(after: authority.startIndex)..<end])
        authority = authority[authority.index(after: end)...]
        if authority.isEmpty { return }
        guard authority.hasPrefix(":") else { return nil }
      } else {
        let colon = authority.firstIndex(of: ":") ?? authority.endIndex
        host = String(authority[..<colon])
        authority = authority[colon...]
        if authority.isEmpty { return }
      }
      guard let port = UInt16(authority.dropFirst()), port > 0 else { return nil }
      self.port = Int(port)
    }
  }
}
