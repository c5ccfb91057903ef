// Checks what some feeds say: once with an exit code, or as lines while they live.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports
import Dispatch

/// A check of some feeds.
struct CheckRun {
  let settings: Settings
  /// Mutes of the baseline, beside those of the config.
  let known: [Mute]
  let failOn: Severity

  /// Prints the check, and ends with its verdict as the exit code.
  func print(_ format: CheckFormat?, acceptsPartial: Bool) throws {
    let (picture, reading) = try read()
    let check = CheckResult(
      picture, failOn: failOn, isReadInPart: reading.isPartial, isASCII: settings.config.ascii,
      now: SystemTime.now)
    var output = StandardOutput()
    format?.write(check, to: &output)
    output.flush()
    if check.verdict == .partial, acceptsPartial { return }
    if check.verdict != .fine { throw ExitCode(check.verdict.exitCode) }
  }

  /// Prints what is found now as a baseline.
  func printBaseline(reason: String, until: CalendarDay) throws {
    let (picture, _) = try read()
    var output = StandardOutput()
    output.write(BaselineFile.text(of: picture.findings, reason: reason, until: until))
    output.flush()
  }

  private func read() throws -> (Picture, SourceReading) {
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: false) }
    let reading = try SourceReading(feeds)
    let now = SystemTime.now
    for line in settings.expiredMutes(on: CalendarDay(now)) { StandardError.print("gmsa-tui: \(line)") }
    return (
      self.picture(of: Snapshot(merging: reading.slices, references: settings.config.reference)), reading
    )
  }

  private func picture(of snapshot: Snapshot) -> Picture {
    Picture(of: snapshot, options: settings.pictureOptions, muting: muting)
  }

  private var muting: Muting {
    Muting(settings.config.mutes.map(\.mute) + known, on: CalendarDay(SystemTime.now))
  }

  /// Prints a line for each finding that comes or goes, until a signal ends the program.
  func watch() throws {
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings, follows: true) }
    let (pictures, continuation) = AsyncStream<Picture>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let builder = PictureBuilder(
      feeds: feeds.map(\.id), references: settings.config.reference, options: settings.pictureOptions,
      muting: { [self] in muting }
    ) { message in
      if case .picture(let picture) = message.news { continuation.yield(picture) }
    }
    for feed in feeds {
      Task.detached { for await slice in feed.slices() { await builder.take(slice) } }
    }
    let isASCII = settings.config.ascii
    Task.detached {
      var watched = WatchedFindings(isASCII: isASCII)
      for await picture in pictures {
        var output = StandardOutput()
        for line in watched.lines(of: picture, at: SystemTime.now) { output.write(line + "\n") }
        output.flush()
      }
    }
    dispatchMain()
  }
}
