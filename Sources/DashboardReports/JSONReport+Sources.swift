// Where the facts of a JSON report come from, and what could not be read.

import DashboardModel
import StructuredText

extension JSONReport {
  static func writeSources<T>(_ report: Report, _ json: inout JSONWriter<T>) {
    let snapshot = report.picture.snapshot
    json.key("clusters")
    json.array { json in for cluster in snapshot.structure.clusters { json.value(cluster.text) } }
    json.key("feeds")
    json.array { json in for feed in snapshot.feeds { writeFeed(feed, report.options.now, &json) } }
    json.notRead(snapshot.structure.gaps)
    json.key("unreadable")
    json.array { json in for item in snapshot.structure.unreadable { writeItem(item, &json) } }
  }

  private static func writeFeed<T>(_ feed: FeedReport, _ now: Timestamp, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("name", feed.feed.text)
      json.member("state", feed.status.word)
      json.member("observedAt", feed.observedAt?.text)
      json.member("ageSeconds", feed.observedAt.map { Int(now.since($0).components.seconds) })
      if case .broken(let reason, let since) = feed.status {
        json.member("reason", reason)
        json.member("since", since.text)
      }
      json.key("clusters")
      json.array { json in for cluster in feed.clusters { json.value(cluster.text) } }
      json.member("unreadable", feed.unreadableCount)
    }
  }

  private static func writeItem<T>(_ item: UnreadableItem, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("source", item.source)
      json.member("index", item.index)
      json.member("line", item.line)
      json.member("column", item.column)
      json.member("path", item.path)
      json.member("reason", item.reason)
    }
  }
}
