// What all rules found in a picture, kept by rule, so that the next picture asks again only where something changed.

/// The findings of all rules.
struct RuleFindings: Sendable {
  /// A finding and its subject's place, for rules that judge row by row; -1 for others.
  private struct Placed: Sendable {
    let place: Int
    let finding: Finding
  }

  /// By rule, in the order of the catalogue; a rule's findings in the order of the axes.
  private var byRule: [[Placed]] = []

  /// Nothing yet.
  init() {}

  /// Asks every rule.
  init(in picture: Picture) {
    for rule in RuleCatalogue.all { byRule.append(Self.asked(rule, picture)) }
  }

  /// The same for a picture of the same structure that differs in some rows. Rules that read the structure alone are not
  /// asked, row rules about those rows, others about everything.
  func updated(in picture: Picture, _ changed: ChangedRows) -> RuleFindings {
    var next = self
    for (number, rule) in RuleCatalogue.all.enumerated() where !rule.readsStructureAlone {
      if let rowRule = rule as? any RowRule.Type {
        let places = changed.places(on: rowRule.axis)
        if places.isEmpty { continue }
        let found = Self.asked(rowRule, places, picture)
        next.byRule[number] = Self.merged(byRule[number], without: places, found)
      } else {
        next.byRule[number] = Self.asked(rule, picture)
      }
    }
    return next
  }

  /// All findings, worst first, then by id.
  var ranked: [Finding] {
    var ranked: [Finding] = []
    for severity in Severity.allCases {
      for found in byRule {
        for placed in found where placed.finding.severity == severity { ranked.append(placed.finding) }
      }
    }
    return ranked
  }

  private static func asked<Rule: FindingRule>(_ rule: Rule.Type, _ picture: Picture) -> [Placed] {
    if let rowRule = rule as? any RowRule.Type {
      return asked(rowRule, Array(0..<picture.count(rowRule.axis)), picture)
    }
    return rule.findings(in: picture).map { Placed(place: -1, finding: Finding($0, in: picture)) }
  }

  private static func asked<Rule: RowRule>(
    _ rule: Rule.Type, _ places: [Int], _ picture: Picture
  ) -> [Placed] {
    rule.findings(of: places, in: picture).map { found in
      Placed(place: picture.place(of: found.subject) ?? -1, finding: Finding(found, in: picture))
    }
  }

  /// What was found before at other places, and what was found now, in the order of places.
  private static func merged(
    _ old: [Placed], without places: [Int], _ new: [Placed]
  ) -> [Placed] {
    let isChanged = Set(places)
    var merged: [Placed] = []
    var rest = new[...]
    for placed in old where !isChanged.contains(placed.place) {
      while let next = rest.first, next.place < placed.place { merged.append(rest.removeFirst()) }
      merged.append(placed)
    }
    return merged + rest
  }
}

extension Picture {
  /// The place of a finding's subject on its axis; nil for grants and feeds.
  fileprivate func place(of subject: FindingSubject) -> Int? {
    if case .subject(let subject) = subject { place(of: subject) } else { nil }
  }
}
