// Examples of rules as raw operator data: what fires and what stays silent, an example a file or folder.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

/// `GMSA101/fires.task-error-text.json`: a file of lists, or a folder with lists and host inventories.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let name: String
  let isFolder: Bool

  var testDescription: String { "\(rule)/\(name)" }
  /// Whether the rule must find something.
  var fires: Bool { name.hasPrefix("fires.") }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules")

  /// Every example of every rule; what is neither `fires` nor `silent` is no example, and a test says so.
  static let all: [RuleCase] = names(in: folder).filter { $0.hasPrefix("GMSA") }.flatMap { rule in
    names(in: folder.appending(path: rule)).map { name in
      RuleCase(
        rule: rule, name: name,
        isFolder: FileManager.default.fileExists(
          atPath: folder.appending(path: "\(rule)/\(name)/nodes.json").path()))
    }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }

  /// What the example's data says.
  var slice: FeedSlice {
    let place = Self.folder.appending(path: "\(rule)/\(name)")
    if isFolder {
      return FeedSlice(feed: FeedID(name), status: .settled, facts: Facts.reading(folder: place.path()))
    }
    let bytes = (try? Data(contentsOf: place)).map(Array.init) ?? []
    return FileFacts.slice(of: [FileFacts.Text(name: name, bytes: bytes)], feed: FeedID(name)).slice
  }

  var picture: Picture { Picture(of: Snapshot(merging: [slice])) }
}
