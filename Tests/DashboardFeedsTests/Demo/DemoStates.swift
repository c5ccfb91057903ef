// What a fleet shows, read off the facts alone by the tables of semantics.md: slow, plain, and only for these tests.

import DashboardModel

@testable import DashboardFeeds

/// The states of the three faces that occur in facts.
struct DemoStates {
  var byHost: [String: Int] = [:]
  var byService: [String: Int] = [:]
  var byGrant: [String: Int] = [:]

  private let facts: Facts
  private let hosts: [Host]
  private var replicasByService: [ServiceID: [Replica]] = [:]
  private var listings: [String: HostListing] = [:]

  init(_ facts: Facts) {
    self.facts = facts
    hosts = facts.hosts.filter { $0.operatingSystem == .windows }
    let links = Dictionary(facts.ownerLinks.map { ($0.object.name, $0.owner.name) }) { $1 }
    let byOwner = Dictionary(
      facts.services.map { ($0.id.cluster == "harbour-swarm" ? $0.objectID ?? "" : $0.id.name, $0.id) }
    ) { $1 }
    for replica in facts.replicas {
      let owner = replica.owner?.name ?? ""
      if let service = byOwner[links[owner] ?? owner] {
        replicasByService[service, default: []].append(replica)
      }
    }
    for listing in facts.listings { listings["\(listing.hostName) \(listing.delivery)"] = listing }
    countHosts()
    countServices()
    countGrants()
  }

  /// Replicas that lead to a service by their owners.
  var ownedReplicas: Int { replicasByService.values.reduce(0) { $0 + $1.count } }

  private func live(_ service: ServiceID, on host: Host) -> [Replica] {
    (replicasByService[service] ?? []).filter { $0.hostName == host.id.name && $0.state != .finished }
  }

  private func mayRun(_ service: Service, on host: Host) -> Bool {
    host.id.cluster == service.id.cluster && host.acceptsReplicas && host.isReady == true
      && service.template.scheduling.accept(host)
  }

  // MARK: Face 1

  private mutating func countHosts() {
    let users = Dictionary(grouping: facts.services) { $0.template.references[0].credentialSpec }
    let onHosts = Set(
      facts.listings.flatMap { listing in
        listing.copies.map {
          CredentialSpecID(cluster: "harbour-swarm", delivery: listing.delivery, name: $0.name)
        }
      })
    for id in Set(users.keys).union(onHosts) {
      let reference = reference(of: id)
      for host in hosts where host.id.cluster == id.cluster {
        byHost[state(id, users[id] ?? [], host, reference), default: 0] += 1
      }
    }
  }

  private func state(
    _ id: CredentialSpecID, _ users: [Service], _ host: Host, _ reference: CredentialSpecContents?
  ) -> String {
    let live = users.flatMap { self.live($0.id, on: host) }
    let isEligible = users.contains { mayRun($0, on: host) }
    let supply = id.delivery.isOnHosts ? listed(id, host, live, reference) : handed(live, reference)
    switch (live.isEmpty, isEligible, supply) {
    case (false, _, "present"): return "deployed"
    case (false, _, "stale"): return "stale"
    case (false, _, "absent"): return "missing"
    case (false, _, _): return "unverified"
    case (true, true, _) where !id.delivery.isOnHosts: return "eligible"
    case (true, true, "present"): return "standby"
    case (true, true, "stale"): return "stale"
    case (true, true, "absent"): return "at risk"
    case (true, true, _): return "unverified"
    case (true, false, "present"), (true, false, "stale"): return "over-distributed"
    case (true, false, _): return "blank"
    }
  }

  private func listed(
    _ id: CredentialSpecID, _ host: Host, _ live: [Replica], _ reference: CredentialSpecContents?
  ) -> String {
    guard let listing = listings["\(host.id.name) \(id.delivery)"] else {
      return live.contains { $0.state == .running } ? "present" : "unknown"
    }
    guard let copy = listing.copies.first(where: { $0.name == id.name }) else { return "absent" }
    return copy.contents == nil || copy.contents == reference ? "present" : "stale"
  }

  private func handed(_ live: [Replica], _ reference: CredentialSpecContents?) -> String {
    let contents = live.flatMap(\.handed).map(\.contents)
    if contents.isEmpty { return "unknown" }
    if contents.contains(.withheld) { return "absent" }
    return contents.allSatisfy { $0 == reference.map(HandedContents.given) } ? "present" : "stale"
  }

  /// What replicas would be handed now, or what most hosts hold.
  private func reference(of id: CredentialSpecID) -> CredentialSpecContents? {
    if !id.delivery.isOnHosts { return facts.credentialSpecs.first { $0.id == id }?.contents }
    let copies = facts.listings.filter { $0.delivery == id.delivery }.flatMap(\.copies)
    let votes = Dictionary(
      copies.filter { $0.name == id.name }.compactMap { copy in copy.contents.map { ($0, 1) } },
      uniquingKeysWith: +)
    return votes.max { ($0.value, $0.key.canonical) < ($1.value, $1.key.canonical) }?.key
  }

  // MARK: Face 2

  private mutating func countServices() {
    for service in facts.services {
      for host in hosts where host.id.cluster == service.id.cluster {
        let live = live(service.id, on: host)
        for replica in live { byService[replica.state.rawValue, default: 0] += 1 }
        if live.isEmpty { byService[mayRun(service, on: host) ? "eligible" : "blank", default: 0] += 1 }
      }
    }
  }

  // MARK: Face 3

  private mutating func countGrants() {
    let roles = Dictionary(facts.roles.map { ($0.name, $0.rules.flatMap(\.names)) }) { $1 }
    var allowed: [String: Set<String>] = [:]
    for binding in facts.roleBindings {
      for subject in binding.subjects {
        allowed["\(subject.namespace ?? "")/\(subject.name)", default: []].formUnion(
          roles[binding.roleName] ?? [])
      }
    }
    let existing = Set(facts.credentialSpecs.map(\.id))
    for service in facts.services {
      let id = service.template.references[0].credentialSpec
      let grants = allowed["\(service.id.namespace)/\(service.template.serviceAccount ?? "")"] ?? []
      let isAllowed = id.delivery != .customResource || grants.contains(id.name)
      let exists = id.delivery.isOnHosts || existing.contains(id)
      byGrant[grantState(service, id, exists: exists, isAllowed: isAllowed), default: 0] += 1
      if !grants.subtracting([id.name]).isEmpty { byGrant["over-granted", default: 0] += 1 }
    }
  }

  private func grantState(
    _ service: Service, _ id: CredentialSpecID, exists: Bool, isAllowed: Bool
  ) -> String {
    if !exists { return "dangling" }
    if !isAllowed { return "denied" }
    let running = (replicasByService[service.id] ?? []).filter { $0.state == .running }
    let contents = running.flatMap(\.handed).map(\.contents)
    if contents.contains(.withheld) { return "undelivered" }
    let current = reference(of: id).map(HandedContents.given)
    return id.delivery.isOnHosts || contents.allSatisfy { $0 == current } ? "in use" : "stale"
  }
}
