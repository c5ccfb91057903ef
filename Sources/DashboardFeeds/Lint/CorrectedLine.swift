// The line as it should be, where that can be known, and never one that would show a PluginInput.

import DashboardModel
import StructuredText

/// Makes corrected lines of one text.
struct CorrectedLine {
  /// Longer lines are not repeated: the corrected member is.
  private static let maximumLine = 160

  let text: PlacedText

  /// The corrected line, or the corrected member where the line is long or may hold a secret; nil where nothing is
  /// known. `range` is the outer range of what is replaced, `spelling` how it is written there.
  func line(_ remark: PlacedRemark, range: Range<Int>, in embedded: EmbeddedText?) -> String? {
    if let whole = Self.missingMember(remark) { return whole }
    if let replacement = remark.replacement {
      return embedded == nil ? self.line(of: range).map { put(replacement, in: range, of: $0) } : nil
    }
    guard let suggestion = remark.suggestion, !remark.range.isEmpty else { return nil }
    if embedded?.spelling == .base64 { return Self.member(remark, suggestion) }
    guard !range.isEmpty, let line = self.line(of: range) else { return Self.member(remark, suggestion) }
    return put(replacement(suggestion, range, embedded), in: range, of: line)
  }

  /// The line that a range is in; nil where it is not of one line, or where that line is not to be repeated.
  private func line(of range: Range<Int>) -> Range<Int>? {
    let line = text.lineRange(text.place(of: range.lowerBound).line)
    guard line.lowerBound <= range.lowerBound, range.upperBound <= line.upperBound,
      line.count <= Self.maximumLine, !mayHoldSecret(line)
    else { return nil }
    return line
  }

  private func put(_ words: String, in range: Range<Int>, of line: Range<Int>) -> String {
    let head = String(decoding: text.bytes[line.lowerBound..<range.lowerBound], as: UTF8.self)
    let tail = String(decoding: text.bytes[range.upperBound..<line.upperBound], as: UTF8.self)
    return head + words + tail
  }

  /// In the quotes that stood there; bare words of YAML stay bare where YAML reads them as the same text.
  private func replacement(_ suggestion: String, _ range: Range<Int>, _ embedded: EmbeddedText?) -> String {
    if let embedded { return embedded.spelled(Self.quoted(suggestion)) }
    switch text.bytes[range.lowerBound] {
    case UInt8(ascii: "\""): return Self.quoted(suggestion)
    case UInt8(ascii: "'"): return "'\(suggestion)'"
    default: return Self.isPlainWord(suggestion) ? suggestion : Self.quoted(suggestion)
    }
  }

  private static func isPlainWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 97, first | 0x20 <= 122 else { return false }
    return text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
  }

  /// A line with anything like an input on it, however it is spelt, is not repeated.
  private func mayHoldSecret(_ line: Range<Int>) -> Bool {
    let folded = String(decoding: text.bytes[line], as: UTF8.self).lowercased()
    return ["inp", "secret", "passw", "arn:", "\\u", "\\x"].contains { folded.contains($0) }
  }

  private static func member(_ remark: PlacedRemark, _ suggestion: String) -> String? {
    let isName = [.keyMisspelt, .requiredKeyMisspelt].contains(remark.problem)
    if isName { return "\(quoted(suggestion)): …" }
    guard let name = remark.path.split(separator: ".").last, !name.contains("[") else { return nil }
    return "\(quoted(String(name))): \(quoted(suggestion))"
  }

  /// What has to be added, where that is one line.
  private static func missingMember(_ remark: PlacedRemark) -> String? {
    switch remark.problem {
    case .noActiveDirectory: return #""CmsPlugins": ["ActiveDirectory"]"#
    case .keyMissing where remark.path == "CmsPlugins": return #""CmsPlugins": ["ActiveDirectory"]"#
    case .hostAccountIncomplete where remark.path.hasSuffix(".PortableCcgVersion"):
      return #""PortableCcgVersion": "1""#
    case .oneScope:
      guard let account = remark.found, let scope = remark.suggestion else { return nil }
      return "{\"Name\": \(quoted(account)), \"Scope\": \(quoted(scope))}"
    default: return nil
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONQuoting.plain.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
