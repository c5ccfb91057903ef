// Where the model of upkeep starts from: the fleet as it is today.

/// The fleet that is kept up, as far as the model needs it.
public struct UpkeepStart: Hashable, Sendable {
  /// Places that must hold a copy: credential specs x hosts, by the policy.
  public var places: Int
  /// Hosts.
  public var hosts: Int
  /// Credential specs that some service refers to.
  public var credentialSpecs: Int
  /// Replicas that need one.
  public var replicas: Int
  /// Places that lack their copy today, as far as is known.
  public var missing: Int
  /// Copies that nobody needs today, as far as is known.
  public var surplus: Int

  /// A fleet.
  public init(
    places: Int, hosts: Int, credentialSpecs: Int, replicas: Int, missing: Int = 0, surplus: Int = 0
  ) {
    self.places = places
    self.hosts = hosts
    self.credentialSpecs = credentialSpecs
    self.replicas = replicas
    self.missing = min(missing, places)
    self.surplus = surplus
  }

  /// The fleet of a picture as if all its credential specs were copied by hand. It starts with the missing and surplus
  /// copies that its files and registry values have today.
  public init(_ scaling: Scaling, _ policy: CopyPolicy) {
    let lying = scaling.lyingOnHosts
    self.init(
      places: policy == .everyHost ? scaling.total.byHand : scaling.total.handedOver,
      hosts: scaling.hosts, credentialSpecs: scaling.credentialSpecsInUse, replicas: scaling.total.replicas,
      missing: policy == .everyHost ? lying.missing + lying.atRisk : lying.missing, surplus: lying.surplus)
  }
}

/// The rates of the model, all a day.
struct UpkeepRates {
  /// A place needs a new copy: its credential spec was changed, or its replica moved.
  let renewal: Double
  /// A move of a replica lands on a given place.
  let landing: Double
  /// A missing copy is put in place.
  let noticing: Double
  /// A surplus copy is removed.
  let tidying: Double
  /// Places that joining hosts bring.
  let growth: Double

  init(_ start: UpkeepStart, _ assumptions: UpkeepAssumptions) {
    let follows = assumptions.policy == .whereItRuns
    renewal = assumptions.changesAMonth / 30 + (follows ? assumptions.movesADay : 0)
    landing =
      follows || start.places == 0
      ? 0 : assumptions.movesADay * Double(start.replicas) / Double(start.places)
    noticing = 1 / assumptions.daysUntilNoticed + landing
    tidying = 1 / assumptions.daysUntilTidied
    growth =
      start.hosts == 0 ? 0 : assumptions.joinsADay * Double(start.places) / Double(start.hosts)
  }
}
