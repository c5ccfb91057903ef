// The simulation behind `gmsa-tui demo`: two clusters that live, from a seed and nothing else.

package import DashboardModel

/// Two simulated clusters, one Kubernetes and one Swarm, that the same seed always makes and moves in the same way.
/// Pure: no clock, no input; time is a start and the steps taken. Every state of the three faces of semantics.md has a
/// part on stage that the simulation leaves alone; everything around it lives.
package struct SimulatedCluster: Sendable {
  /// What the fleet is made of.
  package let options: DemoOptions
  /// What a feed would say of the clusters now.
  package internal(set) var facts = Facts()
  /// Steps taken since the start.
  package private(set) var step = 0
  /// The simulated time that a step takes.
  package static let stepLength = Duration.seconds(5)

  let start: Timestamp
  var random: SplitMix64
  var hosts: [SimulatedHost] = []
  var specs: [SimulatedSpec] = []
  var services: [SimulatedService] = []
  var replicas: [SimulatedReplica] = []
  var placements: [DemoPlacement] = []
  var placementIndex: [DemoPlacementKey: Int] = [:]
  /// Replicas that wait for something: to have started, to be tried again, to end.
  var waiting: [Int] = []
  var closedHosts: [Int] = []
  var errands: [Errand] = []
  var rollout: Rollout?
  var calendar = DemoCalendar()
  var stage = DemoStage()
  var journal = Journal()

  /// Makes the clusters as they are at `start`. Linear in the sizes: under a second for 150,000 replicas.
  package init(options: DemoOptions = DemoOptions(), start: Timestamp) {
    self.options = options
    self.start = start
    random = SplitMix64(seed: options.seed)
    foundHosts()
    foundCredentialSpecs()
    foundServices()
    foundInventories()
    foundReplicas()
    foundAuthorisation()
    foundCoverage()
    calendar.open(&random)
    closeOneHost(failing: false)
    keepSomethingStarting()
    journal = Journal()
  }

  /// The simulated time.
  package var now: Timestamp { start.advanced(by: Self.stepLength * step) }

  /// Takes one step and says what it changed. Costs what it changes, not what exists, as long as nobody else holds
  /// the facts of the step before.
  package mutating func tick() -> DemoChanges {
    step += 1
    journal = Journal()
    settleWaitingReplicas()
    moveOffClosedHosts()
    runErrands()
    advanceRollout()
    for event in calendar.due(at: step, &random) { perform(event) }
    keepSomethingStarting()
    return journal.changes(in: facts)
  }

  /// Takes as many whole steps as fit into a duration.
  package mutating func advance(by duration: Duration) {
    for _ in 0..<max(0, Int(duration / Self.stepLength)) { _ = tick() }
  }

  private mutating func perform(_ event: DemoCalendar.Event) {
    switch event {
    case .restart: restartSomeReplicas()
    case .rollout: beginRollout()
    case .rotation: rotateSomething()
    case .drain: closeOneHost(failing: false)
    case .failure: closeOneHost(failing: true)
    case .join: joinOneHost()
    case .round: walkTheRound()
    case .inventory: takeInventories()
    case .move: moveOneService()
    }
  }
}
