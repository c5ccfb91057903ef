// The moment that a snapshot is of: rules judge by it what has expired or grown old, and never by a clock.

extension Snapshot {
  /// When the newest facts were observed; where no feed tells, the newest moment that the facts themselves speak of, which
  /// cannot lie after it. Nil where nothing tells of time. Cost without feeds' times: the replicas.
  public var observedAt: Timestamp? {
    feeds.compactMap(\.observedAt).max() ?? newestMoment
  }

  private var newestMoment: Timestamp? {
    let troubles = structure.services.flatMap(\.troubles).compactMap(\.at)
    let events = structure.rest.events.compactMap(\.trouble.at)
    let spoken = replicas.flatMap(\.replicas).compactMap { $0.replica.trouble?.at ?? $0.replica.since }
    return [troubles.max(), events.max(), spoken.max()].compactMap(\.self).max()
  }
}
