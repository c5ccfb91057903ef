// How one cluster is reached and logged in to, before any file is read or plugin run.

import StructuredText
import Transport

/// A context of a kubeconfig, or a pod's own service account, resolved.
struct LoginPlan: Hashable, Sendable {
  /// The context's name; nil in a cluster.
  var context: String?
  /// Its namespace; nil where it names none.
  var namespace: String?
  var server: ServerAddress
  var cluster: KubeconfigCluster
  /// Nil: nobody logs in.
  var user: KubeconfigUser?

  /// The names of the files that it reads, beside the kubeconfig.
  var files: [KubeconfigFileName] {
    [cluster.authorityFile, user?.certificateFile, user?.keyFile, user?.tokenFile].compactMap(\.self)
  }
}

extension LoginPlan {
  /// The plan of a context; nil: of the current one.
  init(_ config: Kubeconfig, context asked: String?) throws(KubeconfigFault) {
    guard let name = asked ?? config.currentContext else {
      throw config.contexts.isEmpty
        ? .noContexts(paths: config.paths)
        : .noCurrentContext(paths: config.paths, known: config.contextNames)
    }
    guard let context = config.contexts[name] else {
      if config.contexts.isEmpty { throw .noContexts(paths: config.paths) }
      throw .unknownContext(
        name, place: asked == nil ? config.currentPlace : nil, paths: config.paths,
        known: config.contextNames)
    }
    guard let clusterName = context.cluster else { throw .noServer(context.place, context: name) }
    guard let cluster = config.clusters[clusterName] else {
      throw .dangling(
        context.place, context: name, kind: .cluster, name: clusterName, known: config.clusters.keys.sorted())
    }
    guard let server = cluster.server else { throw .noServer(cluster.place, context: name) }
    var user: KubeconfigUser?
    if let userName = context.user {
      user = config.users[userName]
      if user == nil {
        throw .dangling(
          context.place, context: name, kind: .user, name: userName, known: config.users.keys.sorted())
      }
    }
    self.context = name
    namespace = context.namespace
    self.cluster = cluster
    self.user = user
    self.server = try ServerAddress(server, of: cluster, user)
    try check()
  }

  /// What cannot stand together. Source: client-go tools/clientcmd/validation.go.
  private func check() throws(KubeconfigFault) {
    if cluster.skipsVerification, cluster.authorityFile != nil || cluster.authorityData != nil {
      throw .contradiction(cluster.place, .insecureWithAuthority)
    }
    if let proxy = cluster.proxy, !Self.isProxy(proxy) { throw .badProxy(cluster.place) }
    guard let user else { return }
    if let provider = user.provider { throw .removedProvider(user.place, name: provider) }
    var logins: [String] = []
    if user.token != nil || user.tokenFile != nil { logins.append("token") }
    if user.name != nil || user.password != nil { logins.append("username and password") }
    if logins.count > 1 { throw .contradiction(user.place, .severalLogins(logins)) }
    let hasCertificate = user.certificateFile != nil || user.certificateData != nil
    let hasKey = user.keyFile != nil || user.keyData != nil
    if hasCertificate, !hasKey { throw .contradiction(user.place, .certificateWithoutKey) }
    if hasKey, !hasCertificate { throw .contradiction(user.place, .keyWithoutCertificate) }
    if user.impersonation.user == nil, !user.impersonation.isEmpty {
      throw .contradiction(user.place, .impersonationWithoutUser)
    }
  }

  private static func isProxy(_ proxy: SecretText) -> Bool {
    ["http://", "https://", "socks5://", "socks5h://"].contains { proxy.revealed.hasPrefix($0) }
  }
}
