// Why a replica has or has not its identity: an ordered chain of checks with a verdict, and what to do next.

/// Why a cell is as it is. The first check that fails is the verdict; what cannot be seen is always listed and never
/// passed.
public struct Diagnosis: Sendable {
  /// Whom the chain is about.
  public let subject: DiagnosisSubject
  /// The cell that was asked about.
  public let cell: Cell
  /// One sentence first: what is wrong, or what is not known.
  public let verdict: String
  /// The checks, in the order in which a replica needs them.
  public let steps: [CheckStep]
  /// The nearest host, replica or service of the same credential spec that is in order; nil where there is none.
  public let contrast: HealthyContrast?
  /// The causes that touch the subject, the root first. Empty where no rule has anything to say.
  public let causes: [Cause]
  /// What led here, as far as it is known, oldest first.
  public let moments: [DiagnosisMoment]
  /// Commands that tell more or put it right, the most telling first.
  public let nextSteps: [CopyableCommand]
  /// The feeds that tell of the cluster.
  public let clusterFeeds: [FeedReport]
  /// The feeds that tell what lies on hosts.
  public let inventoryFeeds: [FeedReport]

  /// The check that decided; nil where none failed.
  public var failure: CheckStep? { steps.first { $0.result == .failed } }
}

/// Whom a chain of checks is about: one service, one credential spec, one host, as far as the cell has them.
public struct DiagnosisSubject: Hashable, Sendable {
  /// The service's row.
  public var service: Int?
  /// The credential spec's place.
  public var credentialSpec: Int?
  /// The host's column.
  public var host: Int?
}

/// Something that happened on the way.
public struct DiagnosisMoment: Hashable, Sendable {
  /// When.
  public let at: Timestamp
  /// What, in a few words.
  public let words: String
}

extension Picture {
  /// The diagnosis of a cell of a face; nil outside it. Cost: the replicas of the services concerned, and one look at
  /// every finding.
  public func diagnosis(row: Int, column: Int, of face: Face) -> Diagnosis? {
    guard let explanation = explanation(row: row, column: column, of: face) else { return nil }
    let subject = DiagnosisSubject(row: row, column: column, of: face, in: self)
    let chain = CheckChain(picture: self, subject: subject, state: explanation.cell.state)
    let steps = chain.steps
    return Diagnosis(
      subject: subject, cell: explanation.cell, verdict: Self.verdict(explanation, steps), steps: steps,
      contrast: HealthyContrast(to: subject, in: self), causes: chain.causes,
      moments: DiagnosisTimeLine(picture: self, subject: subject).moments,
      nextSteps: NextSteps(chain: chain).commands,
      clusterFeeds: snapshot.feeds.filter { chain.cluster.map($0.clusters.contains) ?? true },
      inventoryFeeds: snapshot.feeds.filter { $0.clusters.isEmpty && $0.observedAt != nil })
  }

  private static func verdict(_ explanation: CellExplanation, _ steps: [CheckStep]) -> String {
    // Of a cell where nothing is asked for, what fails is a remark on another cell.
    let isQuiet = [.blank, .eligible, .overDistributed, .overGranted].contains(explanation.cell.state)
    if !isQuiet, let failure = steps.first(where: { $0.result == .failed }) { return failure.sentence }
    let unknown = steps.filter { $0.result == .unknown }
    switch explanation.cell.state {
    // A check that could not be made says what is missing; the state alone says that something is.
    case .unverified where !unknown.isEmpty: return "it cannot be told: \(unknown[0].sentence)"
    case .deployed, .inUse, .running:
      if unknown.isEmpty { return "It was delivered. Whether the sign-on works cannot be seen from here." }
      return "Nothing that can be seen is wrong; not all can be seen: \(unknown[0].sentence)"
    default: return explanation.sentence
    }
  }
}
