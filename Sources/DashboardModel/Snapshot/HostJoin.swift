// Which hosts there are, and which of them each inventory is of.

extension FactJoin {
  /// Joins node lists, the hosts that replicas name, and inventories.
  mutating func resolveHosts() {
    for host in facts.hosts { take(host) }
    for replica in facts.replicas {
      guard let name = replica.hostName, !name.isEmpty else { continue }
      let id = HostID(cluster: replica.cluster, name: name)
      if hosts[id] == nil { hosts[id] = Host(id: id, isFromNodeList: false) }
    }
    attachListings()
  }

  private mutating func take(_ host: Host) {
    guard let known = hosts[host.id] else {
      hosts[host.id] = host
      return
    }
    if !known.isFromNodeList || host.isFromNodeList { hosts[host.id] = host }
  }

  private mutating func attachListings() {
    var byShortName: [String: [HostID]] = [:]
    for id in hosts.keys { byShortName[Self.shortName(id.name), default: []].append(id) }
    for listing in facts.listings {
      let alike = byShortName[Self.shortName(listing.hostName)] ?? []
      // Two nodes may share a short name in two domains: the full name, where it is given, tells them apart.
      let exact = alike.filter { $0.name.lowercased() == listing.hostName.lowercased() }
      attach(listing, to: hostID(of: listing, among: exact.isEmpty ? alike : exact))
    }
  }

  /// An inventory without a cluster belongs to the one cluster that has a host of its name. Where several have, it
  /// stands apart, and a note says so: a copy must never count for the wrong machine.
  private mutating func hostID(of listing: HostListing, among candidates: [HostID]) -> HostID {
    if let cluster = listing.cluster {
      let own = candidates.filter { $0.cluster == cluster }
      if own.count == 1, let only = own.first { return only }
      return HostID(cluster: cluster, name: listing.hostName)
    }
    if candidates.count == 1, let only = candidates.first { return only }
    let clusters = Set(facts.coverage.map(\.cluster)).union(facts.hosts.map(\.id.cluster))
    if candidates.isEmpty, clusters.count == 1, let only = clusters.first,
      !coverage.includes(.hosts, in: only)
    {
      return HostID(cluster: only, name: listing.hostName)
    }
    if candidates.count > 1 {
      let names = candidates.map(\.cluster.text).sorted().joined(separator: ", ")
      notes.append(
        UnreadableItem(
          source: "inventory of \(listing.hostName)",
          reason:
            "hosts of this name are in the clusters \(names); say which by \"cluster\" in inventory.json"))
    }
    return HostID(cluster: "inventory", name: listing.hostName)
  }

  private mutating func attach(_ listing: HostListing, to id: HostID) {
    var host = hosts[id] ?? Host(id: id, operatingSystem: .windows, isFromNodeList: false)
    if host.operatingSystem == nil { host.operatingSystem = .windows }
    host.windowsBuild = host.windowsBuild ?? listing.windowsBuild
    host.joinedDomain = host.joinedDomain ?? listing.joinedDomain
    hosts[id] = host
    if listing.delivery == .hostRegistry {
      registryListings[id] = Self.newer(registryListings[id], listing)
    } else {
      fileListings[id] = Self.newer(fileListings[id], listing)
    }
  }

  private static func newer(_ known: HostListing?, _ other: HostListing) -> HostListing {
    guard let known else { return other }
    return (known.listedAt ?? .distantPast) <= (other.listedAt ?? .distantPast) ? other : known
  }

  /// Windows names a machine without case and without its domain.
  static func shortName(_ name: String) -> String {
    String(name.prefix { $0 != "." }).lowercased()
  }
}
