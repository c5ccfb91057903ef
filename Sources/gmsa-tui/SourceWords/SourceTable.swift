// Every kind of SOURCE that is no file. Parsing, help, completions, errors and docs/sources.md follow from these rows;
// adding a kind is adding a row.

import DashboardFeeds

/// The kinds of sources. A call without any SOURCE asks them in this order.
enum SourceTable {
  static let all: [SourceKind] = [SwarmSource.kind, KubernetesSource.kind, demo]

  private static let demo = SourceKind(
    word: "demo", forms: ["demo"],
    sentence: "The simulated cluster of `gmsa-tui demo` at its first moment.",
    make: { _ throws(UsageFault) in
      // At its first moment: a report of it is the same today and tomorrow, but for the ages.
      DemoFeed(options: DemoOptions(speed: 0), start: SystemTime.now, clock: ContinuousClock())
    },
    completions: { _ in ["demo"] })

  /// The kind that a word is of, with what follows its colon; nil for files.
  static func kind(of text: String) -> (kind: SourceKind, argument: String?)? {
    for kind in all {
      if let argument = kind.argument(of: text) { return (kind, argument) }
    }
    return nil
  }

  /// How sources are written, for the help of a command.
  static var help: String {
    let live = all.flatMap(\.forms).joined(separator: ", ")
    return
      "\(live); FILE, FOLDER, - for standard input. NAME= before it names its cluster; several are merged."
  }

  /// The table of docs/sources.md.
  static var markdown: String {
    let files = [
      "| `FILE`, `-` | A file or standard input: lists of kubectl or docker, a snapshot, told apart by "
        + "content. |",
      "| `FOLDER` | A folder of such files, or of HOST/*.json; watched for changes. |",
    ]
    let rows = all.map { kind in
      "| \(kind.forms.map { "`\($0)`" }.joined(separator: ", ")) | \(kind.sentence) |"
    }
    return (["| SOURCE | what it reads |", "| --- | --- |"] + rows + files).joined(separator: "\n")
  }
}
