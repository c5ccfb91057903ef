// gmsa-tui check SOURCE…: findings and an exit code, for CI, cron and pipelines.

import ArgumentParser
import DashboardModel
import DashboardReports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Findings and an exit code, for CI, cron and pipelines.",
    discussion: """
      Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong usage or nothing readable, 5 nothing \
      found and not everything could be judged.

      Examples:
        gmsa-tui check prod/ inventories/
        kubectl get nodes,pods,deploy,rs,gmsacredentialspecs -A -o json | gmsa-tui check --fail-on critical -
        gmsa-tui check --format sarif dump.json > gmsa.sarif
        gmsa-tui check --print-baseline --reason "known, ticket 4711" --until 2027-01-31 prod/ > baseline.yaml
        gmsa-tui check --baseline baseline.yaml prod/
      """)

  @OptionGroup var source: SourceArguments

  @Option(help: "\(CheckFormat.all.map(\.name).joined(separator: ", ")).")
  var format = "text"

  @Option(
    help: "The least severity that fails the check: critical, warning or notice (default: warning).",
    transform: severity)
  var failOn = Severity.warning

  @Option(help: ArgumentHelp("Findings that are known, with reasons and last days.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Print the present findings as a baseline, with --reason and --until.")
  var printBaseline = false

  @Option(help: "Why the findings of --print-baseline are accepted.")
  var reason: String?

  @Option(help: ArgumentHelp("The last day of --print-baseline's acceptance.", valueName: "YYYY-MM-DD"))
  var until: String?

  @Flag(help: "Follow the sources, and print findings that come and go as lines, until stopped.")
  var watch = false

  @Flag(help: "End with 0 instead of 5 where nothing was found and not everything could be judged.")
  var acceptPartial = false

  @Flag(inversion: .prefixedNo, help: "Write ASCII alone.")
  var ascii: Bool?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var config: ConfigArguments

  private static func severity(_ word: String) throws -> Severity {
    if let severity = Severity(rawValue: word) { return severity }
    let known = Severity.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("no severity is called \"\(word)\"; there are: \(known)")
  }

  func validate() throws {
    if CheckFormat.named(format) == nil {
      let known = CheckFormat.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no format is called \"\(format)\"; there are: \(known)")
    }
    if watch, format != "text" {
      throw ValidationError("--watch prints lines: it goes with --format text alone")
    }
    if printBaseline {
      if reason?.isEmpty != false { throw ValidationError("--print-baseline wants a --reason") }
      if until.flatMap(CalendarDay.init) == nil {
        throw ValidationError("--print-baseline wants --until YYYY-MM-DD, the last day of it")
      }
    }
  }

  func run() throws {
    let settings = try config.settings(
      flags: source.settings + picture.settings + [FlagSetting("ascii", ascii) { $0.ascii = $1 }])
    let known = try ErrorText.orExit { try baseline.map(BaselineFile.mutes) ?? [] }
    let run = CheckRun(settings: settings, known: known, failOn: failOn)
    if watch { return try run.watch() }
    if printBaseline, let reason, let day = until.flatMap(CalendarDay.init) {
      return try run.printBaseline(reason: reason, until: day)
    }
    try run.print(CheckFormat.named(format), acceptsPartial: acceptPartial)
  }
}
