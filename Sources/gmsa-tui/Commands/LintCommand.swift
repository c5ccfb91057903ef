// gmsa-tui lint FILE…: the linter of credential spec contents.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports
import Glibc

struct LintCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Checks the contents of credential specs, with line, column and the corrected line.",
    discussion: """
      Reads credential spec files, folders of them (CredentialSpecs folders, HOST/*.json), GMSACredentialSpec
      manifests, ConfigMaps, pod specs with inline contents, docker config inspect, and snapshots. A PluginInput is
      never printed.

      Examples:
        gmsa-tui lint webapp01.json
        gmsa-tui lint inventories/
        kubectl get gmsacredentialspec -o yaml | gmsa-tui lint -

      Exit codes: 0 no remarks, 1 remarks, 2 something could not be read.
      """)

  @Argument(help: ArgumentHelp("FILE, FOLDER, or - for standard input.", valueName: "source"))
  var sources: [String] = []

  @Option(help: "text or json.")
  var format = Format.text

  func validate() throws {
    if sources.isEmpty { throw ValidationError("lint needs a FILE, a FOLDER, or - for standard input") }
    if sources.contains("-"), isatty(STDIN_FILENO) == 1 {
      throw ValidationError("-: standard input is the keyboard. Pipe something into it, or name a file")
    }
  }

  func run() throws {
    var run = LintRun()
    for source in sources { run.lint(source) }
    let result = run.finish()
    var output = StandardOutput()
    switch format {
    case .text: LintReport.writeText(result, to: &output)
    case .json: LintReport.writeJSON(result, to: &output)
    }
    output.flush()
    for text in result.unreadable { StandardError.print("gmsa-tui: \(text)") }
    StandardError.print("gmsa-tui: \(LintReport.summary(of: result))")
    if !result.unreadable.isEmpty { throw ExitCode(2) }
    if !result.remarks.isEmpty { throw ExitCode(1) }
  }
}
