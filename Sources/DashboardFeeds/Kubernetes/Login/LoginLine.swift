// A plan with its files read: everything that an access needs but a plugin's credential.

import DashboardModel
import StructuredText
import Transport

/// The line to a server, and what the kubeconfig itself says of the login.
struct LoginLine {
  /// What a plugin gave.
  struct Credential {
    let answer: PluginRun.Answer
    let name: String
    let run: Int
  }

  private let plan: LoginPlan
  private let environment: Environment
  private let authority: [UInt8]?
  private let certificate: ClientCertificate?
  /// The token or password of the kubeconfig; empty: none.
  let secrets: [SecretHeader]
  private let login: String?

  /// Reads the files of a plan.
  init(
    _ plan: LoginPlan, _ environment: Environment, _ files: inout StampedFiles
  ) throws(KubeconfigFault) {
    self.plan = plan
    self.environment = environment
    authority = try Self.bytes(plan.cluster.authorityData, plan.cluster.authorityFile, &files)
    // Source: client-go tools/clientcmd/client_config.go: who one is, is told over TLS alone.
    guard let user = plan.user, plan.server.isSecure else {
      (certificate, secrets, login) = (nil, [], nil)
      return
    }
    let chain = try Self.bytes(user.certificateData, user.certificateFile, &files)
    let key = try Self.bytes(user.keyData?.revealed, user.keyFile, &files)
    certificate =
      if let chain, let key { ClientCertificate(certificate: chain, key: SecretBytes(key)) } else { nil }
    if let token = try Self.token(of: user, &files) {
      secrets = [SecretHeader("Authorization", SecretText("Bearer \(token.revealed)"))]
      login = plan.context == nil ? "service account of this pod" : "token"
    } else if let name = user.name {
      let pair = "\(name):\(user.password?.revealed ?? "")"
      secrets = [SecretHeader("Authorization", SecretText("Basic \(Base64.encoded(Array(pair.utf8)))"))]
      login = "user name and password"
    } else {
      secrets = []
      login = certificate == nil ? nil : "client certificate"
    }
  }

  /// Data goes before a file. Source: client-go rest/config.go, TLSConfigFor.
  private static func bytes(
    _ data: [UInt8]?, _ file: KubeconfigFileName?, _ files: inout StampedFiles
  ) throws(KubeconfigFault) -> [UInt8]? {
    if let data { return data }
    guard let file else { return nil }
    return try files.bytes(file)
  }

  /// The token of a file goes before one that stands in the kubeconfig, which serves where the file cannot be read.
  /// Source: client-go transport/config.go, BearerTokenFile.
  private static func token(
    of user: KubeconfigUser, _ files: inout StampedFiles
  ) throws(KubeconfigFault) -> SecretText? {
    guard let file = user.tokenFile else { return user.token }
    do throws(KubeconfigFault) {
      let text = String(decoding: try files.bytes(file), as: UTF8.self).filter { !$0.isWhitespace }
      if !text.isEmpty { return SecretText(text) }
    } catch {
      if user.token == nil { throw error }
    }
    return user.token
  }

  /// What a plugin is told of the cluster.
  var pluginCluster: PluginCluster {
    PluginCluster(
      server: plan.cluster.server ?? plan.server.words, serverName: plan.cluster.serverName,
      skipsVerification: plan.cluster.skipsVerification, authority: authority, proxy: plan.cluster.proxy,
      config: plan.cluster.pluginConfig)
  }

  /// The access with a plugin's credential, or without.
  func access(_ credential: Credential?) -> KubernetesAccess {
    let given = credential?.answer.credential
    let token = given?.token.map { SecretHeader("Authorization", SecretText("Bearer \($0.revealed)")) }
    return KubernetesAccess(
      endpoint: endpoint(given?.certificate ?? certificate), contextNamespace: plan.namespace,
      login: words(credential), security: security, notes: notes(credential),
      headers: plan.server.isSecure ? plan.user?.impersonation.headers ?? [] : [],
      secrets: secrets + [token].compactMap(\.self), pluginRun: credential?.run)
  }

  private func endpoint(_ certificate: ClientCertificate?) -> HTTPEndpoint {
    let tls = TLSSettings(
      authorities: authority.map { .given($0) } ?? .system, client: certificate,
      serverName: plan.cluster.serverName, verifiesServer: !plan.cluster.skipsVerification)
    return HTTPEndpoint(
      .host(plan.server.host, port: plan.server.port), tls: plan.server.isSecure ? tls : nil,
      basePath: plan.server.basePath,
      proxy: plan.cluster.proxy.map(ProxySettings.always) ?? .environment(environment.values))
  }

  private var security: FeedConnection.Security {
    if !plan.server.isSecure { return .plain }
    return plan.cluster.skipsVerification ? .unverified : .verified
  }

  private func words(_ credential: Credential?) -> String {
    let login = credential.map { "exec plugin \($0.name)" } ?? login ?? "nobody"
    guard plan.server.isSecure, let user = plan.user?.impersonation.user else { return login }
    return "\(login), as \(user)"
  }

  private func notes(_ credential: Credential?) -> [String] {
    var notes: [String] = []
    if security == .unverified {
      notes.append(
        "the server's certificate is not checked (insecure-skip-tls-verify, \(plan.cluster.place.text))")
    }
    if security == .plain, plan.user?.logsIn == true {
      notes.append("the server speaks plain http, so nobody logs in: a token would be readable on the way")
    }
    if let credential, !credential.answer.words.isEmpty {
      notes.append("\(credential.name) says: \(credential.answer.words)")
    }
    return notes
  }
}

extension KubeconfigUser {
  /// Whether it has anything to log in with.
  fileprivate var logsIn: Bool {
    token != nil || tokenFile != nil || name != nil || plugin != nil || certificateFile != nil
      || certificateData != nil
  }
}
