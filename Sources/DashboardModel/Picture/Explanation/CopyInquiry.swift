// Explains a cell of the first face: who asks for the credential spec at this host, and what lies there.

struct CopyInquiry {
  let picture: Picture
  let credentialSpec: Int
  let column: Int
  private let entry: CredentialSpecEntry
  private let host: Host
  private let hostIndex: Int

  init(_ picture: Picture, _ credentialSpec: Int, _ column: Int) {
    self.picture = picture
    self.credentialSpec = credentialSpec
    self.column = column
    entry = picture.credentialSpec(credentialSpec)
    host = picture.host(column)
    hostIndex = picture.index.hosts[column]
  }

  func explanation(_ cell: Cell, _ title: String) -> CellExplanation {
    CellExplanation(
      cell: cell, title: title, sentence: sentence(cell), reasons: reasons(cell), evidence: evidence)
  }

  private var replicasHere: [(service: Service, replica: Replica)] {
    let rows = picture.services(referringTo: credentialSpec) + picture.index.formerReferrers[credentialSpec]
    return rows.flatMap { row in
      picture.unfinishedReplicas(ofService: row, atHost: hostIndex).map { (picture.service(row), $0) }
    }
  }

  private var eligibleServices: [Service] {
    picture.services(referringTo: credentialSpec).map(picture.service).filter {
      $0.id.cluster == host.id.cluster && $0.template.scheduling.eligibility(of: host) == .eligible
    }
  }

  private func sentence(_ cell: Cell) -> String {
    let here = replicasHere
    let services = Set(here.map(\.service.id.name))
    let who = Self.names(Array(services))
    let run = services.count == 1 ? "runs" : "run"
    switch cell.state {
    case .missing: return "\(who) \(run) here without it"
    case .atRisk: return "fails when \(Self.names(eligibleServices.map(\.id.name))) is scheduled here"
    case .stale:
      return here.isEmpty ? "an outdated copy lies here" : "\(who) \(run) here with outdated contents"
    case .overDistributed: return "a copy lies here and nothing that uses it may run here"
    case .unverified: return "nobody has told what lies here"
    case .deployed: return "delivered to \(Self.count(here.count, "replica")) of \(who)"
    case .standby: return "ready for \(Self.names(eligibleServices.map(\.id.name)))"
    case .eligible:
      return "\(Self.names(eligibleServices.map(\.id.name))) may run here; nothing is needed in advance"
    default: return "nothing that uses it may run here"
    }
  }

  private func reasons(_ cell: Cell) -> [String] {
    var reasons: [String] = []
    if let trouble = replicasHere.first(where: { $0.replica.trouble != nil })?.replica.trouble {
      reasons.append(trouble.message)
    }
    if entry.id.delivery.isOnHosts { reasons.append(listingReason) } else { reasons += handedReasons }
    if cell.state == .unverified { reasons += unverifiedReasons }
    if cell.state == .blank || cell.state == .overDistributed { reasons += refusals }
    return reasons.filter { !$0.isEmpty }
  }

  private var listing: HostListing? {
    picture.snapshot.structure.listing(host: hostIndex, delivery: entry.id.delivery)
  }

  private var listingReason: String {
    let what = entry.id.delivery == .hostRegistry ? "registry values" : "files"
    guard let listing else {
      return "no inventory of \(host.id.name): its \(what) cannot be seen from the orchestrator"
    }
    let held = picture.snapshot.structure.heldCopies[credentialSpec]
    guard let copy = held.first(where: { $0.host == Int32(hostIndex) }) else {
      if listing.copies.isEmpty { return "the inventory lists no credspec here" }
      return "the inventory lists \(Self.count(listing.copies.count, "credspec")) here, not this one"
    }
    let reference = entry.referenceHost.map { "the reference on \($0)" } ?? "what most hosts hold"
    switch copy.supply {
    case .current: return "the copy here equals \(reference)"
    case .present: return "the inventory lists it, its contents were not read"
    case .staleIdentity: return "the copy here names another account, domain SID or GUID than \(reference)"
    default: return "the copy here differs from \(reference)"
    }
  }

  private var handedReasons: [String] {
    Set(replicasHere.map { handedReason($0.replica) }).sorted()
  }

  private func handedReason(_ replica: Replica) -> String {
    let supply = ReplicaSupply(structure: picture.snapshot.structure)
      .supply(of: replica.handed, credentialSpec: credentialSpec, slots: [])
    let holds = replica.handed.first?.credentialSpec.name ?? "nothing"
    switch supply {
    case .absent: return "its replica carries the name without contents; admission handed it nothing"
    case .stale where holds != entry.id.name: return "a replica still holds \(holds)"
    case .stale: return "a replica holds older contents than \(entry.id.name) has now"
    case .staleIdentity: return "a replica holds contents of another account, domain SID or GUID"
    case .present: return "contents were handed over, and there is nothing to compare them with"
    default: return ""
    }
  }

  private var unverifiedReasons: [String] {
    let structure = picture.snapshot.structure
    if !picture.index.toldClusters.contains(host.id.cluster) {
      return [structure.coverage.reasonForGap(.services, in: host.id.cluster)]
    }
    if !host.isFromNodeList {
      return ["no node list names \(host.id.name): where services may run is unknown"]
    }
    return unreadLists.map { structure.coverage.reasonForGap($0, in: host.id.cluster) }
  }

  /// The lists without which nobody can say that all is well: another replica may be here, or the contents have changed.
  private var unreadLists: [FactKind] {
    if entry.id.delivery.isOnHosts { return [] }
    let isTold = picture.services(referringTo: credentialSpec).allSatisfy { row in
      picture.snapshot.tellsReplicas(ofService: picture.index.services[row])
    }
    var lists: [FactKind] = isTold ? [] : [.replicas]
    if entry.id.delivery == .customResource, case .unknown = entry.existence {
      lists.append(.customResources)
    }
    return lists
  }

  /// Why the services that use it may not run here, a term each.
  private var refusals: [String] {
    var words: Set<String> = []
    for row in picture.services(referringTo: credentialSpec) {
      let service = picture.service(row)
      guard service.id.cluster == host.id.cluster else { continue }
      if case .refused(let refusals) = service.template.scheduling.eligibility(of: host) {
        words.formUnion(refusals.prefix(1).map { "\(service.id.name): \($0.words)" })
      }
    }
    return words.sorted()
  }

  /// The observations behind the cell.
  var evidence: [Evidence] {
    var facts: [Evidence] = replicasHere.prefix(NameList.shown).map { service, replica in
      Evidence(
        object: "replica \(replica.name) of \(service.id.qualifiedName)",
        field: replica.trouble == nil ? "state" : "message",
        value: replica.trouble?.message ?? replica.state.rawValue, at: replica.trouble?.at ?? replica.since)
    }
    if let listing {
      facts.append(
        Evidence(
          object: "inventory of \(host.id.name)", field: entry.id.delivery.word,
          value: Self.listed(listing.copies), at: listing.listedAt, isOfInventory: true))
    }
    return facts
  }

  /// The names in a listing: all of a few, else how many there are.
  private static func listed(_ copies: [HostCopy]) -> String {
    if copies.isEmpty { return "none" }
    if copies.count > 8 { return "\(copies.count) credspecs" }
    return copies.map(\.name).sorted(by: NaturalOrder.precedes).joined(separator: ", ")
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  static func names(_ names: [String]) -> String {
    let distinct = Set(names).sorted(by: NaturalOrder.precedes)
    if distinct.count > 2 { return "\(distinct[0]), \(distinct[1]) and \(distinct.count - 2) more" }
    return distinct.joined(separator: " and ")
  }
}
