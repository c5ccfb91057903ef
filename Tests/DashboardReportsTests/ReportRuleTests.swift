// Rules that single lines of reports keep: width, quoting, contrast, and honest words where nothing is wrong.

import DashboardModel
import DashboardTesting
import Testing

@testable import DashboardReports

@Suite struct ReportRuleTests {
  /// A command that is to be copied stands in one line, however long: a line feed in it would run half of it.
  @Test("text of the sample fits 80 columns, commands aside", arguments: Face.allCases)
  func width(face: Face) throws {
    let format = try #require(ReportFormat.named("text"))
    let text = format.render(.sample, options: ReportOptions(face: face, only: .all, now: .sampleNow))
    let commands = Picture.sample.findings.map(\.nextStep.text)
    for line in text.split(separator: "\n") where !commands.contains(where: line.hasSuffix) {
      #expect(SafeText(String(line)).columns <= 80, "\(line)")
    }
  }

  @Test(
    "a face wider than the limit is told row by row, and says so", arguments: ["text", "markdown", "html"])
  func tooWide(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    let report = format.render(.sample, options: ReportOptions(now: .sampleNow, columnsLimit: 1))
    #expect(report.contains("1 missing") || report.contains("1\u{A0}missing"))
  }

  @Test(
    "what a spreadsheet would run becomes text",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), (" =1", "\"' =1\""), ("＝1", "'＝1"),
      ("a=1", "a=1"), ("a,b", "\"a,b\""), ("=\u{301}1", "'=\u{301}1"), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("a\nb", "a|b"), ("", ""),
    ])
  func formulas(outside: String, field: String) {
    #expect(CSVReport.field(outside) == field)
  }

  @Test(
    "what a terminal obeys, hides or reorders is shown as a substitute",
    arguments: [
      ("a\u{1B}[31mb", "a?[31mb"), ("a\r\nb", "a|b"), ("a\tb", "a>b"), ("web\u{200B}-prod", "web?-prod"),
      ("\u{202E}exe", "?exe"), ("\u{301}x", "?x"), ("e\u{301}", "e\u{301}"), ("\u{2713}\u{FE0F}", "\u{2713}"),
      ("\u{FE0F}a", "?a"), ("a\u{3164}", "a?"),
    ])
  func substitutes(outside: String, shown: String) {
    #expect(SafeText(outside).text.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(
    "a name is code in Markdown, whatever it holds",
    arguments: [
      ("web_01", "`web_01`"), ("a|b", "<code>a&#124;b</code>"), ("a`b", "<code>a&#96;b</code>"),
      ("\\|", "<code>&#92;&#124;</code>"), ("", ""),
    ])
  func code(outside: String, shown: String) {
    #expect(MarkdownText(isASCII: false).code(outside) == shown)
  }

  @Test("ink stands out from paper by 4.5 to 1, by day and by night")
  func contrast() {
    for colour in HTMLPalette.all {
      #expect(Self.contrast(colour.light) >= 4.5, "\(colour.name) by day")
      #expect(Self.contrast(colour.dark) >= 4.5, "\(colour.name) by night")
    }
  }

  /// WCAG 2.2, relative luminance and contrast ratio, with the sRGB curve taken as a square, which is near
  /// enough.
  private static func contrast(_ pair: HTMLPalette.Pair) -> Double {
    let (ink, paper) = (luminance(pair.ink), luminance(pair.paper))
    return (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
      let share = Double(part) / 255
      return share * share
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
