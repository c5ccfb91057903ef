// Builds pictures off the screen's thread: one at a time, always from the newest slice of every feed.

import DashboardFeeds
import DashboardModel
import DashboardScreens

/// Joins the feeds' slices to pictures.
actor PictureBuilder {
  /// What has come of a slice.
  struct Message: Sendable {
    /// What there is to show.
    enum News: Sendable {
      /// New facts.
      case picture(Picture)
      /// Feeds that read, broke or recovered; the facts are the same.
      case feeds([FeedReport])
    }
    /// Whose slice it was.
    let feed: FeedID
    let news: News
    /// How long the picture took to merge and build; nil where none was built.
    var buildTime: Duration?

    /// The news as something that happened.
    var action: Action {
      switch news {
      case .picture(let picture): .pictureArrived(picture)
      case .feeds(let reports): .feedsChanged(reports)
      }
    }
  }

  private let order: [FeedID]
  private let references: [ReferenceCopy]
  private let options: PictureOptions
  private let muting: @Sendable () -> Muting
  private let deliver: @Sendable (Message) -> Void
  private var slices: [FeedID: FeedSlice] = [:]
  private var picture: Picture?

  /// A builder for the feeds of these names. `muting` gives the mutes of the day.
  init(
    feeds: [FeedID], references: [ReferenceCopy] = [], options: PictureOptions = PictureOptions(),
    muting: @escaping @Sendable () -> Muting = { .none }, deliver: @escaping @Sendable (Message) -> Void
  ) {
    order = feeds
    self.references = references
    self.options = options
    self.muting = muting
    self.deliver = deliver
  }

  /// Takes a slice up. Only what changed costs anything: replicas alone are taken up in place, other facts are joined
  /// anew, and progress costs no picture.
  func take(_ slice: FeedSlice) {
    let known = slices[slice.feed]
    slices[slice.feed] = slice
    let current = order.compactMap { slices[$0] }
    // Before the first facts there is nothing to draw but how the feeds do, and a picture of nothing would look like
    // good news.
    let isBeforeFacts = picture == nil && current.allSatisfy(\.facts.isEmpty)
    if slice.observedAt == nil || isBeforeFacts || known.map({ slice.saysTheSame(as: $0) }) ?? false {
      deliver(Message(feed: slice.feed, news: .feeds(reports(of: current))))
      return
    }
    let start = ContinuousClock.now
    let snapshot =
      changedInPlace(by: slice, since: known, current) ?? Snapshot(merging: current, references: references)
    let picture = Picture(of: snapshot, reusing: picture, options: options, muting: muting())
    self.picture = picture
    deliver(
      Message(feed: slice.feed, news: .picture(picture), buildTime: ContinuousClock.now - start))
  }

  /// The last snapshot with the slice's changes in it; nil where it must be joined anew: other facts changed, too much
  /// was missed, or two feeds tell of one cluster's replicas, so that what one calls gone may stand with the other.
  private func changedInPlace(
    by slice: FeedSlice, since known: FeedSlice?, _ current: [FeedSlice]
  ) -> Snapshot? {
    guard let picture, let known, known.observedAt != nil, slice.unreadable == known.unreadable,
      let changes = slice.changes(since: known), !isTold(slice, by: current)
    else { return nil }
    var snapshot = picture.snapshot
    guard changes.isEmpty || snapshot.apply(changes) else { return nil }
    return snapshot.with(feeds: current)
  }

  private func isTold(_ slice: FeedSlice, by current: [FeedSlice]) -> Bool {
    guard current.count > 1 else { return false }
    let clusters = slice.facts.clusters
    return current.contains { other in
      other.feed != slice.feed && !other.facts.replicas.isEmpty
        && !clusters.isDisjoint(with: other.facts.clusters)
    }
  }

  private func reports(of slices: [FeedSlice]) -> [FeedReport] {
    guard let picture else { return Snapshot.reports(of: slices) }
    return picture.snapshot.with(feeds: slices).feeds
  }
}

extension FeedSlice {
  /// Whether nothing that a picture shows differs: the same facts of the same moment with the same troubles.
  fileprivate func saysTheSame(as known: FeedSlice) -> Bool {
    revision == known.revision && observedAt == known.observedAt && troubles == known.troubles
      && status.outage == known.status.outage
  }

  /// The changes of replicas that lead here from a slice; nil where other facts changed too, or too much was missed.
  fileprivate func changes(since known: FeedSlice) -> [ReplicaChange]? {
    revision == known.revision ? [] : recent.since(known.revision)
  }
}
