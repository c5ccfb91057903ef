// What lint found, as lines like a compiler's or as JSON.

package import DashboardModel
import StructuredText
import TextWidth

/// Writes remarks.
package enum LintReport {
  /// `path:line:column: warning GMSA507 contents-domain-sid: what; expected …`, and the corrected line below where it is
  /// known.
  package static func writeText(_ result: LintResult, to output: inout some TextOutputStream) {
    for linted in result.remarks {
      let remark = linted.remark
      let head = "\(linted.source):\(linted.line):\(linted.column): "
      let rule = "\(remark.problem.severity.rawValue) \(remark.problem.rule) \(name(of: remark))"
      let text = "\(head)\(rule): \(remark.what); expected \(remark.expected)\(inner(linted))"
      output.write(SafeText(text).text + "\n")
      if let line = linted.correctedLine { output.write("    " + SafeText(expanded(line)).text + "\n") }
    }
  }

  /// One object with the remarks and the counts. Described by docs/formats/lint.schema.json.
  package static func writeJSON(_ result: LintResult, to output: inout some TextOutputStream) {
    var writer = JSONWriter(output, quoting: JSONQuoting { ScalarWidth($0) == .unsafe })
    writer.object { writer in
      writer.member("format", "gmsa-tui-lint")
      writer.member("version", 1)
      writer.member("files", result.fileCount)
      writer.member("contents", result.contentsCount)
      writer.key("remarks")
      writer.array { writer in
        for linted in result.remarks { write(linted, &writer) }
      }
      writer.key("unreadable")
      writer.array { writer in
        for text in result.unreadable { writer.value(text) }
      }
    }
    output = writer.target
    output.write("\n")
  }

  /// `2 files, 5 credential specs: 1 critical, 2 warnings`.
  package static func summary(of result: LintResult) -> String {
    let critical = result.remarks.count { $0.remark.problem.severity == .critical }
    let warnings = result.remarks.count - critical
    var text = "\(counted(result.fileCount, "file")), \(counted(result.contentsCount, "credential spec")): "
    text += result.remarks.isEmpty ? "no remarks" : "\(critical) critical, \(counted(warnings, "warning"))"
    if !result.unreadable.isEmpty { text += "; \(result.unreadable.count) not read" }
    return text
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func name(of remark: ContentsRemark) -> String {
    RuleCatalogue.all.first { $0.card.id == remark.problem.rule }?.card.name ?? ""
  }

  /// Where the remark stands inside what the file holds.
  private static func inner(_ linted: LintedRemark) -> String {
    var parts = linted.object.isEmpty ? [] : [linted.object]
    if let line = linted.remark.line, let column = linted.remark.column {
      parts.append("line \(line), column \(column) of the contents")
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }

  /// Tabs as they would indent, since a safe text shows them as a sign.
  private static func expanded(_ line: String) -> String {
    line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
  }

  private static func write<T>(_ linted: LintedRemark, _ writer: inout JSONWriter<T>) {
    let remark = linted.remark
    writer.object { writer in
      writer.member("source", linted.source)
      writer.member("line", linted.line)
      writer.member("column", linted.column)
      writer.member("object", linted.object.isEmpty ? nil : linted.object)
      writer.member("rule", remark.problem.rule)
      writer.member("name", name(of: remark))
      writer.member("severity", remark.problem.severity.rawValue)
      writer.member("path", remark.path)
      writer.member("what", remark.what)
      writer.member("expected", remark.expected)
      writer.member("found", remark.found)
      writer.member("correctedLine", linted.correctedLine)
      writer.member("contentsLine", remark.line)
      writer.member("contentsColumn", remark.column)
    }
  }
}
