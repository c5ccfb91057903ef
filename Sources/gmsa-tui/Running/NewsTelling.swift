// Tells a record what each new picture changed.

import DashboardFeeds
import DashboardModel

/// Compares each picture with the one before, off all other threads; of pictures that come faster the newest counts.
struct NewsTelling: Sendable {
  private let pictures: AsyncStream<Picture>.Continuation

  /// Tells `record` until the process ends or `stop` is called.
  init(_ record: Record) {
    let (stream, continuation) = AsyncStream<Picture>.makeStream(bufferingPolicy: .bufferingNewest(1))
    pictures = continuation
    Task.detached {
      var last: Picture?
      for await picture in stream {
        if let last {
          let change = PictureChange(at: SystemTime.now, SnapshotDiff(from: last, to: picture))
          if !change.isEmpty { await record.tell(change) }
        }
        last = picture
      }
    }
  }

  /// A new picture is there.
  func take(_ picture: Picture) { pictures.yield(picture) }

  func stop() { pictures.finish() }
}
