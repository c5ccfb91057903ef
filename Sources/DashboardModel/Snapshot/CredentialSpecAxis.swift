// Which credential specs there are: those that exist, are referred to, were handed over, or lie on a host.

/// Builds the credential spec axis of a snapshot.
struct CredentialSpecAxis {
  let join: FactJoin
  let buckets: [ReplicaBucket]
  private let references: [ReferenceCopy]

  init(join: FactJoin, buckets: [ReplicaBucket], references: [ReferenceCopy]) {
    self.join = join
    self.buckets = buckets
    self.references = references
  }

  /// The entries, members of an account group together.
  func entries() -> [CredentialSpecEntry] {
    var drafts: [CredentialSpecKey: CredentialSpecDraft] = [:]
    collectObjects(&drafts)
    collectReferences(&drafts)
    collectHanded(&drafts)
    collectCopies(&drafts)
    let entries = drafts.values.map(entry)
    return sorted(entries)
  }

  private func collectObjects(_ drafts: inout [CredentialSpecKey: CredentialSpecDraft]) {
    for object in join.facts.credentialSpecs {
      let key = CredentialSpecKey(object.id)
      if let known = drafts[key]?.object,
        (known.updatedAt ?? .distantPast) > (object.updatedAt ?? .distantPast)
      {
        continue
      }
      drafts[key, default: CredentialSpecDraft(id: object.id)].object = object
    }
  }

  private func collectReferences(_ drafts: inout [CredentialSpecKey: CredentialSpecDraft]) {
    // Sorted, so that of two spellings of one file name the same is shown each time.
    for service in join.services.values.sorted(by: { $0.id < $1.id }) {
      for reference in service.template.references {
        let id = reference.credentialSpec
        drafts[CredentialSpecKey(id), default: CredentialSpecDraft(id: id)].refer(reference)
      }
    }
  }

  private func collectHanded(_ drafts: inout [CredentialSpecKey: CredentialSpecDraft]) {
    for bucket in buckets {
      // Replicas of a service share their arrays; the same one need not be looked at 150 times.
      var last: [HandedIdentity] = []
      for placed in bucket.replicas where placed.replica.handed != last {
        last = placed.replica.handed
        for handed in last {
          let id = handed.credentialSpec
          drafts[CredentialSpecKey(id), default: CredentialSpecDraft(id: id)]
            .hand(handed.contents, since: placed.replica.since ?? .distantPast)
        }
      }
    }
  }

  private func collectCopies(_ drafts: inout [CredentialSpecKey: CredentialSpecDraft]) {
    for (host, listing) in join.fileListings { collect(listing, on: host, .hostFile, &drafts) }
    for (host, listing) in join.registryListings { collect(listing, on: host, .hostRegistry, &drafts) }
  }

  private func collect(
    _ listing: HostListing, on host: HostID, _ delivery: Delivery,
    _ drafts: inout [CredentialSpecKey: CredentialSpecDraft]
  ) {
    for copy in listing.copies {
      let id = CredentialSpecID(cluster: host.cluster, delivery: delivery, name: copy.name)
      let isReference = references.contains { $0.names(id, on: host) }
      drafts[CredentialSpecKey(id), default: CredentialSpecDraft(id: id, isNamedByListingAlone: true)]
        .hold(copy, id, on: host, isReference: isReference)
    }
  }

  private func entry(_ draft: CredentialSpecDraft) -> CredentialSpecEntry {
    let reference = draft.reference
    let account = (reference ?? draft.handedContents)?.groupManagedServiceAccount
    return CredentialSpecEntry(
      id: draft.id, object: draft.object, existence: existence(of: draft), reference: reference,
      referenceHost: draft.namedReferenceHost,
      account: account, flaws: draft.flaws)
  }

  private func existence(of draft: CredentialSpecDraft) -> CredentialSpecEntry.Existence {
    switch draft.id.delivery {
    case .inline, .image: return .exists
    case .customResource: return existence(of: draft, listedAs: .customResources)
    case .swarmConfig: return existence(of: draft, listedAs: .configs)
    case .hostFile, .hostRegistry:
      if draft.isOnSomeHost { return .exists }
      guard join.coverage.includes(.hosts, in: draft.id.cluster) else {
        return .unknown(join.coverage.reasonForGap(.hosts, in: draft.id.cluster))
      }
      let untold = hostsWithoutListing(draft.id)
      if untold == 0 { return .absent }
      return .unknown("no inventory tells what lies on \(untold) \(untold == 1 ? "host" : "hosts")")
    }
  }

  private func existence(of draft: CredentialSpecDraft, listedAs kind: FactKind)
    -> CredentialSpecEntry.Existence
  {
    if draft.object != nil { return .exists }
    return join.coverage.includes(kind, in: draft.id.cluster)
      ? .absent : .unknown(join.coverage.reasonForGap(kind, in: draft.id.cluster))
  }

  private func hostsWithoutListing(_ id: CredentialSpecID) -> Int {
    let listings = id.delivery == .hostRegistry ? join.registryListings : join.fileListings
    return join.hosts.values.count { host in
      host.id.cluster == id.cluster && host.operatingSystem != .linux
        && listings[host.id]?.isComplete(for: id.name) != true
    }
  }

  private func sorted(_ entries: [CredentialSpecEntry]) -> [CredentialSpecEntry] {
    func group(_ entry: CredentialSpecEntry) -> String { entry.account?.text ?? entry.id.name }
    return entries.sorted { left, right in
      let (a, b) = (group(left), group(right))
      return a == b ? left.id < right.id : NaturalOrder.precedes(a, b)
    }
  }
}
