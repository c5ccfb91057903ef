// Why a request to a Kubernetes API brought nothing: no login, no connection, or an answer that says no.

package import DashboardModel
package import Transport

/// What went wrong with a request to a Kubernetes API.
package enum KubernetesFault: Error, Hashable, Sendable {
  case login(LoginFault)
  case transport(TransportFault, HTTPEndpoint)
  case refusal(KubernetesRefusal)

  /// What sort of trouble it is; exit codes follow from it.
  package var cause: OutageCause {
    switch self {
    case .login(let fault): fault.cause
    case .transport(let fault, _): fault.cause
    case .refusal(let refusal): refusal.cause
    }
  }

  /// What happened, where, and what to do next.
  package var text: String {
    switch self {
    case .login(let fault): fault.text
    case .transport(let fault, let endpoint): fault.text(at: endpoint)
    case .refusal(let refusal): refusal.text
    }
  }
}
