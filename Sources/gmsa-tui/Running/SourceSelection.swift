// What the operator's SOURCE words stand for.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import Glibc
import StructuredText

/// Turns SOURCE words into feeds.
enum SourceSelection {
  /// The feeds of the sources in force. A word of the config is said to come from there when it is wrong.
  static func feeds(for settings: Settings, follows: Bool = true) throws -> [any Feed] {
    do {
      return try feeds(for: settings.sources, follows: follows)
    } catch let fault as UsageFault {
      guard case .file = settings.origin("sources"), !settings.sources.isEmpty else { throw fault }
      throw UsageFault.text("\(fault)\n  (sources: \(settings.origin("sources").text))")
    }
  }

  /// Whether a word names something other than a file or folder.
  static func isNoPath(_ word: String) -> Bool { word == "demo" || isLive(word) }

  private static func isLive(_ word: String) -> Bool {
    ["k8s", "swarm", "ad"].contains { word == $0 || word.hasPrefix("\($0):") }
  }

  /// The feeds of some words: all files and folders together are one feed, since loose files describe one cluster.
  static func feeds(for words: [String], follows: Bool = true) throws -> [any Feed] {
    var files: [FileSource] = []
    var feeds: [any Feed] = []
    for word in words {
      if word == "demo" {
        feeds.append(standingDemo)
      } else {
        files.append(try file(word))
      }
    }
    if words.isEmpty { throw UsageFault.noSource }
    if !files.isEmpty { feeds.insert(FileFeed(files, follows: follows), at: 0) }
    return feeds
  }

  /// The demo as it is at its first moment: a report of it is the same today and tomorrow, but for the ages.
  private static var standingDemo: DemoFeed {
    DemoFeed(options: DemoOptions(speed: 0), start: SystemTime.now, clock: ContinuousClock())
  }

  private static func file(_ word: String) throws -> FileSource {
    if isLive(word) { throw UsageFault.liveSource(word: word) }
    let source: FileSource
    do {
      source = try FileSource(word: word)
    } catch {
      throw UsageFault.text(error.text)
    }
    if case .path(let path) = source.place, access(path, F_OK) != 0 {
      throw UsageFault.text(FeedFault.missing(path: path).text + meantCommand(path))
    }
    if case .standardInput = source.place, isatty(STDIN_FILENO) == 1 {
      throw UsageFault.text(
        "-: standard input is the keyboard. Pipe something into it: kubectl get … -o json | gmsa-tui -")
    }
    return source
  }
}

extension SourceSelection {
  /// A mistyped command is taken for a file; where it is near to one, that is said.
  private static func meantCommand(_ word: String) -> String {
    guard let nearest = nearestKey(to: word, among: ManPage.commandNames) else { return "" }
    return " Did you mean the command \(nearest)?"
  }
}

/// What is wrong with how the program was called; ends it with exit code 2.
enum UsageFault: Error, CustomStringConvertible {
  /// No SOURCE was named, and nothing else is looked for.
  case noSource
  /// A live cluster was asked for.
  case liveSource(word: String)
  /// Any other, already in words.
  case text(String)

  var description: String {
    switch self {
    case .noSource:
      """
      no source was named. Give a FILE, a FOLDER or - for standard input:
        kubectl get nodes,pods,deploy,rs -A -o json | gmsa-tui -
      or look at a simulated cluster: gmsa-tui demo
      """
    case .liveSource(let word):
      """
      \(word): this version reads files, not live clusters. Pipe the cluster's lists into it:
        kubectl get nodes,pods,deploy,rs,sts,ds,gmsacredentialspecs -A -o json | gmsa-tui -
        docker service inspect $(docker service ls -q) | gmsa-tui -
      """
    case .text(let text): text
    }
  }
}
