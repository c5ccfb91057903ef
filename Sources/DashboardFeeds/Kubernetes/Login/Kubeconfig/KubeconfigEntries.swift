// The three kinds of entries of a kubeconfig, each with the place where it stands.

import StructuredText
import Transport

/// Where something stands in a kubeconfig.
package struct KubeconfigPlace: Hashable, Sendable {
  /// The file.
  package let path: String
  /// Line and column, from 1.
  package let line: Int
  package let column: Int

  package init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  init(_ path: String, _ node: DocumentNode) {
    self.init(path: path, line: node.place.line, column: node.place.column)
  }

  /// `path:line:column`.
  package var text: String { "\(path):\(line):\(column)" }
}

/// A text that stands in a file of its own, named with the place that names it.
struct KubeconfigFileName: Hashable, Sendable {
  /// The key, such as `certificate-authority`.
  let key: String
  /// Where it lies; relative paths start at the kubeconfig's folder.
  let path: String
  let place: KubeconfigPlace
}

/// A server and how it proves who it is. Source: client-go tools/clientcmd/api/types.go, Cluster.
struct KubeconfigCluster: Hashable, Sendable {
  var server: String?
  var authorityFile: KubeconfigFileName?
  var authorityData: [UInt8]?
  var skipsVerification = false
  var serverName: String?
  var proxy: SecretText?
  /// What the cluster says to exec plugins (extension client.authentication.k8s.io/exec), as JSON.
  var pluginConfig: String?
  let place: KubeconfigPlace
}

/// Who logs in. Source: client-go tools/clientcmd/api/types.go, AuthInfo.
struct KubeconfigUser: Hashable, Sendable {
  var certificateFile: KubeconfigFileName?
  var certificateData: [UInt8]?
  var keyFile: KubeconfigFileName?
  var keyData: SecretBytes?
  var token: SecretText?
  var tokenFile: KubeconfigFileName?
  var name: String?
  var password: SecretText?
  var impersonation = Impersonation()
  var plugin: ExecPlugin?
  /// The name of an auth-provider stanza, which kubectl gave up in 1.26.
  var provider: String?
  let place: KubeconfigPlace
}

/// Whom requests are made as, instead of who logs in. Source: kubernetes.io, user impersonation.
struct Impersonation: Hashable, Sendable {
  var user: String?
  var uid: String?
  var groups: [String] = []
  var extra: [Extra] = []

  /// Values of one key.
  struct Extra: Hashable, Sendable {
    let key: String
    let values: [String]
  }

  /// Whether anything is asked for.
  var isEmpty: Bool { self == Impersonation() }
}

/// A user at a cluster. Source: client-go tools/clientcmd/api/types.go, Context.
struct KubeconfigContext: Hashable, Sendable {
  var cluster: String?
  var user: String?
  var namespace: String?
  let place: KubeconfigPlace
}
