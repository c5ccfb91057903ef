// The model of upkeep computed and simulated side by side, and whether the two agree.

/// Both answers for the same fleet and assumptions.
public struct UpkeepComparison: Hashable, Sendable {
  /// The fleet.
  public let start: UpkeepStart
  /// What is assumed.
  public let assumptions: UpkeepAssumptions
  /// Computed.
  public let forecast: UpkeepForecast
  /// Played out.
  public let simulation: UpkeepSimulation

  /// The two are said to agree while no average is further from the computed value than so many standard errors. Eight
  /// averages are compared, and few copies are spread unevenly about their average: by mere chance one is further away
  /// about once in a thousand comparisons.
  public static let agreement = 4.5

  /// Computes and plays. Some milliseconds: at most 200 places are played.
  public init(_ scaling: Scaling, _ assumptions: UpkeepAssumptions, seed: UInt64 = 1) {
    let start = UpkeepStart(scaling, assumptions.policy)
    self.init(start, assumptions, seed: seed)
  }

  /// Computes and plays.
  public init(_ start: UpkeepStart, _ assumptions: UpkeepAssumptions, seed: UInt64 = 1) {
    self.start = start
    self.assumptions = assumptions
    forecast = UpkeepForecast(start, assumptions)
    let days = [0.25, 0.5, 0.75, 1].map { $0 * assumptions.horizonDays }
    simulation = UpkeepSimulation(start, assumptions, days: days, seed: seed)
  }

  /// The largest distance between a computed value and its simulated average, in standard errors.
  public var distance: Double {
    simulation.days.indices.map { place in
      let day = simulation.days[place]
      return max(
        simulation.missing[place].distance(to: forecast.missing(day: day)),
        simulation.surplus[place].distance(to: forecast.surplus(day: day)))
    }.max() ?? 0
  }

  /// Whether the two agree within the stated error.
  public var agrees: Bool { distance <= Self.agreement }
}
