// A kind of SOURCE as a row of the table: how it is written, what it reads, and how its feed is made.

import DashboardFeeds
import DashboardModel

/// A kind of SOURCE that is no file: `WORD` or `WORD:REST`.
struct SourceKind: Sendable {
  /// What stands before the colon, or alone.
  let word: String
  /// How it may be written, such as `k8s` and `k8s:CONTEXT`.
  let forms: [String]
  /// What it reads, in a sentence for help and docs.
  let sentence: String
  /// The feed of a word. Throws what is wrong with the word or with what it needs before anything is connected.
  let make: @Sendable (SourceRequest) throws(UsageFault) -> any Feed
  /// Looks whether the surroundings point at such a source, for a call without any SOURCE; nil: never.
  var look: (@Sendable (SourceSurroundings) async -> Lookout)?
  /// Words that a shell may offer, such as one a context.
  var completions: @Sendable (SourceSurroundings) -> [String] = { _ in [] }

  /// What follows the colon where `text` is of this kind: nil for the word alone; the outer nil where it is of another.
  func argument(of text: String) -> String?? {
    if text == word { return .some(nil) }
    guard text.hasPrefix(word + ":") else { return nil }
    return .some(String(text.dropFirst(word.count + 1)))
  }
}

/// One SOURCE word that a row makes a feed of.
struct SourceRequest: Sendable {
  /// The word as the operator wrote it, with `NAME=`.
  let word: String
  /// The name that its cluster is to have, where the operator says it.
  let cluster: ClusterName?
  /// What follows the colon; nil for the word alone.
  let argument: String?
  let surroundings: SourceSurroundings
}

/// What feeds are made from beside their words.
struct SourceSurroundings: Sendable {
  let environment: Environment
  /// The settings in force: `--context`, `--namespace` and their like.
  let config: Config
  /// The kubeconfig that a flag or the config names; nil: what the environment names, or the usual one.
  let kubeconfig: String?
  /// Whether the feed is to follow its source; without, one reading is all that is asked for.
  let follows: Bool
}

/// What looking for a source without a word has found.
enum Lookout: Hashable, Sendable {
  /// This word names what the surroundings point at.
  case found(word: String)
  /// There is none; what was tried, as half a sentence.
  case absent(tried: String)
}
