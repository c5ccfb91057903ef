// The words of a connection that failed, for every live feed: what happened, where, and what to do next.

package import DashboardModel
package import Transport

extension TransportFault {
  /// What sort of trouble it is.
  package var cause: OutageCause {
    switch self {
    case .tls(.clientExpired), .tls(.clientMissing), .tls(.clientRejected), .socketForbidden,
      .proxy(.refusedWay(status: 407)):
      .notAuthorised
    case .tls(.clientUnusable), .tls(.authoritiesUnusable), .noHTTP, .unsendable: .unreadable
    default: .cannotConnect
    }
  }

  /// One or two sentences for the operator.
  package func text(at endpoint: HTTPEndpoint) -> String {
    let place = endpoint.words
    switch self {
    case .nameNotFound(let host):
      return "\(place): no address is known for \(host). Check the name; is the VPN up?"
    case .refused:
      return
        "\(place): refused the connection: nothing listens there. Is the server running, and is the port "
        + "right?"
    case .unreachable(let reason):
      return "\(place): cannot be reached: \(reason). Check the network, the VPN and the address."
    case .noSocket(let path): return "\(place): there is no socket at \(path). Is the engine running?"
    case .socketForbidden(let path):
      return
        "\(place): you may not use \(path) (permission denied). Join the group that owns it, or run as "
        + "its user."
    case .timedOut(let stage): return "\(place): \(stage.timedOut)"
    case .tls(let fault): return "\(place): \(fault.text)"
    case .proxy(let fault): return "\(place): \(fault.text)"
    case .command(let fault): return "\(place): \(fault.text)"
    case .closedEarly(let stage):
      return "\(place): closed the connection \(stage.closedIn). It is tried again."
    case .silent(let duration):
      return "\(place): went silent: nothing came for \(duration.components.seconds) s. It is tried again."
    case .noHTTP(let reason):
      return
        "\(place): answers something that is no HTTP: \(reason). Is that the right port, and https or http?"
    case .unsendable(let reason): return "\(place): the request cannot be sent: \(reason)."
    case .cancelled: return "\(place): the request was cancelled."
    case .other(let reason): return "\(place): \(reason)."
    }
  }
}

extension TransportStage {
  fileprivate var timedOut: String {
    switch self {
    case .lookup: "the name was not resolved in time. Is the name server reachable?"
    case .connecting:
      "does not answer: connecting took too long. A firewall may drop the packets; check address, VPN and "
        + "proxy."
    case .handshake: "accepts connections and does not speak TLS in time. Is that the right port?"
    case .answer: "took the request and did not answer in time. It may be overloaded."
    case .body: "stopped in the middle of an answer. It is tried again."
    }
  }

  fileprivate var closedIn: String {
    switch self {
    case .lookup, .connecting, .handshake: "before anything was said"
    case .answer: "instead of answering"
    case .body: "in the middle of an answer"
    }
  }
}

extension TLSFault {
  /// What failed, and what to do.
  fileprivate var text: String {
    switch self {
    case .wrongName(let expected):
      "the server's certificate is not for \(expected). Use a name that it carries, or set tls-server-name."
    case .unknownAuthority:
      "the server's certificate is signed by nobody who is trusted here: a wrong certificate authority, "
        + "or another "
        + "server. Get the cluster's CA anew; do not skip the check."
    case .serverExpired:
      "the server's certificate, or its authority's, has expired. Renew it; if this machine's clock is "
        + "ahead, set it."
    case .serverNotYetValid:
      "the server's certificate is not valid yet. This machine's clock is probably behind: check it with "
        + "`date -u`."
    case .serverRejected(let reason): "the server's certificate was not accepted: \(reason)."
    case .clientExpired:
      "the server says that your client certificate has expired. Get a new one, such as by logging in again."
    case .clientMissing: "the server wants a client certificate, and there is none to show."
    case .clientRejected(let reason):
      "the server does not accept your client certificate: \(reason). Is it of this cluster, and still valid?"
    case .clientUnusable(let reason):
      "your client certificate and key cannot be used: \(reason). Both must be PEM, belong together, and "
        + "the key must "
        + "have no passphrase."
    case .authoritiesUnusable: "the certificate authority is no PEM certificate."
    case .noTLS: "does not speak TLS. Is the address http instead of https, or the port another one?"
    case .other(let reason): "encryption failed: \(reason)."
    }
  }
}

extension ProxyFault {
  fileprivate var text: String {
    switch self {
    case .nameNotFound: "no address is known for the proxy on the way. Check proxy-url and HTTPS_PROXY."
    case .unreachable(let reason):
      "the proxy on the way cannot be reached: \(reason). Check proxy-url, HTTPS_PROXY and NO_PROXY."
    case .refusedWay(status: 407):
      "the proxy on the way wants a login (407). Put it into proxy-url or HTTPS_PROXY."
    case .refusedWay(let status):
      "the proxy on the way refused (\(status)). Should the server be in NO_PROXY?"
    case .other(let reason): "the proxy on the way failed: \(reason)."
    }
  }
}

extension CommandFault {
  fileprivate var text: String {
    switch self {
    case .notStarted(let program, let reason): return "\(program) could not be started: \(reason)."
    case .ended(let program, let status, let words):
      let said = PluginWords.text(words)
      let how = status.map { "ended with exit code \($0)" } ?? "made no connection"
      return "\(program) \(how).\(said.isEmpty ? "" : " It says: \(said)")"
    }
  }
}
