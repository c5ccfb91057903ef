// The formats that a diff can be written in: one line here adds one.

/// A format of diffs.
package struct DiffFormat: Sendable {
  /// The word for `--format`.
  package let name: String
  /// What it is good for, one sentence.
  package let sentence: String
  private let writer: any DiffWriting.Type

  /// Every format, the default first.
  package static let all = [
    DiffFormat(name: "text", sentence: "For people, worst first.", writer: TextDiff.self),
    DiffFormat(
      name: "json", sentence: "For programs; docs/formats/diff.schema.json tells the shape.",
      writer: JSONDiff.self),
    DiffFormat(
      name: "markdown", sentence: "For issues, wikis and pull requests.", writer: MarkdownDiff.self),
  ]

  /// The format of a name; nil where there is none.
  package static func named(_ name: String) -> DiffFormat? { all.first { $0.name == name } }

  /// Writes a diff piece by piece.
  package func write(_ report: DiffReport, to target: inout some TextOutputStream) {
    writer.write(report, to: &target)
  }
}

/// Writes diffs in one format.
protocol DiffWriting: SendableMetatype {
  static func write(_ report: DiffReport, to target: inout some TextOutputStream)
}
