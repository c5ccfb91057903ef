// GMSA801: what the picture does not show, because a feed could not tell it.

/// Fires when a feed is down, old, was refused a list, or could not read an object.
public struct FeedTrouble: FindingRule {
  /// GMSA801.
  public static let card = RuleCard(
    id: "GMSA801", name: "feed-trouble", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A feed is down or throttled, its facts are older than twice the interval at which it looks, objects of it "
        + "could not be read, or a list that is needed to judge a service was not read: refused, or not among the "
        + "files.",
      matters:
        "What was not read is unverified, and rules that would need it stay silent. A silent rule is no good news "
        + "here.",
      confirm: "The sources screen names each feed with its state, its age and the lists that it lacks.",
      fix:
        "Give the reader the rights of the documented role (get, list and watch), add the missing list to the files, "
        + "or repair the object that cannot be read.",
      sources: ["docs of the project: the least-privilege role", "semantics: unknown is not OK"]))

  let feed: FeedID
  let troubles: [String]
  /// Whether a list was refused or is not there.
  let lacksList: Bool
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the feed.
  public var subject: FindingSubject { .feed(feed) }

  /// Says what is wrong with it.
  public var message: String { "\(feed.text): \(troubles.joined(separator: "; "))" }

  /// Asks for the rights where a list is lacking, else reads the source again and tells each fault.
  public var nextStep: CopyableCommand {
    if lacksList { return .kubectl("auth can-i --list") }
    return CopyableCommand(
      place: "where the sources are", text: "gmsa-tui report --only problems \(QuotedWord.posix(feed.text))")
  }

  /// One finding a feed, over all its troubles.
  public static func findings(in picture: Picture) -> [FeedTrouble] {
    let gaps = Dictionary(grouping: picture.index.gaps.gaps) { picture.feed(of: $0.cluster) }
    let reports = picture.snapshot.feeds
    let unknown = Set(gaps.keys).subtracting(reports.map(\.feed)).sorted { $0.text < $1.text }
    let told = reports.compactMap { report in
      finding(report.feed, troubles(report, picture), gaps[report.feed] ?? [], picture)
    }
    return told + unknown.compactMap { finding($0, [], gaps[$0] ?? [], picture) }
  }

  private static func finding(
    _ feed: FeedID, _ own: [String], _ gaps: [JudgementGaps.Gap], _ picture: Picture
  ) -> FeedTrouble? {
    let troubles = own + gaps.map(\.text)
    if troubles.isEmpty { return nil }
    let hasUnreadable = picture.snapshot.feeds.contains { $0.feed == feed && $0.unreadableCount > 0 }
    let unreadable =
      hasUnreadable ? picture.snapshot.structure.unreadable.prefix(NameList.shown) : []
    let facts =
      gaps.prefix(NameList.shown).map { gap in
        Evidence(object: "cluster \(gap.cluster.text)", field: "lists", value: gap.reasons)
      }
      + unreadable.map {
        Evidence(object: $0.source, field: $0.path.isEmpty ? "object" : $0.path, value: $0.reason)
      }
    return FeedTrouble(feed: feed, troubles: troubles, lacksList: !gaps.isEmpty, facts: facts)
  }

  private static func troubles(_ report: FeedReport, _ picture: Picture) -> [String] {
    var troubles: [String] = []
    if let outage = report.status.outage {
      troubles.append("down since \(outage.since.text): \(outage.reason)")
    } else {
      troubles += report.troubles.map { "\($0.kind.word) not followed since \($0.since.text): \($0.reason)" }
    }
    if let interval = report.interval, let observed = report.observedAt,
      let now = picture.snapshot.observedAt, observed.isOld(at: now, lookingEvery: interval)
    {
      troubles.append("its facts are of \(observed.text), older than twice its interval")
    }
    let count = report.unreadableCount
    if count > 0 { troubles.append("\(count) \(count == 1 ? "object" : "objects") could not be read") }
    return troubles
  }
}
