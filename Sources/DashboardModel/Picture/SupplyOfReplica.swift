// What a replica's own words say of the contents that lie at its host.

/// Judges supply from what replicas were handed by an orchestrator.
struct ReplicaSupply {
  let structure: SnapshotStructure

  /// What a replica with this hand-over holds of a credential spec that its service refers to now in `slots`; none: in
  /// any. The worst of the slots counts: a pod whose init container was handed nothing is not fully served.
  func supply(
    of handed: [HandedIdentity], credentialSpec index: Int, slots: [CredentialSpecReference.Slot]
  ) -> Supply {
    let entry = structure.credentialSpecs[index]
    if slots.isEmpty { return supply(of: handed, entry: entry, slot: nil) }
    return slots.map { supply(of: handed, entry: entry, slot: $0) }.reduce(.current) { $0.joined(with: $1) }
  }

  private func supply(
    of handed: [HandedIdentity], entry: CredentialSpecEntry, slot: CredentialSpecReference.Slot?
  ) -> Supply {
    guard let identity = identity(handed, slot: slot, entry: entry) else { return .absent }
    return supply(of: identity, entry: entry)
  }

  /// The same slot; else the same credential spec; else what the replica has at all.
  private func identity(
    _ handed: [HandedIdentity], slot: CredentialSpecReference.Slot?, entry: CredentialSpecEntry
  ) -> HandedIdentity? {
    if let slot, let same = handed.first(where: { $0.slot == slot }) { return same }
    return handed.first { $0.credentialSpec == entry.id } ?? (handed.count == 1 ? handed.first : nil)
  }

  private func supply(of handed: HandedIdentity, entry: CredentialSpecEntry) -> Supply {
    let isSame = handed.credentialSpec == entry.id
    switch handed.contents {
    case .withheld: return .absent
    case .given(let contents): return compare(contents, with: entry, isSame: isSame)
    case .notVisible: break
    }
    // Configs never change: the same config is the same contents.
    if isSame { return entry.object?.isTemplated == true ? .present : .current }
    let known = structure.index(of: handed.credentialSpec).flatMap { structure.credentialSpecs[$0].reference }
    return known.map { compare($0, with: entry, isSame: false) } ?? .stale
  }

  /// Where there is nothing to compare with the name decides: another credential spec than the service asks for now is
  /// an outdated one.
  private func compare(
    _ contents: CredentialSpecContents, with entry: CredentialSpecEntry, isSame: Bool
  ) -> Supply {
    if let reference = entry.reference { return Supply(of: contents, against: reference) }
    if !isSame { return .stale }
    // What the resource holds now was not read: the contents may be of any age.
    if entry.id.delivery == .customResource, case .unknown = entry.existence { return .unknown }
    return .present
  }
}

extension Supply {
  /// What a replica's state says of files and registry values at its host: a running one could not have started
  /// without, a failing one may say that it is not there. `unknown` where its words decide nothing.
  init(inWordsOf replica: Replica) {
    switch replica.state {
    case .running: self = .present
    case .failing:
      self = KnownErrorTexts.sayCredentialSpecIsAbsent(replica.trouble?.message ?? "") ? .absent : .unknown
    case .starting, .finished: self = .unknown
    }
  }

  /// What a listing and the replicas there say together: the later of the two is right where they contradict each other.
  func weighed(against words: Supply, isLater: Bool) -> Supply {
    switch (self, words) {
    case (.unknown, _): words
    case (.absent, .present): isLater ? .present : .absent
    case (_, .absent): isLater ? .absent : self
    default: self
    }
  }
}
