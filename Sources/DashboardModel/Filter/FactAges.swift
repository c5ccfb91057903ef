// How old the oldest fact behind a cell is, as sets of rows and columns.

/// The ages of the facts behind the cells of a face.
///
/// Behind every cell stands what the feeds say of its cluster: the observation that lies longest ago counts, since
/// nobody knows which of several feeds a fact came from. Behind a cell of a credential spec that lies on hosts as a file
/// or registry value stands the host's listing too. A cluster or listing that bears no time makes the age of its cells
/// unknown. A host without a listing adds no fact; its cells are unverified, not old.
struct FactAges {
  private let rowUses: [Int]
  private let observed: [Age]
  private let files: [Age?]
  private let registry: [Age?]
  private let faceHasHosts: Bool

  private enum Age {
    case known(Duration)
    case unknown

    func joined(_ other: Age?) -> Age {
      guard let other else { return self }
      if case .known(let mine) = self, case .known(let its) = other { return .known(max(mine, its)) }
      return .unknown
    }
  }

  /// What the cells of a row rest on beside the cluster: bit 0 file listings, bit 1 registry listings.
  private static let usesFiles = 1
  private static let usesRegistry = 2

  init(picture: Picture, face: Face, feeds: [FeedReport], now: Timestamp) {
    faceHasHosts = face.columnAxis == .host
    var oldest: [ClusterName: Timestamp] = [:]
    for feed in feeds {
      guard let at = feed.observedAt else { continue }
      for cluster in feed.clusters { oldest[cluster] = min(oldest[cluster] ?? at, at) }
    }
    let axis = face.columnAxis
    observed = (0..<picture.count(axis)).map { place in
      let at = picture.subject(place, on: axis).flatMap { oldest[$0.cluster] }
      return at.map { .known(now.since($0)) } ?? .unknown
    }
    let structure = picture.snapshot.structure
    func age(_ listing: HostListing?) -> Age? {
      guard let listing else { return nil }
      return listing.listedAt.map { .known(now.since($0)) } ?? .unknown
    }
    files = picture.index.hosts.map { age(structure.fileListings[$0]) }
    registry = picture.index.hosts.map { age(structure.registryListings[$0]) }
    rowUses = (0..<picture.count(face.rowAxis)).map { Self.uses($0, face, picture) }
  }

  private static func uses(_ row: Int, _ face: Face, _ picture: Picture) -> Int {
    let places: [Int]
    switch face {
    case .credentialSpecByHost: places = [row]
    case .serviceByHost: places = picture.credentialSpecs(ofService: row)
    case .serviceByCredentialSpec: return 0
    }
    return places.reduce(0) { uses, place in
      switch picture.credentialSpec(place).id.delivery {
      case .hostFile: uses | usesFiles
      case .hostRegistry: uses | usesRegistry
      default: uses
      }
    }
  }

  /// Cells whose age is known and satisfies a condition, or (`isWanted` false) is known and does not.
  func plan(_ isWanted: Bool, _ sets: inout FilterSets, where holds: (Duration) -> Bool) -> FilterPlan {
    plan(&sets) { age in
      if case .known(let length) = age { holds(length) == isWanted } else { false }
    }
  }

  /// Cells whose age is not known, or is.
  func planUnknown(_ isWanted: Bool, _ sets: inout FilterSets) -> FilterPlan {
    plan(&sets) { age in
      if case .unknown = age { isWanted } else { !isWanted }
    }
  }

  /// Rows fall into four sorts by what they rest on; for each sort a set of columns decides.
  private func plan(_ sets: inout FilterSets, where holds: (Age) -> Bool) -> FilterPlan {
    var sorts: [FilterPlan] = []
    for sort in 0...3 where rowUses.contains(sort) {
      let columns = observed.indices.map { column -> Bool in
        var age = observed[column]
        if faceHasHosts, sort & Self.usesFiles != 0 { age = age.joined(files[column]) }
        if faceHasHosts, sort & Self.usesRegistry != 0 { age = age.joined(registry[column]) }
        return holds(age)
      }
      let rows = sets.rows(rowUses.map { $0 == sort })
      sorts.append(sets.join([rows, sets.columns(columns)], isAll: true))
    }
    return sets.join([.cells(.concerned), sets.join(sorts, isAll: false)], isAll: true)
  }
}
