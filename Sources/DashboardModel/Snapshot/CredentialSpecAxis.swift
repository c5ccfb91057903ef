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

  private struct Draft {
    var id: CredentialSpecID
    var object: CredentialSpec?
    var isOnSomeHost = false
    var inlineContents: CredentialSpecContents?
    var handedContents: CredentialSpecContents?
    var handedSince: Timestamp = .distantPast
    var isNamedByListingAlone = false
    var copies: [CredentialSpecContents: Holding] = [:]
    var namedReference: CredentialSpecContents?
    var namedReferenceHost: String?

    /// Keeps what was handed over last; of two at one time the smaller text, so that order does not count.
    mutating func hand(_ contents: CredentialSpecContents, since: Timestamp) {
      if let known = handedContents {
        guard since > handedSince || (since == handedSince && contents.canonical < known.canonical) else {
          return
        }
      }
      handedContents = contents
      handedSince = since
    }
  }

  /// How often contents lie on hosts, and the newest of them: the tie-break when as many hosts hold one as the other.
  private struct Holding {
    var count = 0
    var newest: Timestamp = .distantPast
    var firstHost: String
  }

  /// The entries, members of an account group together.
  func entries() -> [CredentialSpecEntry] {
    var drafts: [CredentialSpecKey: Draft] = [:]
    collectObjects(&drafts)
    collectReferences(&drafts)
    collectHanded(&drafts)
    collectCopies(&drafts)
    let entries = drafts.values.map(entry)
    return sorted(entries)
  }

  private func collectObjects(_ drafts: inout [CredentialSpecKey: Draft]) {
    for object in join.facts.credentialSpecs {
      let key = CredentialSpecKey(object.id)
      if let known = drafts[key]?.object,
        (known.updatedAt ?? .distantPast) > (object.updatedAt ?? .distantPast)
      {
        continue
      }
      drafts[key, default: Draft(id: object.id)].object = object
    }
  }

  private func collectReferences(_ drafts: inout [CredentialSpecKey: Draft]) {
    // Sorted, so that of two spellings of one file name the same is shown each time.
    for service in join.services.values.sorted(by: { $0.id < $1.id }) {
      for reference in service.template.references {
        let key = CredentialSpecKey(reference.credentialSpec)
        var draft = drafts[key] ?? Draft(id: reference.credentialSpec)
        if reference.credentialSpec.delivery == .inline { draft.inlineContents = reference.contents }
        drafts[key] = draft
      }
    }
  }

  private func collectHanded(_ drafts: inout [CredentialSpecKey: Draft]) {
    for bucket in buckets {
      // Replicas of a service share their arrays; the same one need not be looked at 150 times.
      var last: [HandedIdentity] = []
      for placed in bucket.replicas where placed.replica.handed != last {
        last = placed.replica.handed
        for handed in last {
          let key = CredentialSpecKey(handed.credentialSpec)
          var draft = drafts[key] ?? Draft(id: handed.credentialSpec)
          if case .given(let contents) = handed.contents {
            draft.hand(contents, since: placed.replica.since ?? .distantPast)
          }
          drafts[key] = draft
        }
      }
    }
  }

  private func collectCopies(_ drafts: inout [CredentialSpecKey: Draft]) {
    for (host, listing) in join.fileListings { collect(listing, on: host, .hostFile, &drafts) }
    for (host, listing) in join.registryListings { collect(listing, on: host, .hostRegistry, &drafts) }
  }

  private func collect(
    _ listing: HostListing, on host: HostID, _ delivery: Delivery, _ drafts: inout [CredentialSpecKey: Draft]
  ) {
    for copy in listing.copies {
      let id = CredentialSpecID(cluster: host.cluster, delivery: delivery, name: copy.name)
      let key = CredentialSpecKey(id)
      var draft = drafts[key] ?? Draft(id: id, isNamedByListingAlone: true)
      // Hosts may spell one name differently and come in any order.
      if draft.isNamedByListingAlone, copy.name < draft.id.name { draft.id = id }
      draft.isOnSomeHost = true
      if let contents = copy.contents {
        var holding = draft.copies[contents] ?? Holding(firstHost: host.name)
        holding.count += 1
        holding.newest = max(holding.newest, copy.modifiedAt ?? .distantPast)
        holding.firstHost = min(holding.firstHost, host.name)
        draft.copies[contents] = holding
        if references.contains(where: { $0.names(id, on: host) }) {
          (draft.namedReference, draft.namedReferenceHost) = (contents, host.name)
        }
      }
      drafts[key] = draft
    }
  }

  private func entry(_ draft: Draft) -> CredentialSpecEntry {
    let reference = reference(of: draft)
    let account = (reference ?? draft.handedContents)?.groupManagedServiceAccount
    return CredentialSpecEntry(
      id: draft.id, object: draft.object, existence: existence(of: draft), reference: reference,
      referenceHost: draft.namedReferenceHost,
      account: account)
  }

  private func reference(of draft: Draft) -> CredentialSpecContents? {
    switch draft.id.delivery {
    case .customResource, .swarmConfig, .image:
      return draft.object?.isTemplated == true ? nil : draft.object?.contents
    case .inline: return draft.inlineContents ?? draft.handedContents
    case .hostFile, .hostRegistry:
      if let named = draft.namedReference { return named }
      return draft.copies.max { left, right in
        let (a, b) = (left.value, right.value)
        if a.count != b.count { return a.count < b.count }
        if a.newest != b.newest { return a.newest < b.newest }
        return a.firstHost > b.firstHost
      }?.key
    }
  }

  private func existence(of draft: Draft) -> CredentialSpecEntry.Existence {
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

  private func existence(of draft: Draft, listedAs kind: FactKind) -> CredentialSpecEntry.Existence {
    if draft.object != nil { return .exists }
    return join.coverage.includes(kind, in: draft.id.cluster)
      ? .absent : .unknown(join.coverage.reasonForGap(kind, in: draft.id.cluster))
  }

  private func hostsWithoutListing(_ id: CredentialSpecID) -> Int {
    let listings = id.delivery == .hostRegistry ? join.registryListings : join.fileListings
    return join.hosts.values.count { host in
      host.id.cluster == id.cluster && host.operatingSystem != .linux
        && listings[host.id]?.isComplete != true
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
