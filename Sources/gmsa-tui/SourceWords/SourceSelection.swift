// What the operator's SOURCE words stand for, and what stands in for them where there are none.

import DashboardFeeds
import DashboardModel
import Glibc
import StructuredText

/// Turns SOURCE words into feeds.
enum SourceSelection {
  /// The feeds of the sources in force. A word of the config is said to come from there when it is wrong.
  static func feeds(for settings: Settings, follows: Bool = true) throws(UsageFault) -> [any Feed] {
    let surroundings = settings.surroundings(follows: follows)
    let words = settings.sources
    if words.isEmpty {
      let word = settings.namesKubernetes ? KubernetesSource.kind.word : try found(in: surroundings)
      return try feeds(for: [word], in: surroundings)
    }
    do throws(UsageFault) {
      return try feeds(for: words, in: surroundings)
    } catch {
      guard case .file = settings.origin("sources") else { throw error }
      throw .ofConfig(error.description, origin: settings.origin("sources").text)
    }
  }

  /// The feeds of one word that is compared with: its facts of now, which nobody follows.
  static func feeds(toCompare word: String, for settings: Settings) throws(UsageFault) -> [any Feed] {
    try feeds(for: [word], in: settings.surroundings(follows: false))
  }

  /// The word for what the surroundings point at.
  private static func found(in surroundings: SourceSurroundings) throws(UsageFault) -> String {
    let looks = SourceTable.all.compactMap(\.look)
    let outcome = Awaited.value { () -> (word: String?, tried: [String]) in
      var tried: [String] = []
      for look in looks {
        switch await look(surroundings) {
        case .found(let word): return (word, tried)
        case .absent(let words): tried.append(words)
        }
      }
      return (nil, tried)
    }
    guard let word = outcome.word else { throw .noSource(tried: outcome.tried) }
    return word
  }

  /// The feeds of some words: all files and folders together are one feed, since loose files describe one cluster.
  private static func feeds(
    for words: [String], in surroundings: SourceSurroundings
  ) throws(UsageFault) -> [any Feed] {
    var files: [FileSource] = []
    var feeds: [any Feed] = []
    for text in words {
      let word = try word(text)
      if let (kind, argument) = SourceTable.kind(of: word.rest) {
        feeds.append(
          try kind.make(
            SourceRequest(
              word: text, cluster: word.cluster, argument: argument, surroundings: surroundings)))
      } else {
        files.append(try file(word))
      }
    }
    if !files.isEmpty { feeds.insert(FileFeed(files, follows: surroundings.follows), at: 0) }
    return feeds
  }

  private static func word(_ text: String) throws(UsageFault) -> SourceWord {
    do throws(SourceWordError) {
      return try SourceWord(text)
    } catch {
      throw .emptyWord(text)
    }
  }

  private static func file(_ word: SourceWord) throws(UsageFault) -> FileSource {
    let source = FileSource(word)
    if case .path(let path) = source.place, access(path, F_OK) != 0 { throw missing(path) }
    if case .standardInput = source.place, isatty(STDIN_FILENO) == 1 { throw .keyboard }
    return source
  }

  /// A mistyped command or kind of source is taken for a file; where it is near to one, that is said.
  private static func missing(_ path: String) -> UsageFault {
    let kinds = SourceTable.all.map(\.word)
    if let colon = path.firstIndex(of: ":"), !path[..<colon].contains("/") {
      let nearest = nearestKey(to: String(path[..<colon]), among: kinds)
      return .unknownKind(word: path, meant: nearest.map { $0 + path[colon...] }, known: kinds)
    }
    return .missingFile(
      FeedFault.missing(path: path), command: nearestKey(to: path, among: ManPage.commandNames),
      kind: nearestKey(to: path, among: kinds))
  }
}
