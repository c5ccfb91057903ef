// A check as JUnit XML: a rule a test case where it found nothing, else a case a finding.
// Source: the schema that Jenkins' xunit plugin documents, which GitLab and Azure DevOps read too.

import DashboardModel

enum JUnitCheck: CheckWriting {
  static func write(_ check: CheckResult, to target: inout some TextOutputStream) {
    let picture = check.picture
    let firing = Set((picture.findings + picture.mutedFindings.map(\.finding)).map(\.card.id))
    let silent = RuleCatalogue.all.map { $0.card }.filter { !firing.contains($0.id) }
    let tests = silent.count + picture.findings.count + picture.mutedFindings.count
    let attributes =
      "name=\"gmsa-tui check\" tests=\"\(tests)\" failures=\"\(check.countingFindings)\" "
      + "errors=\"0\" skipped=\"\(picture.mutedFindings.count)\""
    target.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(attributes)>\n")
    target.write("  <testsuite \(attributes) timestamp=\"\(check.now.text)\">\n")
    let escaping = HTMLText(isASCII: check.isASCII)
    for finding in picture.findings { write(finding, check, escaping, to: &target) }
    for muted in picture.mutedFindings {
      let reason = escaping.escape("\(muted.mute.reason) (until \(muted.mute.until.text))")
      open(muted.finding, escaping, to: &target)
      target.write("      <skipped message=\"\(reason)\"/>\n    </testcase>\n")
    }
    for card in silent {
      target.write("    <testcase classname=\"\(card.id)\" name=\"\(card.name)\"/>\n")
    }
    let summary = escaping.escape("\(check.verdict.rawValue): \(check.summary)")
    target.write("    <system-out>\(summary)</system-out>\n  </testsuite>\n</testsuites>\n")
  }

  private static func open(_ finding: Finding, _ escaping: HTMLText, to target: inout some TextOutputStream) {
    let cluster = finding.subject.cluster.map { "\($0.text)/" } ?? ""
    let name = escaping.escape("\(finding.card.name): \(cluster)\(finding.subject.text)")
    target.write("    <testcase classname=\"\(finding.card.id)\" name=\"\(name)\">\n")
  }

  private static func write(
    _ finding: Finding, _ check: CheckResult, _ escaping: HTMLText, to target: inout some TextOutputStream
  ) {
    open(finding, escaping, to: &target)
    let message = escaping.escape(finding.message)
    let next = escaping.escape("\(finding.nextStep.place): \(finding.nextStep.text)")
    if check.counts(finding) {
      target.write(
        "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">\(next)</failure>\n")
    } else {
      target.write("      <system-out>\(finding.severity.rawValue): \(message); \(next)</system-out>\n")
    }
    target.write("    </testcase>\n")
  }
}
