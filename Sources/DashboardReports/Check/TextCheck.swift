// A check as text: a cause an entry, with what proves it, what follows from it, and what to do next.

import DashboardModel

enum TextCheck: CheckWriting {
  static func write(_ check: CheckResult, to target: inout some TextOutputStream) {
    let wrap = TextWrap(width: 100, isASCII: check.isASCII)
    for cause in check.picture.causes { write(cause, check, wrap, to: &target) }
    for gap in check.picture.snapshot.structure.gapSentences { wrap.write("not read  ", gap, to: &target) }
    for item in check.picture.snapshot.structure.unreadable {
      wrap.write("left out  ", item.words, to: &target)
    }
    wrap.write("\(check.verdict.rawValue): ", check.summary, to: &target)
  }

  private static func write(
    _ cause: Cause, _ check: CheckResult, _ wrap: TextWrap, to target: inout some TextOutputStream
  ) {
    let indent = String(repeating: " ", count: 10)
    wrap.write(label(cause.severity), sentence(cause.lead), to: &target)
    for finding in cause.elsewhere { wrap.write(indent + "also ", finding.message, to: &target) }
    for finding in cause.consequences {
      wrap.write(indent + "so   ", "\(finding.card.id) \(finding.message)", to: &target)
    }
    for evidence in cause.lead.evidence(in: check.picture).prefix(2) {
      wrap.write(indent + "seen ", evidence.words, to: &target)
    }
    let next = cause.lead.nextStep
    wrap.write(indent + "next ", "\(next.place): \(next.text.replacing(" ", with: "\u{A0}"))", to: &target)
  }

  /// A cause is as bad as what follows from it.
  private static func label(_ severity: Severity) -> String {
    severity.rawValue + String(repeating: " ", count: max(1, 10 - severity.rawValue.count))
  }

  private static func sentence(_ finding: Finding) -> String {
    let cluster = finding.subject.cluster.map { "\($0.text): " } ?? ""
    return "\(finding.card.id) \(cluster)\(finding.message)"
  }
}
