// What the model of upkeep assumes: every number of it can be changed, and each has a unit.

/// How copies are distributed by hand.
public enum CopyPolicy: String, Hashable, Sendable, CaseIterable {
  /// On every host where a service may run, before anything runs there.
  case everyHost
  /// Only where a replica is: copies follow the replicas.
  case whereItRuns

  /// The word that screens show and operators type.
  public var word: String {
    switch self {
    case .everyHost: "every-host"
    case .whereItRuns: "where-it-runs"
    }
  }
}

/// The assumptions of the model of upkeep. The first values are an example, not a measurement.
public struct UpkeepAssumptions: Hashable, Sendable {
  /// Where copies are put.
  public var policy = CopyPolicy.everyHost
  /// Moves to another host of one replica in a day, on average.
  public var movesADay = 0.2
  /// Hosts that join in a day, on average; each of today's mix.
  public var joinsADay = 0.1
  /// Changes of one credential spec in a month of 30 days, on average. A change has a new name, as most do: new copies
  /// are put beside the old ones, which are then to be removed.
  public var changesAMonth = 0.5
  /// The chance that one copy is forgotten when it should be put on a host, or removed from one; 0 to 1.
  public var forgotten = 0.03
  /// Days until somebody notices that a copy is missing where no replica stumbles over it, on average.
  public var daysUntilNoticed = 14.0
  /// Days until a surplus copy is removed, on average.
  public var daysUntilTidied = 90.0
  /// Days that are looked ahead.
  public var horizonDays = 180.0

  /// The example that screens begin with.
  public init() {}
}
