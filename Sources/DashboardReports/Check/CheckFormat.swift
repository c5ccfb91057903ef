// The formats that a check can be written in: one line here adds one.

/// A format of checks.
package struct CheckFormat: Sendable {
  /// The word for `--format`.
  package let name: String
  /// What it is good for, one sentence.
  package let sentence: String
  private let writer: any CheckWriting.Type

  /// Every format, the default first.
  package static let all = [
    CheckFormat(name: "text", sentence: "For people: a cause an entry, worst first.", writer: TextCheck.self),
    CheckFormat(
      name: "json", sentence: "For programs; docs/formats/check.schema.json tells the shape.",
      writer: JSONCheck.self),
    CheckFormat(name: "sarif", sentence: "SARIF 2.1.0, for code scanning.", writer: SARIFCheck.self),
    CheckFormat(
      name: "junit", sentence: "JUnit XML, for CI servers: a rule a test case.", writer: JUnitCheck.self),
  ]

  /// The format of a name; nil where there is none.
  package static func named(_ name: String) -> CheckFormat? { all.first { $0.name == name } }

  /// Writes a check piece by piece.
  package func write(_ check: CheckResult, to target: inout some TextOutputStream) {
    writer.write(check, to: &target)
  }
}

/// Writes checks in one format.
protocol CheckWriting: SendableMetatype {
  static func write(_ check: CheckResult, to target: inout some TextOutputStream)
}
