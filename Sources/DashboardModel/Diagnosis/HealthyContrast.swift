// The nearest host where the same credential spec is in order, and what differs there.

/// A place where the same credential spec is in order, for comparison.
public struct HealthyContrast: Hashable, Sendable {
  /// Who it is: `win-a-02, where ledger-api runs with it`.
  public let title: String
  /// The healthy cell, as a target for a screen.
  public let host: HostID
  /// What differs, one a line; empty where nothing that can be seen differs.
  public let differences: [String]

  /// The host that shares most labels with the subject's among those that hold the same credential spec in order; nil
  /// where the subject is itself in order, is about no host, or no host is. Cost: the hosts of one row.
  init?(to subject: DiagnosisSubject, in picture: Picture) {
    guard let place = subject.credentialSpec, let column = subject.host else { return nil }
    let matrix = picture.credentialSpecByHost
    guard matrix[place, column].state.isProblem || matrix[place, column].state == .unverified else {
      return nil
    }
    let own = picture.host(column)
    let healthy = matrix.columns(inRow: place) { $0.state == .deployed }
      .filter { picture.host($0).id.cluster == own.id.cluster }
    guard
      let nearest = healthy.max(by: {
        Self.likeness(picture.host($0), own) < Self.likeness(picture.host($1), own)
      })
    else { return nil }
    let other = picture.host(nearest)
    host = other.id
    title = "\(other.id.name), where \(picture.credentialSpec(place).id.name) is deployed"
    differences = Self.differences(own, other) + Self.copies(place, column, nearest, picture)
  }

  private static func likeness(_ host: Host, _ other: Host) -> Int {
    host.labels.count { other.labels[$0.key] == $0.value }
      + (host.windowsBuild == other.windowsBuild ? 2 : 0) + (host.runtime == other.runtime ? 2 : 0)
  }

  private static func differences(_ own: Host, _ other: Host) -> [String] {
    var lines: [String] = []
    func compare(_ name: String, _ here: String?, _ there: String?) {
      if here != there { lines.append("\(name): here \(here ?? "not told"), there \(there ?? "not told")") }
    }
    compare("Windows build", own.windowsBuild, other.windowsBuild)
    compare("runtime", own.runtime, other.runtime)
    compare("domain", own.joinedDomain, other.joinedDomain)
    compare("ready", own.isReady.map { $0 ? "yes" : "no" }, other.isReady.map { $0 ? "yes" : "no" })
    compare("taints", words(own.taints), words(other.taints))
    for key in Set(own.labels.keys).union(other.labels.keys).sorted() where !isAName(key) {
      compare("label \(key)", own.labels[key], other.labels[key])
    }
    return lines
  }

  private static func words(_ taints: [Taint]) -> String {
    taints.isEmpty ? "none" : taints.map(\.text).joined(separator: ", ")
  }

  /// Labels that name the host itself differ by their nature.
  private static func isAName(_ label: String) -> Bool { label.hasSuffix("/hostname") || label == "hostname" }

  private static func copies(_ place: Int, _ column: Int, _ nearest: Int, _ picture: Picture) -> [String] {
    func words(_ column: Int) -> String {
      picture.explanation(row: place, column: column, of: .credentialSpecByHost)?.reasons.last
        ?? "nothing said"
    }
    let (here, there) = (words(column), words(nearest))
    // Both speak of their own host as "here".
    return here == there
      ? [] : [(column, here), (nearest, there)].map { "on \(picture.host($0).id.name): \($1)" }
  }
}
