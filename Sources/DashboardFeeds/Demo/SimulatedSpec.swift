// What the simulation keeps of a credential spec.

import DashboardModel

/// A credential spec of the simulation.
struct SimulatedSpec: Sendable {
  /// The name that services refer to now; a rotated Swarm config changes it.
  var id: CredentialSpecID
  let orchestrator: DemoOrchestrator
  /// The gMSA that it names.
  let account: String
  /// The pool whose services use it.
  let pool: DemoPool
  /// Its object in `Facts.credentialSpecs`; nil for files and registry values.
  var fact: Int?
  /// How often it was rotated.
  var revision = 0
  /// What it holds now.
  var contents: CredentialSpecContents
  /// What it held before the last rotation.
  var formerContents: CredentialSpecContents
  /// The services that refer to it.
  var services: [Int] = []
  /// Hosts that need a copy and have none.
  var lacking: Set<Int> = []
  /// Hosts where its services happen not to be placed, so that what is shown there stays.
  var avoided: Set<Int> = []
  /// Whether it plays a part that must stay on stage: it is not rotated.
  var isStaged = false

  /// The next contents.
  mutating func rotate() {
    revision += 1
    formerContents = contents
    contents = .demo(account: account, revision: revision)
  }
}
