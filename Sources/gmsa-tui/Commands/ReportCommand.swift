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
        kubectl get pods,deploy,nodes -A -o json | gmsa-tui report --only problems -
      """)

  @OptionGroup var source: SourceArguments

  @Option(help: "\(ReportFormat.all.map(\.name).joined(separator: ", ")).")
  var format = "text"

  @Option(help: "1 credspec x host, 2 service x host, 3 service x credspec.")
  var face = 1

  @Option(help: "problems or all.")
  var only = ReportOptions.Scope.problems

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
      flags: source.settings + picture.settings + [FlagSetting("ascii", ascii) { $0.ascii = $1 }])
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: false) }
    try ReportRun(feeds: feeds, settings: settings, isASCII: settings.config.ascii).print(
      ReportFormat.named(format), face: Face(rawValue: face) ?? .credentialSpecByHost, only: only)
  }
}

extension ReportOptions.Scope: ExpressibleByArgument {}
