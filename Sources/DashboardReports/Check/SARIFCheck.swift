// A check as SARIF 2.1.0. Source: OASIS, Static Analysis Results Interchange Format 2.1.0 plus Errata 01.

import DashboardModel
import StructuredText

enum SARIFCheck: CheckWriting {
  static func write(_ check: CheckResult, to target: inout some TextOutputStream) {
    var json = JSONWriter("", quoting: JSONReport.quoting(isASCII: check.isASCII))
    json.object { json in
      json.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in json.object { json in writeRun(check, &json) } }
    }
    target.write(json.target + "\n")
  }

  private static func writeRun<T>(_ check: CheckResult, _ json: inout JSONWriter<T>) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.member("name", "gmsa-tui")
        json.member("informationUri", "https://github.com/gmsa-tui/gmsa-tui")
        json.key("rules")
        json.array { json in for rule in RuleCatalogue.all { write(rule.card, &json) } }
      }
    }
    writeInvocation(check, &json)
    json.key("results")
    json.array { json in
      for finding in check.picture.findings { write(finding, nil, check, &json) }
      for muted in check.picture.mutedFindings { write(muted.finding, muted.mute, check, &json) }
    }
  }

  private static func write<T>(_ card: RuleCard, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("id", card.id)
      json.member("name", card.name)
      json.text("shortDescription", card.name.replacing("-", with: " "))
      json.text("fullDescription", card.page.means)
      json.text("help", "\(card.page.confirm)\n\n\(card.page.fix)")
      json.key("defaultConfiguration")
      json.object { json in json.member("level", level(card.severity)) }
    }
  }

  private static func writeInvocation<T>(_ check: CheckResult, _ json: inout JSONWriter<T>) {
    json.key("invocations")
    json.array { json in
      json.object { json in
        // What could not be read was not checked.
        json.member("executionSuccessful", !check.isReadInPart)
        json.member("endTimeUtc", check.now.text)
        json.key("toolExecutionNotifications")
        json.array { json in
          let structure = check.picture.snapshot.structure
          for words in structure.gapSentences + structure.unreadable.map(\.words) {
            json.object { json in
              json.member("level", "warning")
              json.text("message", words)
            }
          }
        }
      }
    }
  }

  private static func write<T>(
    _ finding: Finding, _ mute: Mute?, _ check: CheckResult, _ json: inout JSONWriter<T>
  ) {
    json.object { json in
      json.member("ruleId", finding.card.id)
      json.member("ruleIndex", RuleCatalogue.all.firstIndex { $0.card.id == finding.card.id })
      json.member("level", level(finding.severity))
      json.text("message", finding.message)
      json.key("locations")
      json.array { json in
        json.object { json in
          json.key("logicalLocations")
          json.array { json in
            json.object { json in
              json.member("fullyQualifiedName", fullName(finding))
              json.member("kind", "resource")
            }
          }
        }
      }
      json.key("partialFingerprints")
      json.object { json in json.member("gmsaTui/v1", "\(finding.card.id):\(fullName(finding))") }
      guard let mute else { return }
      json.key("suppressions")
      json.array { json in
        json.object { json in
          json.member("kind", "external")
          json.member("justification", "\(mute.reason) (until \(mute.until.text))")
        }
      }
    }
  }

  private static func fullName(_ finding: Finding) -> String {
    (finding.subject.cluster.map { "\($0.text)/" } ?? "") + finding.subject.text
  }

  /// Source: SARIF 2.1.0, 3.27.10.
  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical: "error"
    case .warning: "warning"
    case .notice: "note"
    }
  }
}

extension JSONWriter {
  /// A SARIF message: an object with a text.
  fileprivate mutating func text(_ name: String, _ text: String) {
    key(name)
    object { json in json.member("text", text) }
  }
}
