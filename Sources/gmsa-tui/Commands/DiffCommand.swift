// gmsa-tui diff A B: what differs between two sources.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What differs between two sources: cells, findings, figures.",
    discussion: """
      Examples:
        gmsa-tui diff monday.json tuesday.json
        gmsa-tui diff --format markdown before.json after.json > pull-request.md
        gmsa-tui diff staging=staging.json prod=prod.json

      Clusters of one name are compared; where each side has one cluster alone, these two. Exit code: 1 where
      something differs, 0 where nothing does, 5 where nothing does and not all could be read, 2 where a
      side could not be read at all.
      """)

  @Argument(
    help: ArgumentHelp("What it was: a source, as for the dashboard.", valueName: "before"),
    completion: .custom(SourceCompletion.words))
  var before: String

  @Argument(
    help: ArgumentHelp("What it is.", valueName: "after"),
    completion: .custom(SourceCompletion.words))
  var after: String

  @Option(help: "\(DiffFormat.all.map(\.name).joined(separator: ", ")).")
  var format = "text"

  @Flag(inversion: .prefixedNo, help: "Write ASCII alone.")
  var ascii: Bool?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var config: ConfigArguments

  func validate() throws {
    if DiffFormat.named(format) == nil {
      let known = DiffFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is called \"\(format)\"; there are: \(known)")
    }
    if before == "-", after == "-" { throw ValidationError("standard input can be one side alone") }
  }

  func run() throws {
    let settings = try config.settings(
      flags: picture.settings + [FlagSetting("ascii", ascii) { $0.ascii = $1 }])
    try DiffRun(settings: settings).print(DiffFormat.named(format), before: before, after: after)
  }
}
