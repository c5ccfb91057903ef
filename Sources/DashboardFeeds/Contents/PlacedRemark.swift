// A remark with the bytes it is about, before they are turned into lines and columns.

package import DashboardModel

/// A remark on contents and where in their text it belongs.
package struct PlacedRemark: Sendable, Hashable {
  package var problem: ContentsProblem
  package var path: String
  package var found: String?
  /// The name or value that should stand there.
  package var suggestion: String?
  /// The name or value that it is about, as bytes of the text that was read; empty where only its start is known.
  package var range: Range<Int>
  /// What should stand in the range's place byte for byte, where it is neither a name nor a value: a comma, or nothing.
  package var replacement: String?
}

/// What contents are for: Kubernetes and Swarm have limits of their own.
package enum ContentsUse: Sendable, Hashable {
  /// A file, a registry value, or not known.
  case file
  case swarmConfig
  /// A custom resource, or inline in a pod spec.
  case kubernetes
}
