// Compares what two sources say, and ends with the verdict as the exit code.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports

/// A comparison of two sources.
struct DiffRun {
  let settings: Settings

  /// Prints what differs. Ends with 1 where something does, with 5 where nothing does in what could be read.
  func print(_ format: DiffFormat?, before: String, after: String) throws {
    let old = try read(before)
    let new = try read(after)
    let report = DiffReport(
      SnapshotDiff(from: old.picture, to: new.picture), beforeName: before, afterName: after,
      isReadInPart: old.isPartial || new.isPartial, isASCII: settings.config.ascii, now: SystemTime.now)
    var output = StandardOutput()
    format?.write(report, to: &output)
    output.flush()
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  private func read(_ word: String) throws -> (picture: Picture, isPartial: Bool) {
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(toCompare: word, for: settings) }
    let reading = try SourceReading(feeds)
    let picture = Picture(
      of: Snapshot(merging: reading.slices, references: settings.config.reference),
      options: settings.pictureOptions, muting: settings.muting(on: CalendarDay(SystemTime.now)))
    return (picture, reading.isPartial)
  }
}
