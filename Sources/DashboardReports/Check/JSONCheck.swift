// A check as JSON: causes with all their findings, what was muted, what was not read. docs/formats/check.schema.json.

import DashboardModel
import StructuredText

enum JSONCheck: CheckWriting {
  /// Rises when the shape changes in a way that a reader must know.
  static let version = 1

  static func write(_ check: CheckResult, to target: inout some TextOutputStream) {
    var text = ""
    var json = JSONWriter(text, quoting: JSONReport.quoting(isASCII: check.isASCII))
    json.object { json in
      json.member("format", "gmsa-tui-check")
      json.member("version", version)
      json.member("checkedAt", check.now.text)
      json.member("verdict", check.verdict.rawValue)
      json.member("failOn", check.failOn.rawValue)
      json.key("counts")
      json.object { json in
        for severity in Severity.allCases {
          json.member(severity.rawValue, check.picture.findings.count { $0.severity == severity })
        }
        json.member("muted", check.picture.mutedFindings.count)
        json.member("unverifiedCells", check.unverifiedCells)
      }
      json.key("causes")
      json.array { json in for cause in check.picture.causes { write(cause, check, &json) } }
      json.muted(check.picture.mutedFindings)
      let structure = check.picture.snapshot.structure
      json.notRead(structure.gaps)
      json.key("unreadable")
      json.array { json in for item in structure.unreadable { json.value(item.words) } }
    }
    text = json.target
    target.write(text + "\n")
  }

  private static func write<T>(_ cause: Cause, _ check: CheckResult, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.finding(cause.lead)
      json.member(
        "counts",
        cause.equals.contains(where: check.counts) || cause.consequences.contains(where: check.counts))
      json.evidence(cause.lead.evidence(in: check.picture))
      json.key("next")
      json.object { json in
        json.member("place", cause.lead.nextStep.place)
        json.member("command", cause.lead.nextStep.text)
      }
      for (name, findings) in [("elsewhere", Array(cause.elsewhere)), ("consequences", cause.consequences)] {
        json.key(name)
        json.array { json in for finding in findings { json.object { json in json.finding(finding) } } }
      }
    }
  }
}
