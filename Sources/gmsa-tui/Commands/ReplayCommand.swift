// gmsa-tui replay FILE: the dashboard on a record.

import ArgumentParser
import DashboardFeeds

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "The dashboard on a record: any moment of it, standing still or playing.",
    discussion: """
      Keys: t what changed when, p play or stop, z faster, , and . the change before and the next one,
      [ and ] of this cell, ( and ) of this credspec, w the next critical one, :go to TIME.
      """)

  @Argument(help: ArgumentHelp("A file of gmsa-tui record.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let settings = try screen.settings()
    do {
      let record = try Record.reading(file)
      TornEnd.tell(record, file)
      let isEmpty = Awaited.value { ((try? await record.span()) ?? nil) == nil }
      if isEmpty { throw RecordFault.empty(path: file) }
      try Dashboard(feeds: [], settings: settings, replay: record).run()
    } catch let fault as RecordFault {
      StandardError.print("gmsa-tui: \(fault.text)")
      throw ExitCode(2)
    }
  }
}
