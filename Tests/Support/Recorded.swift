// Recorded lists of real servers as facts, for every test that wants to think in real clusters.

package import DashboardFeeds
package import DashboardModel
import Foundation

/// The recorded lists under Tests/DashboardFeedsTests/Recorded.
package enum Recorded {
  /// The folder of all recordings.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "DashboardFeedsTests/Recorded")

  /// The Kubernetes scenarios, `base` among them, by name.
  package static let scenarios: [String] = names(in: "kubernetes").filter { $0 != "kubectl" }

  /// The lists of a scenario. A list that is not there says the same as base's.
  package static func lists(scenario: String) -> [FileFacts.Text] {
    let own = texts(in: "kubernetes/\(scenario)").filter { $0.name != "expect.json" }
    let names = Set(own.map(\.name))
    let base = texts(in: "kubernetes/base").filter { !names.contains($0.name) && $0.name != "expect.json" }
    return (own + base).sorted { $0.name < $1.name }
  }

  /// What a scenario's lists say.
  package static func slice(scenario: String, cluster: ClusterName = "recorded") -> FeedSlice {
    FileFacts.slice(of: lists(scenario: scenario), cluster: cluster, feed: FeedID(scenario)).slice
  }

  /// What the recorded swarm's lists say.
  package static func swarm(cluster: ClusterName = "swarm") -> FeedSlice {
    let lists = ["configs", "nodes", "services", "tasks"].map { text("swarm/\($0).json") }
    return FileFacts.slice(of: lists, cluster: cluster, feed: "swarm").slice
  }

  /// All texts of a folder, by file name.
  package static func texts(in folder: String) -> [FileFacts.Text] {
    names(in: folder).map { text("\(folder)/\($0)") }
  }

  /// One recording; of an `.http` file the body.
  package static func text(_ path: String) -> FileFacts.Text {
    let data = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.hasSuffix(".http"), let head = data.firstRange(of: Data("\r\n\r\n".utf8)) else {
      return FileFacts.Text(name: name, bytes: Array(data))
    }
    return FileFacts.Text(name: name, bytes: Array(data[head.upperBound...]))
  }

  private static func names(in path: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path())
    return (all ?? []).sorted()
  }
}

extension Facts {
  /// What the files in a folder say; hosts' folders among them.
  package static func reading(folder: String) -> Facts {
    FileFeed([FileSource(.path(folder))], follows: false).readOnce().slice.facts
  }

  /// What a recorded scenario's lists say.
  package static func recorded(scenario: String) -> Facts { Recorded.slice(scenario: scenario).facts }
}
