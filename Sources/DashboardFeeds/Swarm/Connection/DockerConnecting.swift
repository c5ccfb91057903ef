// From a SOURCE word and the environment to a connection, as the docker command finds it.

internal import DashboardModel
internal import Transport

/// Finds how an engine is reached. Asked anew at each attempt, so that renewed certificates and a changed context count.
package struct DockerConnecting: Sendable {
  /// What the operator names.
  package enum Place: Hashable, Sendable {
    /// What docker would take: DOCKER_HOST, DOCKER_CONTEXT, config.json's context, the usual socket.
    case environment
    /// A context by its name.
    case context(String)
    /// An address.
    case host(DockerHost)
  }

  private let place: Place
  private let environment: Environment
  private let folder: DockerFolder

  package init(_ place: Place, _ environment: Environment) {
    self.place = place
    self.environment = environment
    folder = DockerFolder(environment)
  }

  /// What follows the colon of `swarm:…`: an address where it has a scheme, else a context.
  package static func place(of argument: String?) throws(DockerFault) -> Place {
    guard let argument else { return .environment }
    return argument.contains("://") ? .host(try DockerHost(argument)) : .context(argument)
  }

  /// The connection. Source: docker/cli cli/command/cli.go resolveContextName, resolveDockerEndpoint.
  package func connection() throws(DockerFault) -> DockerConnection {
    var connection = try found()
    connection.headers = try folder.config().headers.map { SecretHeader($0.name, SecretText($0.value)) }
    connection.apiVersion = environment["DOCKER_API_VERSION"].map {
      $0.hasPrefix("v") ? String($0.dropFirst()) : $0
    }
    return connection
  }

  private func found() throws(DockerFault) -> DockerConnection {
    switch place {
    case .host(let host): return try connection(to: host, origin: "as named")
    case .context(let name): return try connection(toContext: name, origin: "docker context \(name)")
    case .environment: break
    }
    if let host = environment["DOCKER_HOST"] {
      return try connection(to: DockerHost(host), origin: "DOCKER_HOST")
    }
    if let name = environment["DOCKER_CONTEXT"] {
      return try connection(toContext: name, origin: "docker context \(name) of DOCKER_CONTEXT")
    }
    if let name = try folder.config().currentContext {
      return try connection(toContext: name, origin: "docker context \(name), the current one")
    }
    return try connection(to: .standard, origin: "docker's usual socket")
  }

  private func connection(toContext name: String, origin: String) throws(DockerFault) -> DockerConnection {
    // The context that always is: what the environment says.
    if name == "default" {
      let host = try environment["DOCKER_HOST"].map { (text) throws(DockerFault) in try DockerHost(text) }
      return try connection(to: host ?? .standard, origin: origin)
    }
    let context = try folder.context(named: name)
    guard let text = context.host, !text.isEmpty else {
      throw .badFile(path: "docker context \(name)", reason: "names no docker engine")
    }
    var connection = self.connection(
      to: try DockerHost(text), tls: try tls(of: context), origin: origin)
    connection.clusterName = ClusterName(name)
    return connection
  }

  /// Source: docker/cli cli/context/docker/load.go.
  private func tls(of context: DockerFolder.Context) throws(DockerFault) -> TLSSettings? {
    let authority = try folder.tlsFile("ca.pem", of: context)
    let certificate = try folder.tlsFile("cert.pem", of: context)
    let key = try folder.tlsFile("key.pem", of: context)
    if authority == nil, certificate == nil, key == nil, !context.skipsVerification { return nil }
    return Self.tls(authority, certificate, key, verifies: !context.skipsVerification)
  }

  private func connection(to host: DockerHost, origin: String) throws(DockerFault) -> DockerConnection {
    connection(to: host, tls: try tlsOfEnvironment(for: host), origin: origin)
  }

  /// DOCKER_TLS_VERIFY asks for TLS and for a server that proves itself; DOCKER_TLS for TLS alone. The certificates are
  /// in DOCKER_CERT_PATH, else in docker's folder. Source: docker/cli cli/flags/options.go.
  private func tlsOfEnvironment(for host: DockerHost) throws(DockerFault) -> TLSSettings? {
    guard case .tcp = host else { return nil }
    let verifies = environment["DOCKER_TLS_VERIFY"] != nil
    guard verifies || environment["DOCKER_TLS"] != nil else { return nil }
    let folder = environment["DOCKER_CERT_PATH"] ?? folder.path
    let authority = try SmallFile.bytes("\(folder)/ca.pem")
    if verifies, authority == nil {
      throw .missingFile(
        path: "\(folder)/ca.pem",
        purpose: "the authority that signed the engine's certificate (DOCKER_CERT_PATH)")
    }
    return Self.tls(
      authority, try SmallFile.bytes("\(folder)/cert.pem"), try SmallFile.bytes("\(folder)/key.pem"),
      verifies: verifies)
  }

  private static func tls(
    _ authority: [UInt8]?, _ certificate: [UInt8]?, _ key: [UInt8]?, verifies: Bool
  ) -> TLSSettings {
    var settings = TLSSettings(verifiesServer: verifies)
    if let authority { settings.authorities = .given(authority) }
    if let certificate, let key {
      settings.client = ClientCertificate(certificate: certificate, key: SecretBytes(key))
    }
    return settings
  }

  private func connection(to host: DockerHost, tls: TLSSettings?, origin: String) -> DockerConnection {
    var endpoint: HTTPEndpoint
    var name = "swarm"
    switch host {
    case .socket(let path): endpoint = HTTPEndpoint(.unixSocket(path: path))
    case .tcp(let host, let port, let basePath):
      name = host
      endpoint = HTTPEndpoint(
        .host(host, port: port ?? (tls == nil ? 2375 : 2376)), tls: tls, basePath: basePath)
      endpoint.proxy = .environment(environment.values)
    case .ssh(let user, let remote, let port, let path):
      name = remote
      let command = Self.command(user: user, host: remote, port: port, path: path)
      endpoint = HTTPEndpoint(.command(command))
    }
    return DockerConnection(endpoint: endpoint, clusterName: ClusterName(name), origin: origin)
  }

  /// What the docker command runs too, and nobody is asked for anything: the dashboard has the terminal.
  /// Source: docker/cli cli/connhelper/connhelper.go.
  private static func command(user: String?, host: String, port: Int?, path: String) -> ConnectionCommand {
    var arguments = ["-o", "ConnectTimeout=30", "-o", "BatchMode=yes", "-T"]
    if let user { arguments += ["-l", user] }
    if let port { arguments += ["-p", "\(port)"] }
    arguments += ["--", host, "docker"]
    if !path.isEmpty { arguments.append("--host=unix://\(path)") }
    return ConnectionCommand(program: "ssh", arguments: arguments + ["system", "dial-stdio"])
  }
}
