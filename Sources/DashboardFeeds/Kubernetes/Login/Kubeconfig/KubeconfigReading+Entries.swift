// The keys of clusters and users.

import StructuredText
import Transport

extension KubeconfigReading {
  /// A cluster. Source: client-go tools/clientcmd/api/v1/types.go.
  func cluster(_ node: DocumentNode, _ place: KubeconfigPlace) throws(KubeconfigFault) -> KubeconfigCluster {
    var cluster = KubeconfigCluster(place: place)
    cluster.server = try text(node, "server")
    cluster.authorityFile = try file(node, "certificate-authority")
    cluster.authorityData = try base64(node, "certificate-authority-data")
    cluster.skipsVerification = try truth(node, "insecure-skip-tls-verify")
    cluster.serverName = try text(node, "tls-server-name")
    cluster.proxy = try secret(node, "proxy-url")
    cluster.pluginConfig = try pluginConfig(node)
    return cluster
  }

  /// What a cluster tells exec plugins.
  private func pluginConfig(_ node: DocumentNode) throws(KubeconfigFault) -> String? {
    guard let extensions = node["extensions"]?.elements else { return nil }
    for element in extensions where element["name"]?.string == ExecPlugin.clusterExtension {
      return element["extension"].map(\.json)
    }
    return nil
  }

  /// A user. Source: client-go tools/clientcmd/api/v1/types.go.
  func user(_ node: DocumentNode, _ place: KubeconfigPlace) throws(KubeconfigFault) -> KubeconfigUser {
    var user = KubeconfigUser(place: place)
    user.certificateFile = try file(node, "client-certificate")
    user.certificateData = try base64(node, "client-certificate-data")
    user.keyFile = try file(node, "client-key")
    user.keyData = try base64(node, "client-key-data").map { SecretBytes($0) }
    user.token = try secret(node, "token")
    user.tokenFile = try file(node, "tokenFile")
    user.name = try text(node, "username")
    user.password = try secret(node, "password")
    user.impersonation = try impersonation(node)
    if let exec = node["exec"], !exec.isNull { user.plugin = try plugin(exec) }
    if let provider = node["auth-provider"], !provider.isNull {
      user.provider = try text(provider, "name") ?? ""
    }
    return user
  }

  private func impersonation(_ node: DocumentNode) throws(KubeconfigFault) -> Impersonation {
    var impersonation = Impersonation()
    impersonation.user = try text(node, "as")
    impersonation.uid = try text(node, "as-uid")
    impersonation.groups = try texts(node, "as-groups")
    guard let extra = node["as-user-extra"], !extra.isNull else { return impersonation }
    guard let members = extra.members else {
      throw .unexpected(place(extra), key: "as-user-extra", expected: "a mapping of keys to lists of texts")
    }
    for member in members {
      impersonation.extra.append(
        Impersonation.Extra(key: member.name, values: try texts(extra, member.name)))
    }
    return impersonation
  }

  private func plugin(_ node: DocumentNode) throws(KubeconfigFault) -> ExecPlugin {
    guard node.members != nil else {
      throw .unexpected(place(node), key: "exec", expected: "a mapping with command and apiVersion")
    }
    guard let command = try text(node, "command") else {
      throw .contradiction(place(node), .pluginWithoutCommand)
    }
    let version = try text(node, "apiVersion") ?? ""
    guard let api = ExecPlugin.API(rawValue: version) else {
      throw .contradiction(place(node["apiVersion"] ?? node), .pluginVersion(version))
    }
    // Source: client-go tools/clientcmd/overrides and loader.go: a path is the kubeconfig's, a bare name is PATH's.
    var plugin = ExecPlugin(
      program: command.contains("/") ? resolved(command) : command, api: api, place: place(node))
    plugin.arguments = try texts(node, "args").map(SecretText.init)
    plugin.variables = try variables(node)
    plugin.hint = try text(node, "installHint")
    plugin.wantsCluster = try truth(node, "provideClusterInfo")
    if let word = try text(node, "interactiveMode") {
      guard let mode = ExecPlugin.Mode(rawValue: word) else {
        throw .contradiction(place(node["interactiveMode"] ?? node), .pluginMode(word))
      }
      plugin.mode = mode
    }
    return plugin
  }

  private func variables(_ node: DocumentNode) throws(KubeconfigFault) -> [ExecPlugin.Variable] {
    guard let value = node["env"], !value.isNull else { return [] }
    guard let elements = value.elements else {
      throw .unexpected(place(value), key: "env", expected: "a list of name and value")
    }
    var variables: [ExecPlugin.Variable] = []
    for element in elements {
      guard let name = try text(element, "name"), !name.contains("=") else {
        throw .contradiction(place(element), .pluginVariable)
      }
      variables.append(
        ExecPlugin.Variable(name: name, value: try secret(element, "value") ?? SecretText("")))
    }
    return variables
  }
}
