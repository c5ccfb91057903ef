// Clusters that are no longer followed: their last picture stays on the screen, dimmed, with words for how old it is.

import DashboardModel

/// The clusters of which a source broke, or told nothing for longer than the operator allows.
struct UnfollowedClusters {
  private let feeds: [ClusterName: FeedReport]
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
  }

  var isEmpty: Bool { feeds.isEmpty }

  /// Whether all that a line stands for is of such clusters.
  func holds(_ line: MatrixLine, _ side: MatrixSide, _ axes: MatrixAxes) -> Bool {
    if feeds.isEmpty { return false }
    return line.members.allSatisfy { feeds[axes.cluster(of: $0, side)] != nil }
  }

  /// How old a cell of a line is, and why nothing newer comes; nil where it is followed.
  func words(_ line: MatrixLine, _ side: MatrixSide, _ axes: MatrixAxes) -> String? {
    guard holds(line, side, axes), let feed = feeds[axes.cluster(of: line.place, side)] else { return nil }
    let age = feed.observedAt.map { "as it was \(AgeText.text(from: $0, to: now))" } ?? "of unknown age"
    return "\(age): \(feed.feed.text) \(feed.status.isBroken ? "is broken" : "told nothing newer")"
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
