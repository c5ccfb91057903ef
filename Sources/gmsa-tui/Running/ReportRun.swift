// Prints the report of what some feeds say.

import DashboardFeeds
import DashboardModel
import DashboardReports

/// A report on some feeds.
struct ReportRun {
  let feeds: [any Feed]
  let picture: PictureArguments
  let isASCII: Bool

  /// The opening face with its problems as text: what a terminal that cannot draw gets.
  func printText() throws {
    try print(ReportFormat.named("text"), face: .credentialSpecByHost, only: .problems)
  }

  /// Prints a report to standard output; what could not be read as a whole goes to standard error.
  func print(_ format: ReportFormat?, face: Face, only: ReportOptions.Scope) throws {
    let reading = try SourceReading(feeds)
    let picture = Picture(
      of: Snapshot(merging: reading.slices, references: picture.reference), options: picture.options)
    var output = StandardOutput()
    let options = ReportOptions(face: face, only: only, isASCII: isASCII, now: SystemTime.now)
    format?.write(picture, options: options, to: &output)
    output.flush()
    try reading.exitIfPartial()
  }
}
