// How one engine is reached: everything that is known before the first byte is sent.

package import DashboardModel
package import Transport

/// How an engine is reached.
package struct DockerConnection: Hashable, Sendable {
  /// Where it is, with certificates and proxy.
  package var endpoint: HTTPEndpoint
  /// Headers of config.json, which may hold tokens.
  package var headers: [SecretHeader] = []
  /// The version that DOCKER_API_VERSION prescribes.
  package var apiVersion: String?
  /// What its cluster is called where the operator gives no name.
  package var clusterName: ClusterName
  /// What said so: `DOCKER_HOST`, `docker context prod`, …
  package var origin: String

  /// How the line is secured.
  package var security: FeedConnection.Security {
    guard let tls = endpoint.tls else { return .plain }
    return tls.verifiesServer ? .verified : .unverified
  }

  /// How it logs in; nil: not at all.
  package var login: String? {
    if case .command = endpoint.address { return "ssh" }
    return endpoint.tls?.client == nil ? nil : "client certificate"
  }
}
