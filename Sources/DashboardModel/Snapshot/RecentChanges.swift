// The changes of replicas that a feed told of late, so that a reader of an older slice need not join everything anew.

/// The last changes of replicas, by the revision of the slice that brought them. While they reach back to the revision
/// that a reader knows, nothing but replicas has changed since. Copies share the batches.
public struct RecentChanges: Sendable {
  private struct Batch: Sendable {
    let revision: Int
    let changes: [ReplicaChange]
  }

  /// From so many changes on a reader joins everything anew about as fast as it takes them up.
  private static let limit = 20_000

  private var batches: [Batch] = []
  private var count = 0
  private var base: Int?

  /// Nothing is told: every reader joins everything anew.
  public init() {}

  /// Takes note that replicas alone changed from the revision before to `revision`; the changes stand in their order.
  public mutating func add(_ changes: [ReplicaChange], revision: Int) {
    if base == nil { base = revision - 1 }
    batches.append(Batch(revision: revision, changes: changes))
    count += changes.count
    while count > Self.limit, let first = batches.first {
      base = first.revision
      count -= first.changes.count
      batches.removeFirst()
    }
  }

  /// Takes note that other facts changed too in `revision`: readers of older slices join everything anew.
  public mutating func restart(at revision: Int) {
    batches = []
    count = 0
    base = revision
  }

  /// The changes that lead from a revision to the newest, oldest first; nil where they do not reach back so far.
  public func since(_ revision: Int) -> [ReplicaChange]? {
    guard let base, revision >= base else { return nil }
    return batches.filter { $0.revision > revision }.flatMap(\.changes)
  }
}
