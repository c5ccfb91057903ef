// A rule's page as Markdown: what docs/findings holds and `explain` prints.

/// Renders pages of rules.
public enum RulePageText {
  /// The page of a rule as Markdown, ending with a line feed.
  public static func markdown(of card: RuleCard) -> String {
    let sources = card.page.sources.map { "- \($0)\n" }.joined()
    return """
      # \(card.id) \(card.name)

      Severity: \(card.severity.rawValue). Since version \(card.since).

      ## What it means
      \(card.page.means)

      ## Why it matters
      \(card.page.matters)

      ## How to make sure
      \(card.page.confirm)

      ## How to put it right
      \(card.page.fix)

      ## Sources
      \(sources)
      """
  }

  /// The list of all rules as Markdown, a row a rule.
  public static func catalogue(_ rules: [any FindingRule.Type]) -> String {
    let rows = rules.map { rule in
      "| [\(rule.card.id)](\(rule.card.id).md) | \(rule.card.name) | \(rule.card.severity.rawValue) |\n"
    }
    return """
      # Findings
      Written by the tests from the rules themselves; `RECORD_GOLDEN=1` writes it anew.

      | id | name | severity |
      | --- | --- | --- |
      \(rows.joined())
      """
  }
}
