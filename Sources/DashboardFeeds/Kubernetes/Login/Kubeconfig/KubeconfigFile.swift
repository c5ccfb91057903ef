// One kubeconfig file as text, and what stands in it.

import StructuredText
import Transport

/// What one kubeconfig file says.
struct KubeconfigFile: Hashable, Sendable {
  let path: String
  private(set) var clusters: [String: KubeconfigCluster] = [:]
  private(set) var users: [String: KubeconfigUser] = [:]
  private(set) var contexts: [String: KubeconfigContext] = [:]
  private(set) var currentContext: String?
  private(set) var currentPlace: KubeconfigPlace?

  /// Reads the text of a file.
  init(text: String, path: String) throws(KubeconfigFault) {
    self.path = path
    let root: DocumentNode?
    do throws(DocumentFault) {
      root = try DocumentNode.parse(text)
    } catch {
      throw .malformed(
        KubeconfigPlace(path: path, line: error.place.line, column: error.place.column), error.reason)
    }
    guard let root, !root.isNull else { return }
    let reading = KubeconfigReading(path: path)
    guard root.members != nil else {
      throw .unexpected(reading.place(root), key: "", expected: "a mapping, as kubectl config view prints")
    }
    clusters = try reading.entries(root, "clusters", .cluster) { (node, place) throws(KubeconfigFault) in
      try reading.cluster(node, place)
    }
    users = try reading.entries(root, "users", .user) { (node, place) throws(KubeconfigFault) in
      try reading.user(node, place)
    }
    contexts = try reading.entries(root, "contexts", .context) { (node, place) throws(KubeconfigFault) in
      KubeconfigContext(
        cluster: try reading.text(node, "cluster"), user: try reading.text(node, "user"),
        namespace: try reading.text(node, "namespace"), place: place)
    }
    currentContext = try reading.text(root, "current-context")
    currentPlace = root["current-context"].map(reading.place)
  }
}
