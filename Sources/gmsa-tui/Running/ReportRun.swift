// Prints the report of what some feeds say.

import DashboardFeeds
import DashboardModel
import DashboardReports

/// A report on some feeds.
struct ReportRun {
  let feeds: [any Feed]
  let settings: Settings
  let isASCII: Bool

  /// The opening face with its problems as text: what a terminal that cannot draw gets.
  func printText() throws {
    try print(ReportFormat.named("text"), face: .credentialSpecByHost, only: .problems)
  }

  /// Prints a report to standard output; what could not be read as a whole goes to standard error.
  func print(_ format: ReportFormat?, face: Face, only: ReportOptions.Scope) throws {
    try print { picture, now, output in
      let options = ReportOptions(face: face, only: only, isASCII: isASCII, now: now)
      format?.write(picture, options: options, to: &output)
    }
  }

  /// Prints a report on scaling in the same way.
  func printScaling(_ format: ReportFormat?, growth: ScalingGrowth, only: ReportOptions.Scope) throws {
    try print { picture, now, output in
      let options = ReportOptions(only: only, isASCII: isASCII, now: now)
      let report = ScalingReport(
        picture, assumptions: settings.assumptions, growth: growth, options: options)
      format?.write(report, to: &output)
    }
  }

  private func print(_ write: (Picture, Timestamp, inout StandardOutput) -> Void) throws {
    let reading = try SourceReading(feeds)
    let now = SystemTime.now
    let day = CalendarDay(now)
    let picture = Picture(
      of: Snapshot(merging: reading.slices, references: settings.config.reference),
      options: settings.pictureOptions, muting: settings.muting(on: day))
    for line in settings.expiredMutes(on: day) { StandardError.print("gmsa-tui: \(line)") }
    var output = StandardOutput()
    write(picture, now, &output)
    output.flush()
    try reading.exitIfPartial()
  }
}
