// Which hosts hold a copy of each credential spec, found once a structure instead of once a cell.

/// A copy of a credential spec in a host's listing, judged against the reference.
struct HeldCopy: Sendable {
  /// The host's index in the structure.
  let host: Int32
  /// The copy's place in the host's listing.
  let copy: Int32
  /// What it is worth: `current`, `present`, `stale` or `staleIdentity`.
  let supply: Supply
}

extension FactJoin {
  /// For each credential spec the copies that listings show, by host. Cost: one look-up a copy.
  func heldCopies(hosts: [Host], entries: [CredentialSpecEntry], resolver: ReplicaResolver) -> [[HeldCopy]] {
    var held = [[HeldCopy]](repeating: [], count: entries.count)
    for (index, host) in hosts.enumerated() {
      let listings = [fileListings[host.id], registryListings[host.id]]
      for listing in listings.compactMap(\.self) {
        for (place, copy) in listing.copies.enumerated() {
          let id = CredentialSpecID(cluster: host.id.cluster, delivery: listing.delivery, name: copy.name)
          guard let entry = resolver.credentialSpecIndex[CredentialSpecKey(id)] else { continue }
          // One name in two spellings cannot lie on one Windows host; a hand-made inventory may say so: first wins.
          if held[entry].last?.host == Int32(index) { continue }
          let supply = Supply(of: copy, against: entries[entry].reference)
          held[entry].append(HeldCopy(host: Int32(index), copy: Int32(place), supply: supply))
        }
      }
    }
    return held
  }
}

extension Supply {
  /// What a copy on a host is worth against the reference.
  init(of copy: HostCopy, against reference: CredentialSpecContents?) {
    guard let contents = copy.contents, let reference else {
      self = .present
      return
    }
    self.init(of: contents, against: reference)
  }

  /// What contents are worth against the reference.
  init(of contents: CredentialSpecContents, against reference: CredentialSpecContents) {
    if contents == reference {
      self = .current
    } else {
      self = contents.namesAnotherIdentity(than: reference) ? .staleIdentity : .stale
    }
  }
}

extension SnapshotStructure {
  /// The listing of a host for a delivery; nil where there is none.
  func listing(host: Int, delivery: Delivery) -> HostListing? {
    switch delivery {
    case .hostFile: fileListings[host]
    case .hostRegistry: registryListings[host]
    default: nil
    }
  }

  /// The copy itself.
  func hostCopy(_ held: HeldCopy, delivery: Delivery) -> HostCopy? {
    guard let listing = listing(host: Int(held.host), delivery: delivery) else { return nil }
    return listing.copies.indices.contains(Int(held.copy)) ? listing.copies[Int(held.copy)] : nil
  }
}
