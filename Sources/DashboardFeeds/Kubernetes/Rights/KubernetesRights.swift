// What a login may list: for each kind, everywhere, in some namespaces, or not at all.

/// What a login may list in one cluster.
package struct KubernetesRights: Hashable, Sendable {
  /// How far a kind may be listed.
  package enum Scope: Hashable, Sendable {
    /// In the whole cluster.
    case everywhere
    /// In these namespaces, sorted.
    case namespaces([String])
    /// Not at all; why, in the server's words.
    case refused(words: String)
  }

  /// The scope of each kind that was asked about.
  package internal(set) var scopes: [KubernetesResource: Scope]
  /// What somebody should know beside: a namespace that does not exist, or may not be read.
  package internal(set) var notes: [String]

  package init(scopes: [KubernetesResource: Scope] = [:], notes: [String] = []) {
    self.scopes = scopes
    self.notes = notes
  }

  /// The scope of a kind; a kind that nobody asked about is tried everywhere.
  package func scope(of resource: KubernetesResource) -> Scope { scopes[resource] ?? .everywhere }

  /// Whether nothing at all may be listed.
  package var isNothing: Bool {
    !scopes.isEmpty
      && scopes.values.allSatisfy { scope in
        if case .refused = scope { true } else { false }
      }
  }
}
