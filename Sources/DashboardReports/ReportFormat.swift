// The formats that a report can be written in: one line here adds one.

package import DashboardModel

/// A format of reports.
package struct ReportFormat: Sendable {
  /// The word for `--format`.
  package let name: String
  /// The ending of a file's name, without a dot.
  package let fileEnding: String
  /// What it is good for, one sentence.
  package let sentence: String
  private let writer: any ReportWriting.Type
  private let scalingWriter: any ScalingReportWriting.Type

  /// Every format, the default first.
  package static let all = [
    ReportFormat(
      name: "text", fileEnding: "txt", sentence: "For people, 80 columns wide.", writer: TextReport.self,
      scalingWriter: TextScaling.self),
    ReportFormat(
      name: "json", fileEnding: "json",
      sentence: "For programs; docs/formats/report.schema.json tells the shape.",
      writer: JSONReport.self,
      scalingWriter: JSONScaling.self),
    ReportFormat(
      name: "csv", fileEnding: "csv", sentence: "For spreadsheets, a cell a line.", writer: CSVReport.self,
      scalingWriter: CSVScaling.self),
    ReportFormat(
      name: "markdown", fileEnding: "md", sentence: "For issues, wikis and pull requests.",
      writer: MarkdownReport.self,
      scalingWriter: MarkdownScaling.self),
    ReportFormat(
      name: "html", fileEnding: "html", sentence: "For browsers, mail and print: one file, no script.",
      writer: HTMLReport.self,
      scalingWriter: HTMLScaling.self),
  ]

  /// The format of a name; nil where there is none.
  package static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }

  /// Writes a report piece by piece: what exists at one moment is a line, not the report.
  package func write(_ picture: Picture, options: ReportOptions, to target: inout some TextOutputStream) {
    writer.write(Report(picture, options), to: &target)
  }

  /// Writes a report on scaling.
  package func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    scalingWriter.write(report, to: &target)
  }

  /// The report as one text, for pictures that are small.
  package func render(_ picture: Picture, options: ReportOptions) -> String {
    var text = ""
    write(picture, options: options, to: &text)
    return text
  }
}

/// Writes reports in one format.
protocol ReportWriting: SendableMetatype {
  static func write(_ report: Report, to target: inout some TextOutputStream)
}
