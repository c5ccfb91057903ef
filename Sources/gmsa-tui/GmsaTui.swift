// The root command: what the program is called, and which commands it has.

import ArgumentParser

@main
struct GmsaTui: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gmsa-tui",
    abstract: "Where are the gMSA credential specs of Windows containers, and should they be there?",
    discussion: """
      Examples:
        gmsa-tui demo
            a simulated cluster that lives; nothing to install or connect
        kubectl get pods,deploy,rs,nodes -A -o json | gmsa-tui -
        gmsa-tui prod=dump/ staging=staging.json
            several clusters in one picture
        gmsa-tui report --only problems prod.json
            the same picture without a terminal

      The program only reads: it has no verb that changes a cluster.
      """,
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, DemoCommand.self, ReportCommand.self, CheckCommand.self, LintCommand.self,
      SnapshotCommand.self, RecordCommand.self, ReplayCommand.self, DiffCommand.self, ExplainCommand.self,
      ConfigCommand.self, ManCommand.self,
      CompletionsCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  /// Runs the program. Wrong usage ends with 2, as the contract of the exit codes has it (interface.md section 1); the
  /// library's own code for it is another.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch  where exitCode(for: error) == .validationFailure {
      StandardError.print(fullMessage(for: error))
      Self.exit(withError: ExitCode(2))
    } catch {
      Self.exit(withError: error)
    }
  }
}
