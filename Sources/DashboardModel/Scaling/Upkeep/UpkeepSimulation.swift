// The same model played out event by event: credential specs change, hosts join, replicas move, people forget.

import Glibc

/// An average over simulated runs, with how sure it is.
public struct UpkeepEstimate: Hashable, Sendable {
  /// The average.
  public let mean: Double
  /// Its standard error: two thirds of all averages lie within one of it from the truth, 95 of 100 within two.
  public let error: Double

  /// How many standard errors lie between a computed value and this average; 0 where both are the same.
  public func distance(to value: Double) -> Double {
    let difference = abs(mean - value)
    if difference < 1e-9 { return 0 }
    return error == 0 ? .infinity : difference / error
  }
}

/// What simulated runs say of some days.
public struct UpkeepSimulation: Hashable, Sendable {
  /// The days that were looked at.
  public let days: [Double]
  /// Missing copies on these days.
  public let missing: [UpkeepEstimate]
  /// Surplus copies on these days.
  public let surplus: [UpkeepEstimate]
  /// Runs.
  public let runs: Int
  /// Places that were played; each stands for `scale` of the fleet.
  public let places: Int
  /// Places of the fleet for one that was played.
  public let scale: Double

  /// Plays a fleet. At most `limit` places are played, which bounds the time; a larger fleet is scaled, at the price of a
  /// larger error. The same seed gives the same figures.
  public init(
    _ start: UpkeepStart, _ assumptions: UpkeepAssumptions, days: [Double], runs: Int = 48,
    limit: Int = 200, seed: UInt64 = 1
  ) {
    let stage = UpkeepStage(start, assumptions, limit: limit)
    var random = SplitMix64(seed: seed)
    var sums = [[Double]](repeating: [], count: days.count)
    var surplusSums = sums
    for _ in 0..<runs {
      var run = UpkeepRun(stage, &random)
      for (place, day) in days.enumerated() {
        run.play(until: day, &random)
        sums[place].append(Double(run.missing) * stage.scale)
        surplusSums[place].append(Double(run.surplus) * stage.scale)
      }
    }
    self.days = days
    self.runs = runs
    places = stage.places.reduce(0, +)
    scale = stage.scale
    missing = sums.map { UpkeepEstimate($0, grain: stage.scale) }
    surplus = surplusSums.map { UpkeepEstimate($0, grain: stage.scale) }
  }
}

extension UpkeepEstimate {
  /// What is rarer than once in all runs may not have been seen at all: the error is never below one copy in all of them.
  fileprivate init(_ values: [Double], grain: Double) {
    let count = Double(values.count)
    let mean = values.isEmpty ? 0 : values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let spread = values.count < 2 ? 0 : (squares / (count - 1) / count).squareRoot()
    self.init(mean: mean, error: max(spread, grain / max(1, count)))
  }
}

/// What all runs share: the played part of the fleet, and the rates.
private struct UpkeepStage {
  /// Places of each credential spec that is played.
  let places: [Int]
  let scale: Double
  let rates: UpkeepRates
  let forgotten: Double
  /// Changes of one credential spec a day.
  let changes: Double
  /// Moves of one replica a day, where copies follow replicas.
  let moves: Double
  let joins: Double
  /// The chance that a place lacks its copy at the start, and surplus copies of each credential spec then.
  let missing: Double
  let surplus: Double
  let hosts: Double

  init(_ start: UpkeepStart, _ assumptions: UpkeepAssumptions, limit: Int) {
    let all = Double(start.places)
    let count = max(1, min(start.credentialSpecs, 40, limit, max(1, start.places)))
    let played = min(start.places, limit)
    places = (0..<count).map { (played * ($0 + 1)) / count - (played * $0) / count }
    scale = played == 0 ? 1 : all / Double(played)
    rates = UpkeepRates(start, assumptions)
    forgotten = assumptions.forgotten
    changes = assumptions.changesAMonth / 30
    moves = assumptions.policy == .whereItRuns ? assumptions.movesADay : 0
    joins = assumptions.joinsADay
    missing = all == 0 ? 0 : Double(start.missing) / all
    surplus = Double(start.surplus) / scale / Double(count)
    hosts = Double(max(1, start.hosts))
  }
}

