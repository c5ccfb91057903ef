// What the simulated fleet is made of: its seed, its sizes, its pace.

/// What the simulated fleet is made of. The same options and start always give the same facts.
package struct DemoOptions: Hashable, Sendable {
  /// The seed of everything random.
  package let seed: UInt64
  /// Windows hosts of both clusters together. A few Linux nodes come on top; hosts may join later.
  package let hosts: Int
  /// Services of both clusters together.
  package let services: Int
  /// Credential specs of both clusters together, of every delivery.
  package let credentialSpecs: Int
  /// Replicas of both clusters together; nil: two to five a service.
  package let replicas: Int?
  /// Simulated steps in a second of the clock; 0 stands still.
  package let speed: Double

  /// Options; sizes below the smallest fleet that shows every state are raised to it, absurd ones lowered.
  package init(
    seed: UInt64 = 1, hosts: Int = 40, services: Int = 24, credentialSpecs: Int = 16, replicas: Int? = nil,
    speed: Double = 1
  ) {
    self.seed = seed
    self.hosts = min(max(hosts, Self.fewestHosts), 20_000)
    self.services = min(max(services, Self.fewestServices), 20_000)
    self.credentialSpecs = min(max(credentialSpecs, Self.fewestCredentialSpecs), 2000)
    self.replicas = replicas.map { [services = self.services] in min(max($0, services * 2), 2_000_000) }
    self.speed = speed.isFinite ? min(max(speed, 0), Self.fastest) : 0
  }

  /// The fewest Windows hosts on which every state has its place.
  package static let fewestHosts = 20
  /// The fewest services among which every state has its place.
  package static let fewestServices = 12
  /// The fewest credential specs among which every state has its place.
  package static let fewestCredentialSpecs = 8
  /// The most steps a second.
  package static let fastest = 100.0
}
