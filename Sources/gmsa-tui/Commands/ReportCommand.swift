// gmsa-tui report SOURCE…: the same picture without a terminal.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports
import Glibc

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The same picture without a terminal, as text, json, csv, markdown or html.",
    discussion: """
      Examples:
        gmsa-tui report demo
        gmsa-tui report --format html --face 1 prod/ > prod.html
        gmsa-tui report --scaling --format html prod/ > scaling.html
        kubectl get pods,deploy,nodes -A -o json | gmsa-tui report --only problems -
      """)

  @OptionGroup var source: SourceArguments

  @Option(help: "\(ReportFormat.all.map(\.name).joined(separator: ", ")).")
  var format = "text"

  @Option(help: "1 credspec x host, 2 service x host, 3 service x credspec.")
  var face = 1

  @Option(help: "problems or all.")
  var only = ReportOptions.Scope.problems

  @Flag(
    help: "What the fleet costs in copies, instead of a face: by hand against what an orchestrator delivers.")
  var scaling = false

  @Option(
    help: ArgumentHelp(
      "With --scaling, what grows in the chart: hosts alone, or services with them (fleet).",
      valueName: "hosts|fleet"),
    transform: { text in
      guard let growth = ScalingGrowth(rawValue: text) else {
        throw ValidationError("--growth is hosts or fleet; \"\(text)\" is neither")
      }
      return growth
    })
  var growth = ScalingGrowth.hostsAlone

  @OptionGroup var upkeep: UpkeepArguments

  @Flag(inversion: .prefixedNo, help: "Write ASCII alone.")
  var ascii: Bool?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var config: ConfigArguments

  func validate() throws {
    if ReportFormat.named(format) == nil {
      let known = ReportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is called \"\(format)\"; there are: \(known)")
    }
    if Face(rawValue: face) == nil { throw ValidationError("--face is 1, 2 or 3") }
  }

  func run() throws {
    let settings = try config.settings(
      flags: source.settings + picture.settings + [
        upkeep.setting, FlagSetting("ascii", ascii) { $0.ascii = $1 },
      ])
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: false) }
    let report = ReportRun(feeds: feeds, settings: settings, isASCII: settings.config.ascii)
    if scaling {
      try report.printScaling(ReportFormat.named(format), growth: growth, only: only)
    } else {
      try report.print(
        ReportFormat.named(format), face: Face(rawValue: face) ?? .credentialSpecByHost, only: only)
    }
  }
}

extension ReportOptions.Scope: ExpressibleByArgument {}
