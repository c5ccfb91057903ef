// From findings to causes: who explains whom, and which findings are one cause.

/// Groups findings into causes. Cost: a few look-ups for everything that a finding touches; no pair of findings is
/// compared that has nothing in common.
struct CauseTable {
  private let findings: [Finding]
  private let reaches: [FindingReach]
  /// For each finding the one that explains it; nil for roots.
  private var explainer: [Int?]

  /// The causes of a picture's findings, the worst and most root-like first.
  static func causes(of findings: [Finding]) -> [Cause] {
    findings.isEmpty ? [] : CauseTable(findings).ranked()
  }

  private init(_ findings: [Finding]) {
    self.findings = findings
    reaches = findings.map(\.reach)
    explainer = [Int?](repeating: nil, count: findings.count)
    let index = ExplainerIndex(findings, reaches)
    if index.isEmpty { return }
    for place in findings.indices { explainer[place] = index.explainer(of: place, findings, reaches) }
  }

  /// The finding at the end of the chain of explanations. Chains are short, and the bound keeps a circle of rules that
  /// explain each other from hanging us; a test holds that there is none.
  private func root(of place: Int) -> Int {
    var root = place
    for _ in 0..<8 {
      guard let next = explainer[root] else { break }
      root = next
    }
    return root
  }

  private struct Group {
    var members: [Int] = []
    var consequences: [Int] = []
  }

  /// Findings come worst first, so that a group's first member leads it.
  private func groups() -> [Group] {
    var groups: [Group] = []
    var groupOfKey: [CauseKey: Int] = [:]
    var groupOfRoot: [Int: Int] = [:]
    for place in findings.indices where explainer[place] == nil {
      let key = findings[place].causeKey
      if let known = groupOfKey[key] {
        groups[known].members.append(place)
        groupOfRoot[place] = known
      } else {
        groupOfKey[key] = groups.count
        groupOfRoot[place] = groups.count
        groups.append(Group(members: [place]))
      }
    }
    for place in findings.indices where explainer[place] != nil {
      if let group = groupOfRoot[root(of: place)] { groups[group].consequences.append(place) }
    }
    return groups
  }

  /// Worst first; of equally bad ones what a whole cluster suffers from, what explains most, what is seen most often;
  /// then the order of the findings.
  private func ranked() -> [Cause] {
    let causes = groups().map(cause)
    let order = causes.indices.sorted { left, right in
      let (a, b) = (causes[left], causes[right])
      if a.severity != b.severity { return a.severity < b.severity }
      if a.isClusterWide != b.isClusterWide { return a.isClusterWide }
      if a.consequences.count != b.consequences.count { return a.consequences.count > b.consequences.count }
      if a.count != b.count { return a.count > b.count }
      return left < right
    }
    return order.map { causes[$0] }
  }

  private func cause(_ group: Group) -> Cause {
    Cause(
      lead: findings[group.members[0]], others: group.members.dropFirst().map { findings[$0] },
      consequences: group.consequences.map { findings[$0] },
      isClusterWide: group.members.contains { findings[$0].subject.isFeed })
  }
}

/// What makes two findings one cause: the rule, and what it says is the same.
struct CauseKey: Hashable, Sendable {
  let rule: String
  let text: String
}

/// The findings whose rules explain others, by what they touch.
private struct ExplainerIndex {
  private var bySubject: [FindingSubject: [Int]] = [:]
  private var byCluster: [ClusterName: [Int]] = [:]

  init(_ findings: [Finding], _ reaches: [FindingReach]) {
    for place in findings.indices where !findings[place].card.explains.isEmpty {
      if let cluster = reaches[place].cluster { byCluster[cluster, default: []].append(place) }
      var own = Set(reaches[place].subjects.map(FindingSubject.subject))
      own.insert(findings[place].subject)
      for subject in own { bySubject[subject, default: []].append(place) }
    }
  }

  var isEmpty: Bool { bySubject.isEmpty && byCluster.isEmpty }

  /// The first finding in the order of findings, which is the worst, that explains one.
  func explainer(of place: Int, _ findings: [Finding], _ reaches: [FindingReach]) -> Int? {
    let id = findings[place].card.id
    var found: Int?
    for candidate in candidates(of: place, findings, reaches) {
      if let known = found, known <= candidate { continue }
      guard candidate != place, findings[candidate].card.explains.contains(id) else { continue }
      let isShared =
        reaches[candidate].cluster != nil || findings[candidate].subject == findings[place].subject
        || reaches[candidate].meets(reaches[place])
      if isShared { found = candidate }
    }
    return found
  }

  private func candidates(
    of place: Int, _ findings: [Finding], _ reaches: [FindingReach]
  ) -> Set<Int> {
    let subject = findings[place].subject
    var found = Set(bySubject[subject] ?? [])
    for other in reaches[place].subjects { found.formUnion(bySubject[.subject(other)] ?? []) }
    let clusters = Set(reaches[place].subjects.map(\.cluster) + [subject.cluster].compactMap(\.self))
    for cluster in clusters { found.formUnion(byCluster[cluster] ?? []) }
    return found
  }
}