/// One run. Noticing and tidying go by exponential times, so that copies need no dates: how many are left of a number
/// after a while is drawn when somebody looks.
private struct UpkeepRun {
  /// A credential spec of the run.
  struct Batch {
    var places: Int
    var missing: Int
    var surplus: Int
    /// The day that the numbers are of.
    var day = 0.0
  }

  private let stage: UpkeepStage
  private var batches: [Batch] = []
  private var day = 0.0

  init(_ stage: UpkeepStage, _ random: inout SplitMix64) {
    self.stage = stage
    for places in stage.places {
      batches.append(
        Batch(
          places: places, missing: random.count(of: places, happeningWith: stage.missing),
          surplus: random.rounded(stage.surplus)))
    }
  }

  var missing: Int { batches.map(\.missing).reduce(0, +) }
  var surplus: Int { batches.map(\.surplus).reduce(0, +) }

  /// Plays on to a day, and brings all numbers to it.
  mutating func play(until end: Double, _ random: inout SplitMix64) {
    while true {
      let places = Double(batches.map(\.places).reduce(0, +))
      let changing = stage.changes * Double(batches.count)
      let total = changing + stage.joins + stage.moves * places
      let pause = total == 0 ? .infinity : -log(1 - random.fraction()) / total
      if day + pause > end { break }
      day += pause
      let draw = random.fraction() * total
      if draw < changing {
        change(random.index(below: batches.count), &random)
      } else if draw < changing + stage.joins {
        join(&random)
      } else {
        move(Int(random.fraction() * places), &random)
      }
    }
    // Waiting times have no memory: what is drawn anew from here on is as good as what was cut off.
    day = end
    for batch in batches.indices { age(batch, &random) }
  }

  private mutating func age(_ batch: Int, _ random: inout SplitMix64) {
    let past = day - batches[batch].day
    batches[batch].day = day
    if past <= 0 { return }
    batches[batch].missing = random.count(
      of: batches[batch].missing, happeningWith: exp(-stage.rates.noticing * past))
    batches[batch].surplus = random.count(
      of: batches[batch].surplus, happeningWith: exp(-stage.rates.tidying * past))
  }

  /// A new name: each place needs a new copy, and each old copy is to be removed.
  private mutating func change(_ batch: Int, _ random: inout SplitMix64) {
    age(batch, &random)
    let old = batches[batch].places - batches[batch].missing
    batches[batch].surplus += random.count(of: old, happeningWith: stage.forgotten)
    batches[batch].missing = random.count(of: batches[batch].places, happeningWith: stage.forgotten)
  }

  /// A host like the average one needs its share of each credential spec.
  private mutating func join(_ random: inout SplitMix64) {
    for batch in batches.indices {
      let new = random.rounded(Double(stage.places[batch]) / stage.hosts)
      if new == 0 { continue }
      age(batch, &random)
      batches[batch].places += new
      batches[batch].missing += random.count(of: new, happeningWith: stage.forgotten)
    }
  }

  /// A replica moves: its new host needs a copy, and the old host has one too many, if it had one.
  private mutating func move(_ place: Int, _ random: inout SplitMix64) {
    var rest = place
    var batch = 0
    while batch < batches.count - 1, rest >= batches[batch].places {
      rest -= batches[batch].places
      batch += 1
    }
    guard batches[batch].places > 0 else { return }
    age(batch, &random)
    if random.index(below: batches[batch].places) < batches[batch].missing {
      batches[batch].missing -= 1
    } else if random.happens(stage.forgotten) {
      batches[batch].surplus += 1
    }
    if random.happens(stage.forgotten) { batches[batch].missing += 1 }
  }
}
