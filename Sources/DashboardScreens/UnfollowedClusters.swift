// Clusters that are no longer followed: their last picture stays on the screen, dimmed, with words for how old it is.

import DashboardModel

/// The clusters of which a source broke, or told nothing for longer than the operator allows; and the kinds of facts of
/// other clusters that are not followed any more, which dim what rests on them.
struct UnfollowedClusters {
  private let feeds: [ClusterName: FeedReport]
  private let troubles: [ClusterName: [KindTrouble]]
  private let now: Timestamp

  init(_ state: AppState) {
    now = state.now
    let stopped = state.feeds.filter { feed in
      feed.status.isBroken || feed.isOld(at: state.now, after: state.oldAfter)
    }
    var feeds: [ClusterName: FeedReport] = [:]
    for feed in stopped {
      for cluster in feed.clusters where feeds[cluster] == nil { feeds[cluster] = feed }
    }
    self.feeds = feeds
    troubles = Dictionary(grouping: state.feeds.flatMap(\.troubles), by: \.cluster)
  }

  var isEmpty: Bool { feeds.isEmpty && troubles.isEmpty }

  /// Whether all that a line stands for is of such clusters.
  func holds(_ line: MatrixLine, _ side: MatrixSide, _ axes: MatrixAxes) -> Bool {
    if isEmpty { return false }
    let kinds = axes.axis(side).restsOn
    return line.members.allSatisfy { member in
      let cluster = axes.cluster(of: member, side)
      return feeds[cluster] != nil || troubles[cluster]?.contains { kinds.contains($0.kind) } ?? false
    }
  }

  /// How old a cell of a line is, and why nothing newer comes; nil where it is followed.
  func words(_ line: MatrixLine, _ side: MatrixSide, _ axes: MatrixAxes) -> String? {
    guard holds(line, side, axes) else { return nil }
    let cluster = axes.cluster(of: line.place, side)
    guard let feed = feeds[cluster] else { return words(cluster, axes.axis(side)) }
    let age = feed.observedAt.map { "as it was \(AgeText.text(from: $0, to: now))" } ?? "of unknown age"
    return "\(age): \(feed.feed.text) \(feed.status.isBroken ? "is broken" : "told nothing newer")"
  }

  private func words(_ cluster: ClusterName, _ axis: Axis) -> String? {
    guard let trouble = troubles[cluster]?.first(where: { axis.restsOn.contains($0.kind) }) else {
      return nil
    }
    return "as it was \(AgeText.text(from: trouble.since, to: now)): no news of \(trouble.kind.word)"
  }
}

extension Axis {
  /// The kinds of facts without which nothing new is known of what stands on the axis.
  fileprivate var restsOn: Set<FactKind> {
    switch self {
    case .host: [.hosts, .replicas]
    case .service: [.services, .replicas]
    case .credentialSpec: [.customResources, .configs, .replicas]
    }
  }
}

extension MatrixAxes {
  /// The cluster that a place of a side belongs to.
  func cluster(of place: Int, _ side: MatrixSide) -> ClusterName {
    switch axis(side) {
    case .host: picture.host(place).id.cluster
    case .service: picture.service(place).id.cluster
    case .credentialSpec: picture.credentialSpec(place).id.cluster
    }
  }
}
