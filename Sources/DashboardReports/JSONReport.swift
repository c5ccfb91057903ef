// The report for programs. docs/formats/report.schema.json is its contract; a test holds the two together.

import DashboardModel
import StructuredText
import TextWidth

/// Writes JSON. Names are whole: what is unsafe to print is escaped, not replaced.
struct JSONReport: ReportWriting {
  /// Rises when a reader of the older shape would be wrong.
  static let version = 1

  static func write(_ report: Report, to target: inout some TextOutputStream) {
    var json = JSONWriter(target, quoting: quoting(isASCII: report.options.isASCII))
    json.object { json in
      json.member("format", "gmsa-tui-report")
      json.member("version", version)
      json.member("generatedAt", report.options.now.text)
      json.member("only", report.options.only.rawValue)
      writeFace(report, &json)
      writeSources(report, &json)
      writeFigures(report, &json)
      writeAxis("rows", report.face.rowAxis, report.sections.flatMap(\.rows), report, &json)
      writeAxis("columns", report.face.columnAxis, report.sections.flatMap(\.columns), report, &json)
      writeCells(report, &json)
      writeFindings(report, &json)
      json.muted(report.picture.mutedFindings)
    }
    target = json.target
    target.write("\n")
  }

  /// What could steer or reorder a terminal is escaped, so that the text is whole and the file safe to look at.
  static func quoting(isASCII: Bool) -> JSONQuoting {
    JSONQuoting { isASCII || ScalarWidth($0) == .unsafe }
  }

  private static func writeFace<T>(_ report: Report, _ json: inout JSONWriter<T>) {
    json.key("face")
    json.object { json in
      json.member("number", report.face.rawValue)
      json.member("title", report.face.title)
      json.member("rows", report.face.rowAxis.word)
      json.member("columns", report.face.columnAxis.word)
    }
  }

  private static func writeFigures<T>(_ report: Report, _ json: inout JSONWriter<T>) {
    let figures = report.picture.figures
    json.key("figures")
    json.figures(figures)
    json.key("counts")
    let counts = report.counts
    json.object { json in
      for state in report.face.states { json.member(state.word, counts[state]) }
    }
    json.key("hidden")
    json.object { json in
      json.member("rows", report.sections.reduce(0) { $0 + $1.hiddenRows })
      json.member("columns", report.sections.reduce(0) { $0 + $1.hiddenColumns })
      json.member("nodesWithoutWindows", report.picture.hiddenHostCount)
    }
  }

  private static func writeAxis<T>(
    _ key: String, _ axis: Axis, _ places: [Int], _ report: Report, _ json: inout JSONWriter<T>
  ) {
    json.key(key)
    json.array { json in
      for place in places {
        let name = SubjectName(report.picture, place, axis)
        json.object { json in
          json.member("cluster", name.cluster.text)
          if axis == .service { json.member("namespace", name.namespace) }
          json.member("name", name.name)
          if axis == .credentialSpec {
            json.member("delivery", name.detail)
            json.member("account", report.picture.credentialSpec(place).account?.text)
          }
          if axis == .service { json.member("kind", name.detail) }
        }
      }
    }
  }

  private static func writeCells<T>(_ report: Report, _ json: inout JSONWriter<T>) {
    let rowIndex = places(report.sections.flatMap(\.rows))
    let columnIndex = places(report.sections.flatMap(\.columns))
    json.key("cells")
    json.array { json in
      report.forEachCell { cell in
        writeCell(cell, row: rowIndex[cell.row], column: columnIndex[cell.column], &json)
      }
    }
  }

  private static func places(_ list: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: list.enumerated().map { ($0.element, $0.offset) })
  }

  private static func writeCell<T>(_ cell: ReportCell, row: Int?, column: Int?, _ json: inout JSONWriter<T>) {
    let explanation = cell.explanation
    json.object { json in
      json.member("row", row)
      json.member("column", column)
      json.member("title", cell.title)
      json.member("state", cell.cell.state.word)
      json.member("severity", cell.cell.severity?.rawValue)
      json.member("contentsCompared", !cell.cell.isNotCompared)
      json.member("anotherIdentity", cell.cell.differsInIdentity)
      json.member("explanation", explanation?.sentence ?? "")
      json.key("reasons")
      json.array { json in for reason in explanation?.reasons ?? [] { json.value(reason) } }
      json.evidence(explanation?.evidence ?? [])
    }
  }

  private static func writeFindings<T>(_ report: Report, _ json: inout JSONWriter<T>) {
    json.key("findings")
    json.array { json in
      for finding in report.picture.findings {
        json.object { json in
          json.finding(finding)
          json.evidence(finding.evidence(in: report.picture))
          json.key("next")
          json.object { json in
            json.member("place", finding.nextStep.place)
            json.member("command", finding.nextStep.text)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// The figures of semantics.md.
  mutating func figures(_ figures: Figures) {
    object { json in
      json.member("needed", figures.needed)
      json.member("perHost", figures.perHost)
      json.member("present", figures.present)
      json.member("notCompared", figures.notCompared)
      json.member("surplus", figures.surplus)
      json.member("missing", figures.missing)
      json.member("atRisk", figures.atRisk)
      json.member("stale", figures.stale)
      json.member("unverified", figures.unverified)
      json.key("ratio")
      json.value(number: figures.needed == 0 ? "null" : figures.distributionRatioText)
    }
  }

  mutating func finding(_ finding: Finding) {
    member("id", finding.card.id)
    member("name", finding.card.name)
    member("severity", finding.severity.rawValue)
    member("cluster", finding.subject.cluster?.text)
    member("subject", finding.subject.text)
    member("message", finding.message)
  }

  /// What the operator's config hides elsewhere; here it is told apart instead, so that nothing is lost.
  mutating func muted(_ findings: [MutedFinding]) {
    key("muted")
    array { json in
      for muted in findings {
        json.object { json in
          json.finding(muted.finding)
          json.member("reason", muted.mute.reason)
          json.member("until", muted.mute.until.text)
        }
      }
    }
  }

  /// The lists that were not wholly read.
  mutating func notRead(_ gaps: [ReadingGap]) {
    key("notRead")
    array { json in
      for gap in gaps {
        json.object { json in
          json.member("cluster", gap.cluster.text)
          json.member("list", gap.kind.rawValue)
          json.member("reason", gap.reason)
        }
      }
    }
  }

  mutating func evidence(_ facts: [Evidence]) {
    key("evidence")
    array { json in
      for fact in facts {
        json.object { json in
          json.member("object", fact.object)
          json.member("field", fact.field)
          json.member("value", fact.value)
          json.member("at", fact.at?.text)
        }
      }
    }
  }
}
