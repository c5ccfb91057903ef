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

  @Argument(help: ArgumentHelp("FILE, FOLDER, -, NAME=FILE, or demo.", valueName: "source"))
  var sources: [String] = []

  @Option(help: "\(ReportFormat.all.map(\.name).joined(separator: ", ")).")
  var format = "text"

  @Option(help: "1 credspec x host, 2 service x host, 3 service x credspec.")
  var face = 1

  @Option(help: "problems or all.")
  var only = ReportOptions.Scope.problems

  @Flag(help: "Write ASCII alone.")
  var ascii = false

  @OptionGroup var picture: PictureArguments

  func validate() throws {
    if ReportFormat.named(format) == nil {
      let known = ReportFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is called \"\(format)\"; there are: \(known)")
    }
    if Face(rawValue: face) == nil { throw ValidationError("--face is 1, 2 or 3") }
  }

  func run() throws {
    let run = ReportRun(
      feeds: try ErrorText.orExit { try SourceSelection.feeds(for: sources, follows: false) },
      picture: picture, isASCII: ascii)
    try run.print(ReportFormat.named(format), face: Face(rawValue: face) ?? .credentialSpecByHost, only: only)
  }
}

extension ReportOptions.Scope: ExpressibleByArgument {}
