// Expected missing and surplus copies over time, computed: the solution of two linear equations.

import Glibc

/// What is to be expected of copies that are kept up by hand.
///
/// With M(t) = M0 + G t places, renewals at rate g, noticing at d, tidying at s, and a chance f to forget:
/// m' = f (G + g M) - (g + d) m for missing copies, u' = f g (M - m) - s u for surplus ones. docs/scaling.md derives them.
public struct UpkeepForecast: Hashable, Sendable {
  private let start: UpkeepStart
  private let forgotten: Double
  private let renewal: Double
  private let landing: Double
  private let tidying: Double
  private let growth: Double
  private let relaxation: Double
  private let follows: Bool
  private let moves: Double

  /// The forecast for a fleet.
  public init(_ start: UpkeepStart, _ assumptions: UpkeepAssumptions) {
    let rates = UpkeepRates(start, assumptions)
    self.start = start
    forgotten = assumptions.forgotten
    renewal = rates.renewal
    landing = rates.landing
    tidying = rates.tidying
    growth = rates.growth
    relaxation = rates.renewal + rates.noticing
    follows = assumptions.policy == .whereItRuns
    moves = assumptions.movesADay
  }

  /// Places that must hold a copy after so many days, on average.
  public func places(day: Double) -> Double { Double(start.places) + growth * day }

  /// Missing copies after so many days, on average.
  public func missing(day: Double) -> Double {
    slope * day + level + (Double(start.missing) - level) * exp(-relaxation * day)
  }

  /// Surplus copies after so many days, on average.
  public func surplus(day: Double) -> Double {
    let inflow = renewal * forgotten
    let fade = exp(-tidying * day)
    let steady = inflow * (Double(start.places) - level) * (1 - fade) / tidying
    let rising = inflow * (growth - slope) * (day / tidying - (1 - fade) / (tidying * tidying))
    let starting =
      -inflow * (Double(start.missing) - level) * Self.convolution(tidying, relaxation, day)
    return Double(start.surplus) * fade + steady + rising + starting
  }

  /// Replicas that cannot start for want of a copy, in the day that begins then, on average.
  public func failedStarts(day: Double) -> Double {
    follows ? moves * forgotten * places(day: day) : landing * missing(day: day)
  }

  /// Copies that somebody puts on hosts or replaces there, in the day that begins then, on average: as many are to be
  /// removed, save those of joining hosts.
  public func copies(day: Double) -> Double { growth + renewal * places(day: day) }

  /// What m tends to in a fleet that does not grow, and the rise that growth adds.
  private var level: Double { (forgotten * (growth + renewal * Double(start.places)) - slope) / relaxation }
  private var slope: Double { forgotten * renewal * growth / relaxation }

  /// The integral of exp(-a (t - x)) exp(-b x) over x from 0 to t, also where both rates are alike.
  private static func convolution(_ a: Double, _ b: Double, _ t: Double) -> Double {
    let difference = a - b
    if abs(difference * t) < 1e-6 { return t * exp(-a * t) }
    return (exp(-b * t) - exp(-a * t)) / difference
  }
}
