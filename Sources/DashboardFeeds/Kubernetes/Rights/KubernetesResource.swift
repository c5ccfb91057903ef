// A list of the Kubernetes API, by its path.

/// A kind of objects as the API's paths name it.
package struct KubernetesResource: Hashable, Sendable {
  /// The group; empty for the oldest one.
  package let group: String
  package let version: String
  /// The plural, such as `pods`.
  package let name: String
  /// Whether its objects stand in namespaces.
  package let isNamespaced: Bool

  package init(group: String, version: String, name: String, isNamespaced: Bool) {
    self.group = group
    self.version = version
    self.name = name
    self.isNamespaced = isNamespaced
  }

  /// The path of the list: of all namespaces, or of one.
  package func path(in namespace: String? = nil) -> String {
    let root = group.isEmpty ? "/api/\(version)" : "/apis/\(group)/\(version)"
    return namespace.map { "\(root)/namespaces/\($0)/\(name)" } ?? "\(root)/\(name)"
  }
}
