// What is wrong with kubeconfig files, as facts; `KubeconfigFaultText` has the words.

package import StructuredText

/// What is wrong with the kubeconfig.
package enum KubeconfigFault: Error, Hashable, Sendable {
  /// The file could not be read; `code` is errno.
  case unreadable(path: String, code: Int32)
  /// The file is larger than any kubeconfig.
  case tooLarge(path: String, limit: Int)
  /// No YAML.
  case malformed(KubeconfigPlace, DocumentFault.Reason)
  /// A value of the wrong kind; never the value itself, which may be a secret.
  case unexpected(KubeconfigPlace, key: String, expected: String)
  /// Two entries of one name in one file.
  case duplicate(KubeconfigPlace, kind: KubeconfigKind, name: String)
  /// No kubeconfig is there. `named` tells whether somebody named it.
  case noFile(tried: [String])
  /// Files without a single context.
  case noContexts(paths: [String])
  /// Contexts, and none of them is the current one.
  case noCurrentContext(paths: [String], known: [String])
  /// A context that does not exist; `place` is that of `current-context` where it names it.
  case unknownContext(String, place: KubeconfigPlace?, paths: [String], known: [String])
  /// A context that names what does not exist.
  case dangling(KubeconfigPlace, context: String, kind: KubeconfigKind, name: String, known: [String])
  /// A context without a cluster, or a cluster without a server.
  case noServer(KubeconfigPlace, context: String)
  /// A server that is no address.
  case badServer(KubeconfigPlace, server: String)
  /// A proxy that is none.
  case badProxy(KubeconfigPlace)
  /// What one entry says does not go together.
  case contradiction(KubeconfigPlace, KubeconfigContradiction)
  /// A file that the kubeconfig names could not be read.
  case missingFile(KubeconfigPlace, key: String, path: String, code: Int32)
  /// A login that was taken out of Kubernetes' clients.
  case removedProvider(KubeconfigPlace, name: String)
}

/// The kinds of entries.
package enum KubeconfigKind: String, Hashable, Sendable {
  case cluster, user, context
}

/// What cannot stand together, or not alone. Source: client-go tools/clientcmd/validation.go.
package enum KubeconfigContradiction: Hashable, Sendable {
  /// insecure-skip-tls-verify beside a certificate authority.
  case insecureWithAuthority
  /// More than one way to log in.
  case severalLogins([String])
  /// A client certificate without its key.
  case certificateWithoutKey
  /// A client key without its certificate.
  case keyWithoutCertificate
  /// as-uid, as-groups or as-user-extra without `as`.
  case impersonationWithoutUser
  /// A plugin without a command.
  case pluginWithoutCommand
  /// A plugin of a version that nobody speaks any more, or not yet.
  case pluginVersion(String)
  /// interactiveMode is none of the three words.
  case pluginMode(String)
  /// A variable without a name.
  case pluginVariable
}
