// What a replica's own words say of the contents that lie at its host.

/// Judges supply from what replicas were handed, one answer for each distinct hand-over of a service.
struct ReplicaSupply {
  let structure: SnapshotStructure

  /// What a replica holds of a credential spec that its service refers to now in `slot`; `slot` nil: in any.
  ///
  /// Nil where its words decide nothing, as for files: the host's listing does.
  func supply(
    of replica: Replica, credentialSpec index: Int, slot: CredentialSpecReference.Slot?
  ) -> Supply? {
    let entry = structure.credentialSpecs[index]
    if entry.id.delivery.isOnHosts { return hostSupply(of: replica) }
    guard let handed = handed(replica, slot: slot, entry: entry) else { return .absent }
    return supply(of: handed, entry: entry, state: replica.state)
  }

  /// A running replica could not have started without the file; a failing one may say that it is not there.
  private func hostSupply(of replica: Replica) -> Supply? {
    switch replica.state {
    case .running: return .present
    case .failing:
      let text = replica.trouble?.message ?? ""
      return KnownErrorTexts.sayCredentialSpecIsAbsent(text) ? .absent : nil
    case .starting, .finished: return nil
    }
  }

  /// The same slot; else the same credential spec; else what the replica has at all.
  private func handed(
    _ replica: Replica, slot: CredentialSpecReference.Slot?, entry: CredentialSpecEntry
  ) -> HandedIdentity? {
    if let slot, let same = replica.handed.first(where: { $0.slot == slot }) { return same }
    return replica.handed.first { $0.credentialSpec == entry.id }
      ?? (replica.handed.count == 1 ? replica.handed.first : nil)
  }

  private func supply(of handed: HandedIdentity, entry: CredentialSpecEntry, state: ReplicaState) -> Supply {
    switch handed.contents {
    case .withheld: return .absent
    case .given(let contents): return compare(contents, with: entry)
    case .notVisible: break
    }
    // Configs never change: the same config is the same contents.
    if handed.credentialSpec == entry.id { return entry.object?.isTemplated == true ? .present : .current }
    let known = structure.index(of: handed.credentialSpec).flatMap { structure.credentialSpecs[$0].reference }
    return known.map { compare($0, with: entry) } ?? .stale
  }

  private func compare(_ contents: CredentialSpecContents, with entry: CredentialSpecEntry) -> Supply {
    guard let reference = entry.reference else { return .present }
    if contents == reference { return .current }
    return contents.namesAnotherIdentity(than: reference) ? .staleIdentity : .stale
  }
}

/// Judges supply from what a host's listing shows.
struct ListingSupply {
  let structure: SnapshotStructure

  /// The listing of a host for a delivery; nil where there is none.
  func listing(host: Int, delivery: Delivery) -> HostListing? {
    switch delivery {
    case .hostFile: structure.fileListings[host]
    case .hostRegistry: structure.registryListings[host]
    default: nil
    }
  }

  /// The copy of a credential spec in a listing. Windows compares the names without case.
  func copy(of entry: CredentialSpecEntry, in listing: HostListing) -> HostCopy? {
    let wanted = entry.id.name
    return listing.copies.first { $0.name == wanted }
      ?? listing.copies.first { $0.name.lowercased() == wanted.lowercased() }
  }

  /// What a copy is worth against the reference.
  func supply(of copy: HostCopy, entry: CredentialSpecEntry) -> Supply {
    guard let contents = copy.contents, let reference = entry.reference else { return .present }
    if contents == reference { return .current }
    return contents.namesAnotherIdentity(than: reference) ? .staleIdentity : .stale
  }

  /// What the listing of a host says of a credential spec.
  func supply(of entry: CredentialSpecEntry, host: Int) -> Supply {
    guard let listing = listing(host: host, delivery: entry.id.delivery) else { return .unknown }
    if let copy = copy(of: entry, in: listing) { return supply(of: copy, entry: entry) }
    return listing.isComplete ? .absent : .unknown
  }

  /// What listing and replica say together: the later of the two is right where they contradict each other.
  func joined(_ listed: Supply, host: Int, delivery: Delivery, replica: Replica, words: Supply?) -> Supply {
    guard let words else { return listed }
    if listed == .unknown { return words }
    let listedAt = listing(host: host, delivery: delivery)?.listedAt
    let spokenAt = replica.trouble?.at ?? replica.since
    let isLater = listedAt.flatMap { listed in spokenAt.map { $0 > listed } } ?? false
    switch (listed, words) {
    case (.absent, .present): return isLater ? .present : .absent
    case (_, .absent): return isLater ? .absent : listed
    default: return listed
    }
  }
}
