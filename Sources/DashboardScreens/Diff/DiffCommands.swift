// Commands that compare: the diff screen, what to compare with, and keeping a picture for later.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let comparing: [Command] = [
    Command(
      "diff", ["d"], "What differs from the start, the kept picture, a cluster or a file",
      on: ScreenKind.everywhere.subtracting([.diff]), disabled: nothingRead
    ) { state in state.openDiff() },
    Command(
      "keep", ["m"], "Keep this picture to compare with later", on: .everywhere, disabled: nothingRead
    ) { state in
      state.keepPicture()
      return []
    },
    Command(
      "compare", [], "Compare with something else: compare start, kept, live, CLUSTER or FILE",
      on: .everywhere, argument: CommandArgument("WITH") { $0.baselineNames }, disabled: nothingRead
    ) { state, name in state.compare(with: name) },
  ]

  private static func nothingRead(_ state: AppState) -> String? {
    state.picture == nil ? "nothing was read yet" : nil
  }
}

extension AppState {
  /// What can be compared with by name.
  fileprivate var baselineNames: [String] {
    var names = ["start"]
    if comparison.kept != nil { names.append("kept") }
    if heldPicture != nil { names.append("live") }
    let clusters = picture?.snapshot.structure.clusters ?? []
    return names + (clusters.count > 1 ? clusters.map(\.text) : []) + comparison.sources.keys.sorted()
  }

  fileprivate mutating func openDiff() -> [Effect] {
    // In the past the question is what has become of it since.
    if isPast, !time.isReplay, comparison.baseline == .start { comparison.baseline = .live }
    let effects = open(DiffScreen())
    refreshDiff()
    refreshPages()
    goToTopOfPage()
    return effects
  }

  fileprivate mutating func keepPicture() {
    guard let picture else { return }
    comparison.kept = KeptPicture(picture: picture, at: now)
    comparison.baseline = .kept
    notice = "kept; \(keys.name(of: "diff")) tells what differs from it"
    refreshDiff()
    refreshPages()
  }

  /// A name of the list, else a source to be read.
  fileprivate mutating func compare(with name: String?) -> [Effect] {
    let cluster = picture?.snapshot.structure.clusters.first { $0.text == name }
    switch name {
    case nil:
      notice = "compare WITH, where WITH is a file or one of \(baselineNames.joined(separator: ", "))"
      return []
    case "start": return compare(with: .start)
    case "kept" where comparison.kept != nil: return compare(with: .kept)
    case "live" where heldPicture != nil: return compare(with: .live)
    case let word?:
      if let cluster, otherCluster(than: cluster) != nil { return compare(with: .cluster(cluster)) }
      if comparison.sources[word] != nil { return compare(with: .source(word)) }
      notice = "reading \(word)"
      return [.readToCompare(word)]
    }
  }

  private mutating func compare(with baseline: Baseline) -> [Effect] {
    comparison.baseline = baseline
    if screen == .diff {
      refreshDiff()
      refreshPages()
      goToTopOfPage()
      return []
    }
    return openDiff()
  }

  /// Takes up what was read to be compared with.
  mutating func takeToCompare(_ picture: Picture, from word: String) {
    comparison.sources[word] = picture
    notice = nil
    _ = compare(with: .source(word))
  }
}
