// What a replica's own words say of the contents that lie at its host.

/// Judges supply from what replicas were handed, one answer for each distinct hand-over of a service.
struct ReplicaSupply {
  let structure: SnapshotStructure

  /// What a replica holds of a credential spec that its service refers to now in `slots`; none: in any. The worst of
  /// the slots counts: a pod whose init container was handed nothing is not fully served.
  ///
  /// Nil where its words decide nothing, as for files: the host's listing does.
  func supply(
    of replica: Replica, credentialSpec index: Int, slots: [CredentialSpecReference.Slot]
  ) -> Supply? {
    let entry = structure.credentialSpecs[index]
    if entry.id.delivery.isOnHosts { return hostSupply(of: replica) }
    if slots.isEmpty { return supply(of: replica, entry: entry, slot: nil) }
    return slots.map { supply(of: replica, entry: entry, slot: $0) }.reduce(.current) { $0.joined(with: $1) }
  }

  private func supply(
    of replica: Replica, entry: CredentialSpecEntry, slot: CredentialSpecReference.Slot?
  ) -> Supply {
    guard let handed = handed(replica, slot: slot, entry: entry) else { return .absent }
    return supply(of: handed, entry: entry)
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
    guard let reference = entry.reference else { return isSame ? .present : .stale }
    return Supply(of: contents, against: reference)
  }
}

extension Supply {
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
