// gmsa-tui record SOURCE… FILE: a file of changes over time.

import ArgumentParser
import DashboardFeeds
import DashboardModel

struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write what changes into a file, from which any moment can be shown again.",
    discussion: """
      Examples:
        gmsa-tui record prod/ prod.record
        gmsa-tui record --keep 24h --max-size 500M prod/ prod.record
        gmsa-tui replay prod.record

      It runs until it is ended (Ctrl-C, kill). What was written by then can be read, whatever ends it: a
      torn piece at the end is left out and told of. A file that is there is gone on with. PluginInput,
      which may hold a secret, is masked as in snapshots. docs/formats/record.md tells the format.
      """)

  @Argument(
    help: ArgumentHelp(
      "The sources, as for the dashboard, and behind them the FILE.", valueName: "source… file"),
    completion: .custom(SourceCompletion.words))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "The largest that the file may grow: 500M, 2G; older moments are given up.", valueName: "size"),
    transform: { text in
      guard let bytes = ByteSizeWord.bytes(text), bytes >= 1 << 20 else {
        throw ValidationError("--max-size takes a size of at least 1M, such as 500M or 2G; \(text) is none")
      }
      return bytes
    })
  var maxSize: Int?

  @Option(
    help: ArgumentHelp(
      "How far back it reaches at least: 24h, 7d; older moments are given up.", valueName: "time"),
    transform: { try RecordCommand.duration($0, "--keep") })
  var keep: Duration?

  @Option(
    name: .customLong("for"), help: ArgumentHelp("End by itself after so long.", valueName: "time"),
    transform: { try RecordCommand.duration($0, "--for") })
  var length: Duration?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var config: ConfigArguments

  static func duration(_ text: String, _ option: String) throws -> Duration {
    guard let duration = DurationWord.duration(text), duration > .zero else {
      throw ValidationError("\(option) takes a time such as 90s, 30m, 24h or 7d; \(text) is none")
    }
    return duration
  }

  func validate() throws {
    if words.count < 2 { throw ValidationError("record needs at least one SOURCE and a FILE behind it") }
  }

  func run() throws {
    let file = words[words.count - 1]
    let sources = FlagSetting("sources", Array(words.dropLast())) { $0.sources = $1 }
    let settings = try config.settings(flags: picture.settings + [sources])
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: true) }
    let record: Record
    do throws(RecordFault) {
      record = try Record.writing(
        file, limits: RecordLimits(maximumBytes: maxSize, keep: keep), createdAt: SystemTime.now)
    } catch {
      StandardError.print("gmsa-tui: \(error.text)")
      throw ExitCode(2)
    }
    TornEnd.tell(record, file)
    StandardError.print("gmsa-tui: recording into \(file); Ctrl-C ends it")
    RecordRun(feeds: feeds, settings: settings, record: record, length: length).run()
  }
}

/// Says that a record ended in the middle of a piece.
enum TornEnd {
  static func tell(_ record: Record, _ file: String) {
    if record.tornBytes == 0 { return }
    StandardError.print(
      "gmsa-tui: \(file): the last \(record.tornBytes) bytes are a torn piece and are left out: whoever wrote it was "
        + "ended in the middle")
  }
}

/// Sizes as people write them.
enum ByteSizeWord {
  /// Reads `500M`, `2G`, `64k` or a count of bytes; nil for anything else.
  static func bytes(_ text: String) -> Int? {
    let units: [Character: Int] = ["k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40]
    let lower = text.lowercased()
    let unit = lower.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? lower : String(lower.dropLast())), number > 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit ?? 1)
    return overflows ? nil : bytes
  }
}
