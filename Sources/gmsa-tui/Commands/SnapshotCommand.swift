// gmsa-tui snapshot SOURCE…: everything known, as one file.

import ArgumentParser
import DashboardFeeds
import DashboardModel

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract:
      "Everything known of the sources as one file on standard output; it opens like any other source.",
    discussion: """
      Example:
        gmsa-tui snapshot prod/ inventories/ > prod.json
        gmsa-tui snapshot --anonymise prod/ > case.json

      PluginInput, which may hold a secret, is masked. docs/formats/snapshot.schema.json tells the shape.
      """)

  @OptionGroup var source: SourceArguments

  @Flag(help: "Give clusters, hosts, services, accounts, domains, SIDs and all other names new ones.")
  var anonymise = false

  @OptionGroup var config: ConfigArguments

  func run() throws {
    let settings = try config.settings(flags: source.settings)
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: false) }
    let reading = try SourceReading(feeds)
    let write = anonymise ? SnapshotDocument.writeAnonymous : SnapshotDocument.write
    try write(reading.slices, SystemTime.now) { piece in
      var output = StandardOutput()
      output.write(piece)
      output.flush()
    }
    try reading.exitIfPartial()
  }
}
