// Why there is no way in, as facts; `LoginFaultText` has the words.

package import DashboardModel

/// Why nobody could log in, before any request was made.
package enum LoginFault: Error, Hashable, Sendable {
  /// The kubeconfig, or a file that it names.
  case kubeconfig(KubeconfigFault)
  /// The exec plugin gave no credential.
  case plugin(PluginFault)
  /// Nobody wanted the answer any more.
  case cancelled

  /// What sort of trouble it is.
  package var cause: OutageCause {
    switch self {
    case .kubeconfig: .unreadable
    case .plugin: .notAuthorised
    case .cancelled: .cannotConnect
    }
  }
}
