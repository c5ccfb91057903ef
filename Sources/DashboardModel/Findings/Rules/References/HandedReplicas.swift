// Running pods of a service by what they were handed: the first few by name, all of them by count.

/// Running replicas of a service that a test of their hand-over finds.
struct HandedReplicas: Hashable, Sendable {
  let names: NameList
  /// The first of them.
  let first: String
  private let service: ServiceID
  private let evidence: [Evidence]

  /// Nil where no running replica passes. Cost: the placed replicas, with one test for each distinct hand-over.
  init?(
    _ picture: Picture, service row: Int, field: String, value: ([HandedIdentity]) -> String,
    where isWanted: ([HandedIdentity]) -> Bool
  ) {
    let bucket = picture.snapshot.replicas[picture.index.services[row]]
    let wanted = bucket.handOvers.map(isWanted)
    guard wanted.contains(true) else { return nil }
    let found = bucket.placements.filter { $0.state == .running && wanted[Int($0.handOver)] }
    let names = found.map { bucket.replicas[Int($0.replica)].replica.name }
      .sorted(by: NaturalOrder.precedes)
    guard let first = names.first else { return nil }
    self.first = first
    service = picture.service(row).id
    self.names = NameList(names, count: names.count, noun: "pod")
    let shown = Set(names.prefix(NameList.shown))
    evidence = found.map { bucket.replicas[Int($0.replica)].replica }.filter { shown.contains($0.name) }
      .sorted { NaturalOrder.precedes($0.name, $1.name) }
      .map { replica in
        let object = "Pod \(replica.namespace)/\(replica.name)"
        return Evidence(object: object, field: field, value: value(replica.handed), at: replica.since)
      }
  }

  /// The first few replicas as evidence.
  var facts: [Evidence] { evidence }

  /// Shows the credential specs of the first replica.
  var showFirst: CopyableCommand {
    let namespace = QuotedWord.posix(service.namespace)
    return .kubectl("get -n \(namespace) pod \(QuotedWord.posix(first)) -o yaml")
  }
}
