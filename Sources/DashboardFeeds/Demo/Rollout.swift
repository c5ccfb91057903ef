// A rolling update on its way.

/// A rolling update of one service, or of all services of a rotated config.
struct Rollout: Sendable {
  /// The services still to be gone through; the last one is on its way.
  var services: [Int]
  /// How many replicas of the service on its way are done.
  var done = 0
  /// The place in `Facts.credentialSpecs` of the config that goes when nobody uses it any more.
  var retiredConfig: Int?
}
