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
      if let outage = feed.status.outage {
        json.member("cause", outage.cause.rawValue)
        json.member("reason", outage.reason)
        json.member("since", outage.since.text)
      }
      if !feed.troubles.isEmpty { writeTroubles(feed.troubles, &json) }
      json.key("clusters")
      json.array { json in for cluster in feed.clusters { json.value(cluster.text) } }
      json.member("unreadable", feed.unreadableCount)
    }
  }

  private static func writeTroubles<T>(_ troubles: [KindTrouble], _ json: inout JSONWriter<T>) {
    json.key("troubles")
    json.array { json in
      for trouble in troubles {
        json.object { json in
          json.member("cluster", trouble.cluster.text)
          json.member("kind", trouble.kind.rawValue)
          json.member("cause", trouble.cause.rawValue)
          json.member("reason", trouble.reason)
          json.member("since", trouble.since.text)
        }
      }
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
