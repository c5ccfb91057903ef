// What led here: every moment that the facts about a service, a credential spec and a host carry.

/// Gathers moments.
struct DiagnosisTimeLine {
  let picture: Picture
  let subject: DiagnosisSubject

  /// The moments, oldest first; of many replicas the last few.
  var moments: [DiagnosisMoment] {
    var moments = credentialSpec + service + listing
    moments += replicas.suffix(6)
    return moments.sorted { ($0.at, $0.words) < ($1.at, $1.words) }
  }

  private var credentialSpec: [DiagnosisMoment] {
    guard let entry = subject.credentialSpec.map(picture.credentialSpec), let object = entry.object else {
      return []
    }
    let name = entry.id.name
    return [
      object.createdAt.map { DiagnosisMoment(at: $0, words: "\(name) was created") },
      object.updatedAt.flatMap {
        $0 == object.createdAt ? nil : DiagnosisMoment(at: $0, words: "\(name) was changed")
      },
    ].compactMap { $0 }
  }

  private var service: [DiagnosisMoment] {
    guard let service = subject.service.map(picture.service) else { return [] }
    let changed = service.updatedAt.map { DiagnosisMoment(at: $0, words: "\(service.id.name) was changed") }
    let troubles = service.troubles.compactMap { trouble in
      trouble.at.map { DiagnosisMoment(at: $0, words: "\(trouble.object): \(trouble.reason)") }
    }
    return (changed.map { [$0] } ?? []) + troubles
  }

  private var replicas: [DiagnosisMoment] {
    guard let row = subject.service, let column = subject.host else { return [] }
    let own = picture.unfinishedReplicas(ofService: row, atHost: picture.index.hosts[column])
    return own.flatMap { replica -> [DiagnosisMoment] in
      let since = replica.since.map {
        DiagnosisMoment(at: $0, words: "replica \(replica.name): \(replica.state.rawValue) since")
      }
      let event = replica.state == .running ? nil : picture.index.podEvents[PodKey(replica)]?.trouble
      let trouble = (replica.trouble ?? event).flatMap { trouble in
        trouble.at.map { DiagnosisMoment(at: $0, words: "replica \(replica.name): \(trouble.reason)") }
      }
      return [since, trouble].compactMap { $0 }
    }.sorted { $0.at < $1.at }
  }

  private var listing: [DiagnosisMoment] {
    guard let place = subject.credentialSpec, let column = subject.host else { return [] }
    let entry = picture.credentialSpec(place)
    let host = picture.index.hosts[column]
    guard let listing = picture.snapshot.structure.listing(host: host, delivery: entry.id.delivery) else {
      return []
    }
    let name = picture.host(column).id.name
    let copy = listing.copies.first { $0.name.lowercased() == entry.id.name.lowercased() }
    return [
      listing.listedAt.map { DiagnosisMoment(at: $0, words: "the inventory of \(name) was taken") },
      copy?.modifiedAt.map { DiagnosisMoment(at: $0, words: "\(entry.id.name) was written on \(name)") },
    ].compactMap { $0 }
  }
}
