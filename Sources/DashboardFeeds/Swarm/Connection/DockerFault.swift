// What is wrong with how an engine is named, before anything is connected.

package import DashboardModel

/// Why no engine is named.
package enum DockerFault: Error, Hashable, Sendable {
  /// A place that is none.
  case badHost(text: String, reason: String)
  /// No context has this name; those that there are.
  case unknownContext(name: String, known: [String])
  /// A file of docker's folder that cannot be used.
  case badFile(path: String, reason: String)
  /// TLS is asked for, and a file for it is missing.
  case missingFile(path: String, purpose: String)

  /// What is wrong, and what to do.
  package var text: String {
    switch self {
    case .badHost(let text, let reason): "\(text): is no address of a docker engine: \(reason)"
    case .unknownContext(let name, let known):
      "there is no docker context \"\(name)\"; "
        + (known.isEmpty
          ? "there are none at all (docker context ls)" : "there are: \(known.joined(separator: ", "))")
    case .badFile(let path, let reason): "\(path): \(reason)"
    case .missingFile(let path, let purpose): "\(path): is missing; it has to hold \(purpose)"
    }
  }

  /// What sort of trouble it is.
  package var cause: OutageCause { .unreadable }
}
