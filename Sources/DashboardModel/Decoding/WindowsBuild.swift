// A Windows build as nodes and inventories write it, so that builds can be compared.

/// `10.0.17763.1577`: the build, and the revision that updates raise.
struct WindowsBuild: Hashable, Sendable {
  let build: Int
  /// Nil where only the build is told (a node's label).
  let revision: Int?

  /// Reads `10.0.17763.1577`, `10.0.17763`, `17763.1577` or `17763`, and what may follow after a blank; nil for anything else.
  init?(_ text: String) {
    let word = text.split(separator: " ").first ?? ""
    var parts = word.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    if parts.count >= 3, parts[0] == 10, parts[1] == 0 { parts.removeFirst(2) }
    guard let first = parts.first, let build = first, build >= 10_000, parts.count <= 2 else { return nil }
    self.build = build
    revision = parts.count == 2 ? parts[1] : nil
  }
}
