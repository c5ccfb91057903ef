// The model of upkeep: what can be reckoned by hand, and the computed against the simulated values.

import DashboardModel
import Testing

@Suite("Upkeep")
struct UpkeepTests {
  private static let fleet = UpkeepStart(
    places: 200, hosts: 40, credentialSpecs: 10, replicas: 120, missing: 6, surplus: 15)

  /// Assumptions by what is typed.
  static let cases: [[String]] = [
    [],
    ["forgotten=20%"],
    ["forgotten=0%"],
    ["policy=where-it-runs"],
    ["policy=where-it-runs", "moves=1", "forgotten=10%", "noticed=2"],
    ["joins=2", "forgotten=10%", "days=365"],
    ["changes=4", "forgotten=5%", "noticed=60", "tidied=365"],
    ["moves=0", "changes=0", "joins=0"],
    // Both rates alike: the closed form has a case of its own there.
    ["moves=0", "changes=1.5", "noticed=20", "tidied=10"],
    ["forgotten=100%", "changes=2"],
  ]

  private static func assumptions(_ typed: [String]) -> UpkeepAssumptions {
    UpkeepAssumptions(typed.compactMap { TypedAssumption($0) })
  }

  @Test(
    "computed and simulated copies agree within the stated error", arguments: cases, [1, 2, 3] as [UInt64])
  func agree(typed: [String], seed: UInt64) {
    let comparison = UpkeepComparison(Self.fleet, Self.assumptions(typed), seed: seed)
    #expect(comparison.agrees, "\(comparison.distance) standard errors apart")
  }

  @Test("many runs narrow the error, and the values still agree", arguments: [[], ["policy=where-it-runs"]])
  func manyRuns(typed: [String]) {
    let assumptions = Self.assumptions(typed)
    let forecast = UpkeepForecast(Self.fleet, assumptions)
    let few = UpkeepSimulation(Self.fleet, assumptions, days: [90, 180], runs: 16, limit: 100)
    let many = UpkeepSimulation(Self.fleet, assumptions, days: [90, 180], runs: 400, limit: 100)
    for place in 0..<2 {
      #expect(many.missing[place].error < few.missing[place].error)
      #expect(many.missing[place].error < 0.03 * Double(Self.fleet.places))
      #expect(many.missing[place].distance(to: forecast.missing(day: many.days[place])) < 4)
      #expect(many.surplus[place].distance(to: forecast.surplus(day: many.days[place])) < 4)
    }
  }

  @Test("a comparison can fail: another chance to forget is told from the simulated one")
  func comparisonCanFail() {
    let assumed = Self.assumptions(["forgotten=3%"])
    let other = UpkeepForecast(Self.fleet, Self.assumptions(["forgotten=6%"]))
    let played = UpkeepSimulation(Self.fleet, assumed, days: [180], runs: 300)
    #expect(played.surplus[0].distance(to: other.surplus(day: 180)) > UpkeepComparison.agreement)
  }

  @Test("the same seed plays the same runs, another one others")
  func seeds() {
    func play(_ seed: UInt64) -> UpkeepSimulation {
      UpkeepSimulation(Self.fleet, UpkeepAssumptions(), days: [30, 90], seed: seed)
    }
    #expect(play(7) == play(7))
    #expect(play(7) != play(8))
  }

  @Test("nothing forgotten: what is missing and surplus today fades by the time it takes to notice")
  func nothingForgotten() {
    let forecast = UpkeepForecast(Self.fleet, Self.assumptions(["forgotten=0%", "moves=0", "changes=0"]))
    #expect(abs(forecast.missing(day: 14) - 6 / 2.718281828) < 1e-6)
    #expect(abs(forecast.surplus(day: 90) - 15 / 2.718281828) < 1e-6)
    #expect(forecast.failedStarts(day: 10) == 0)
  }

  @Test("a fleet that stands still settles where as much is forgotten as is noticed")
  func settles() {
    let assumptions = Self.assumptions(["joins=0", "moves=0", "changes=3", "forgotten=10%", "noticed=10"])
    let forecast = UpkeepForecast(Self.fleet, assumptions)
    // Renewed 0.1 a day, noticed 0.1 a day: half of the forgotten tenth is there at any time.
    #expect(abs(forecast.missing(day: 5000) - 200 * 0.1 * 0.1 / 0.2) < 1e-6)
    #expect(abs(forecast.copies(day: 1) - 20) < 1e-6)
  }

  @Test("joining hosts bring their share of copies, and growth never ends")
  func growth() {
    let forecast = UpkeepForecast(Self.fleet, Self.assumptions(["joins=1"]))
    #expect(forecast.places(day: 10) == 250)
    #expect(forecast.missing(day: 400) > forecast.missing(day: 200))
  }

  @Test("a fleet of nothing has nothing missing, and no number is lost", arguments: cases)
  func nothing(typed: [String]) {
    let fleet = UpkeepStart(places: 0, hosts: 0, credentialSpecs: 0, replicas: 0)
    let comparison = UpkeepComparison(fleet, Self.assumptions(typed))
    #expect(comparison.agrees)
    #expect(comparison.forecast.missing(day: 100) == 0)
    #expect(comparison.forecast.surplus(day: 100) == 0)
  }

  @Test("no copies are ever negative, and a larger fleet is scaled", arguments: cases)
  func neverNegative(typed: [String]) {
    let large = UpkeepStart(
      places: 60_000, hosts: 5000, credentialSpecs: 500, replicas: 150_000, missing: 900, surplus: 4000)
    let comparison = UpkeepComparison(large, Self.assumptions(typed))
    #expect(comparison.agrees, "\(comparison.distance)")
    for (place, day) in comparison.simulation.days.enumerated() {
      #expect(comparison.forecast.missing(day: day) >= 0)
      #expect(comparison.forecast.surplus(day: day) >= -1e-9)
      #expect(comparison.forecast.missing(day: day) <= comparison.forecast.places(day: day))
      #expect(comparison.simulation.missing[place].mean >= 0)
    }
    #expect(comparison.simulation.places == 200)
  }
}
