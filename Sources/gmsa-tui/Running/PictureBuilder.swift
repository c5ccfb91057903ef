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

  /// Takes a slice up. Only facts that changed cost a picture.
  func take(_ slice: FeedSlice) {
    let known = slices[slice.feed]
    slices[slice.feed] = slice
    let current = order.compactMap { slices[$0] }
    // Before the first facts there is nothing to draw but how the feeds do, and a picture of nothing would look like
    // good news.
    let isBeforeFacts = picture == nil && current.allSatisfy(\.facts.isEmpty)
    if slice.observedAt == nil || isBeforeFacts
      || (known?.revision == slice.revision && known?.observedAt == slice.observedAt)
    {
      deliver(Message(feed: slice.feed, news: .feeds(reports(of: current))))
      return
    }
    let start = ContinuousClock.now
    let snapshot = Snapshot(merging: current, references: references)
    let picture = Picture(of: snapshot, reusing: picture, options: options, muting: muting())
    self.picture = picture
    deliver(
      Message(feed: slice.feed, news: .picture(picture), buildTime: ContinuousClock.now - start))
  }

  private func reports(of slices: [FeedSlice]) -> [FeedReport] {
    guard let picture else { return Snapshot.reports(of: slices) }
    return picture.snapshot.with(feeds: slices).feeds
  }
}
