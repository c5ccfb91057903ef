// The mutes of a config on a day: what they hide, and which of them are over.

/// Mutes as they stand on a day. A finding is hidden by the first of them that covers it.
public struct Muting: Hashable, Sendable {
  /// Mutes that still mute.
  public let active: [Mute]
  /// Mutes whose day is over: they hide nothing, and the operator is told.
  public let expired: [Mute]
  /// The day, in UTC.
  public let day: CalendarDay

  /// The mutes on a day.
  public init(_ mutes: [Mute], on day: CalendarDay) {
    active = mutes.filter { !$0.isExpired(on: day) }
    expired = mutes.filter { $0.isExpired(on: day) }
    self.day = day
  }

  /// No mute at all.
  public static let none = Muting([], on: CalendarDay(Timestamp(milliseconds: 0)))

  /// The same mutes on another day. Nothing is nothing on any day.
  public func on(_ day: CalendarDay) -> Muting {
    self == .none ? self : Muting(active + expired, on: day)
  }

  /// Splits findings into those to show and those to count, each in their order.
  func split(_ findings: [Finding]) -> (shown: [Finding], muted: [MutedFinding]) {
    if active.isEmpty { return (findings, []) }
    var shown: [Finding] = []
    var muted: [MutedFinding] = []
    for finding in findings {
      if let mute = active.first(where: { $0.covers(finding) }) {
        muted.append(MutedFinding(finding: finding, mute: mute))
      } else {
        shown.append(finding)
      }
    }
    return (shown, muted)
  }
}

extension Picture {
  /// What was muted and which mutes are over, a few words each; none where there is nothing to tell.
  public var muteNotes: [String] {
    var notes: [String] = []
    if !mutedFindings.isEmpty { notes.append("\(NumberText.grouped(mutedFindings.count)) muted") }
    let over = muting.expired.count
    if over > 0 { notes.append(over == 1 ? "1 mute has expired" : "\(over) mutes have expired") }
    return notes
  }
}

/// A finding that is hidden, and the mute that hides it.
public struct MutedFinding: Sendable {
  /// The finding.
  public let finding: Finding
  /// The mute, with its reason and its last day.
  public let mute: Mute

  /// One line: what is hidden, until when, and why.
  public var words: String {
    "\(finding.card.id) \(finding.subject.text), muted until \(mute.until.text): \(mute.reason)"
  }
}
