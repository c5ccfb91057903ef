// The one place that calls Yams: from text to a node, with what Yams would not survive refused before.

internal import Yams

/// Why a text is not taken as YAML; places count inside the text, lines and columns from 1.
struct YAMLProblem: Error {
  var reason: DocumentFault.Reason
  var line: Int
  var column: Int
}

enum YAMLText {
  /// Anchors times nesting: Yams' nodes are freed by recursion, and aliases chain nodes deeper than any text nests.
  private static let maximumChain = 20_000

  /// Parses one document; nil when there is nothing in it.
  static func node(_ text: [UInt8]) throws(YAMLProblem) -> Node? {
    try refuseDangerousAliases(text)
    let string = String(decoding: text, as: UTF8.self)
    guard !string.isEmpty else { return nil }
    do {
      return try compose(yaml: string, .basic, .default, .utf8)
    } catch {
      throw problem(error as? YamlError, in: text)
    }
  }

  private static func problem(_ error: YamlError?, in text: [UInt8]) -> YAMLProblem {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      return YAMLProblem(reason: .malformedYAML(problem: words), line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let words = "duplicate key " + duplicates.prefix(3).joined(separator: ", ")
      return YAMLProblem(
        reason: .malformedYAML(problem: words), line: context.mark.line, column: context.mark.column)
    case .reader(let problem, let offset, _, _):
      var lines = LineCounter()
      let place = lines.place(of: min(offset ?? 0, text.count), in: text, base: 0)
      return YAMLProblem(
        reason: .malformedYAML(problem: problem), line: place.line, column: place.column)
    default:
      return YAMLProblem(reason: .malformedYAML(problem: "unreadable"), line: 1, column: 1)
    }
  }

  /// Yams hashes the keys of each mapping, which never ends when a key is an alias of aliases of aliases, and
  /// frees chains of aliases by recursion. Manifests need neither, so a text with aliases must look harmless.
  private static func refuseDangerousAliases(_ text: [UInt8]) throws(YAMLProblem) {
    let survey = YAMLAliasSurvey(text)
    guard survey.aliases > 0 else { return }
    if survey.hasSuspiciousKey || survey.anchors * survey.nesting > maximumChain {
      throw YAMLProblem(reason: .unsupportedYAMLAliases, line: survey.firstAliasLine, column: 1)
    }
  }
}
