// What the diff screen compares: the picture that is seen, and what it is held against.

package import DashboardModel

/// What the picture that is seen is held against.
package enum Baseline: Hashable, Sendable {
  /// The first picture of this session.
  case start
  /// The picture that was kept by a key.
  case kept
  /// What the feeds say now, while the past is seen.
  case live
  /// Another cluster of the picture.
  case cluster(ClusterName)
  /// A source that was read for this, by the operator's word.
  case source(String)
}

/// A picture that was kept to be compared with, and its moment.
package struct KeptPicture: Sendable {
  /// What was known.
  package let picture: Picture
  /// When it was seen.
  package let at: Timestamp
}

/// The comparison of a dashboard. What differs is worked out when a picture or the choice changes, not when it is drawn.
package struct Comparison: Sendable {
  /// What is compared with.
  package var baseline = Baseline.start
  /// The first picture of the session.
  package var start: KeptPicture?
  /// The picture that was kept.
  package var kept: KeptPicture?
  /// What was read to be compared with.
  package var sources: [String: Picture] = [:]
  /// What differs; nil where the baseline is not there.
  package internal(set) var diff: SnapshotDiff?

  /// Nothing is compared yet.
  package init() {}
}

extension AppState {
  /// Works out what differs, where the diff screen is open.
  mutating func refreshDiff() {
    guard pages.contains(where: { $0.kind == .diff }) else {
      comparison.diff = nil
      return
    }
    comparison.diff = sides.map { SnapshotDiff(from: $0.before, to: $0.after) }
  }

  /// The sides of the comparison, the older first; nil where one is not there.
  private var sides: (before: DiffSide, after: DiffSide)? {
    guard let picture else { return nil }
    switch comparison.baseline {
    case .start: return comparison.start.map { (DiffSide($0.picture), DiffSide(picture)) }
    case .kept: return comparison.kept.map { (DiffSide($0.picture), DiffSide(picture)) }
    case .live: return heldPicture.map { (DiffSide(picture), DiffSide($0)) }
    case .source(let word): return comparison.sources[word].map { (DiffSide($0), DiffSide(picture)) }
    case .cluster(let name):
      guard let other = otherCluster(than: name) else { return nil }
      return (DiffSide(picture, cluster: name), DiffSide(picture, cluster: other))
    }
  }

  /// The cluster that one is compared with: the other of two, else that of the selected row.
  func otherCluster(than name: ClusterName) -> ClusterName? {
    let others = (picture?.snapshot.structure.clusters ?? []).filter { $0 != name }
    if others.count == 1 { return others.first }
    let selected = matrixAxes.flatMap { matrix.subjects[$0.rowAxis]?.cluster }
    return others.first { $0 == selected } ?? others.first
  }

  /// What the sides are called: `the start, 09:41:07 (12m ago)`.
  var comparisonWords: String {
    func time(_ kept: KeptPicture?) -> String {
      guard let at = kept?.at else { return "" }
      return ", \(AgeText.clock(at)) (\(AgeText.text(from: at, to: now)))"
    }
    switch comparison.baseline {
    case .start: return "since the start of this session\(time(comparison.start))"
    case .kept: return "since the picture that was kept\(time(comparison.kept))"
    case .live: return "from the moment that is seen until now"
    case .source(let word): return "from \(word) to what is seen"
    case .cluster(let name):
      return "from cluster \(name.text) to cluster \(otherCluster(than: name)?.text ?? "")"
    }
  }
}
