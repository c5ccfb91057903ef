// Stories: clusters as operators have them, each with the root causes that are to be read in it.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

/// `Stories/pair.expired-certificate-and-empty-spec`: `expect.txt`, and beside it a source of facts an entry, as the
/// command line takes it: a folder of one cluster with its hosts' folders, a file of lists, a saved snapshot.
struct Story: Sendable, CustomTestStringConvertible {
  /// `alone.`, `pair.`, `healthy.`, `partial.`, `feed.` or `server.`, then what it is about.
  let name: String

  var testDescription: String { name }
  /// Whether nothing is wrong in it.
  var isHealthy: Bool { name.hasPrefix("healthy.") }
  /// Whether something is wrong in it, whatever could be read.
  var isOfFaults: Bool { name.hasPrefix("alone.") || name.hasPrefix("pair.") }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Stories")

  /// The groups; each story is in one.
  static let groups = ["alone", "feed", "healthy", "pair", "partial", "server"]

  /// Every story.
  static let all: [Story] = names(in: folder).map { Story(name: $0) }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// What its sources say, a feed a source.
  var slices: [FeedSlice] {
    let place = Self.folder.appending(path: name)
    return Self.names(in: place).filter { $0 != "expect.txt" }.map { entry in
      let source = FileSource(.path(place.appending(path: entry).path()))
      return FileFeed([source], id: FeedID(entry), follows: false).readOnce().slice
    }
  }

  var picture: Picture { Picture(of: Snapshot(merging: slices)) }

  /// The root causes, top first, with what follows from each under it; the same cause elsewhere is an `and`.
  var expected: String {
    let file = Self.folder.appending(path: "\(name)/expect.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? "no expect.txt\n"
  }
}

extension Picture {
  /// The causes as stories expect them.
  var story: String { causes.map(Self.story).joined() }

  private static func story(_ cause: Cause) -> String {
    var lines = [line(cause.lead)]
    for other in cause.elsewhere { lines.append("  and " + other.subject.text) }
    for consequence in cause.consequences { lines.append("  " + line(consequence)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ finding: Finding) -> String { finding.card.id + " " + finding.subject.text }
}
