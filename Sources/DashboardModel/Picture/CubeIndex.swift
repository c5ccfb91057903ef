// The cube's axes as numbers: which hosts are columns, which services are rows, who refers to what.

/// The axes of the cube and the references between them, derived once a structure.
struct CubeIndex: Sendable {
  /// Columns of the host faces, as indices into the structure's hosts.
  let hosts: [Int]
  /// For each host of the structure its column; -1 for hosts that are not shown.
  let columnOfHost: [Int32]
  /// Rows of the service faces, as indices into the structure's services.
  let services: [Int]
  /// For each service of the structure its row; -1 for services that are not shown.
  let rowOfService: [Int32]
  /// For each shown service its references as credential spec indices, in the template's order.
  let references: [[ServiceReference]]
  /// For each credential spec the rows of the services that refer to it.
  let referrers: [[Int]]
  /// For each shown service whether each shown host may run it: 0 no, 1 yes, 2 not known.
  let eligibility: EligibilityTable
  /// For each credential spec the rows of services that were handed it and refer to none any more.
  let formerReferrers: [[Int]]
  /// The clusters whose workloads were all read.
  let toldClusters: Set<ClusterName>
  /// Which credential specs the services of each account refer to.
  let accountReferences: AccountReferences
  /// What the admission webhooks do, as far as their configurations tell.
  let admission: AdmissionTable
  /// The lists that some service would need to be judged by and that were not read.
  let gaps: JudgementGaps
  /// The accounts of workloads that run the gMSA webhook's image, behind a Service or not.
  let webhookAccounts: Set<ServiceAccount>
  /// Events about pods that carry a known fault, the latest a pod.
  let podEvents: [PodKey: PodEvent]
  /// The hosts whose Windows build lacks what gMSAs need, by column.
  let oldBuilds: [OldBuild.Column]
  private let columnsOfCluster: [ClusterName: Range<Int>]
  private let files: ListingColumns
  private let registry: ListingColumns

  /// What listings of one delivery say of each host column before any copy is looked at.
  struct ListingColumns: Sendable {
    /// `absent` where a listing is complete, else `unknown`.
    private let withoutCopy: [Supply]
    private let withoutCopyInSubfolders: [Supply]
    /// When the host was listed, in milliseconds; nil without a listing or a time.
    let listedAt: [Int64?]

    init(_ listings: [HostListing?], hosts: [Int]) {
      withoutCopy = hosts.map { listings[$0]?.isComplete == true ? .absent : .unknown }
      withoutCopyInSubfolders = hosts.map { listings[$0]?.tellsSubfolders == true ? .absent : .unknown }
      listedAt = hosts.map { listings[$0]?.listedAt?.milliseconds }
    }

    /// What it means for each host column that no copy of a name is listed.
    func supplyWithoutCopy(of name: String) -> [Supply] {
      HostListing.isInSubfolder(name) ? withoutCopyInSubfolders : withoutCopy
    }
  }

  struct ServiceReference: Hashable, Sendable {
    let slot: CredentialSpecReference.Slot
    let credentialSpec: Int
  }

  init(snapshot: Snapshot, includesLinux: Bool) {
    let structure = snapshot.structure
    hosts = structure.hosts.indices.filter { includesLinux || structure.hosts[$0].mayRunWindows }
    services = Self.shownServices(of: snapshot)
    columnOfHost = Self.inverse(hosts, count: structure.hosts.count)
    rowOfService = Self.inverse(services, count: structure.services.count)
    references = services.map { index in
      structure.services[index].template.references.compactMap { reference in
        structure.index(of: reference.credentialSpec).map {
          ServiceReference(slot: reference.slot, credentialSpec: $0)
        }
      }
    }
    referrers = Self.invert(references, count: structure.credentialSpecs.count)
    formerReferrers = Self.formerReferrers(
      services: services, references: references, snapshot: snapshot)
    eligibility = EligibilityTable(
      hosts: hosts.map { structure.hosts[$0] },
      terms: services.map { index in
        (structure.services[index].id.cluster, structure.services[index].template.scheduling)
      })
    toldClusters = Set(
      structure.clusters.filter { structure.coverage.includes(.services, in: $0) })
    accountReferences = AccountReferences(structure)
    admission = AdmissionTable(structure)
    gaps = JudgementGaps(structure, admission)
    webhookAccounts = Set(structure.services.compactMap(\.webhookAccount))
    podEvents = PodEvent.latest(among: structure.rest.events)
    oldBuilds = hosts.enumerated().compactMap { column, host in
      OldBuild.Column(column, of: structure.hosts[host])
    }
    columnsOfCluster = Self.columnsOfCluster(hosts.map { structure.hosts[$0].id.cluster })
    files = ListingColumns(structure.fileListings, hosts: hosts)
    registry = ListingColumns(structure.registryListings, hosts: hosts)
  }

  /// The host columns of a cluster; hosts are sorted by cluster, so that they stand together.
  func columns(of cluster: ClusterName) -> Range<Int> { columnsOfCluster[cluster] ?? 0..<0 }

  /// The listings of a delivery on hosts.
  func listings(_ delivery: Delivery) -> ListingColumns { delivery == .hostRegistry ? registry : files }

  private static func columnsOfCluster(_ clusters: [ClusterName]) -> [ClusterName: Range<Int>] {
    var ranges: [ClusterName: Range<Int>] = [:]
    for (column, cluster) in clusters.enumerated() {
      ranges[cluster] = (ranges[cluster]?.lowerBound ?? column)..<column + 1
    }
    return ranges
  }

  /// Services that ask for a credential spec, now or in a way that is ignored, were handed one, distribute them, or hold
  /// a grant by name.
  private static func shownServices(of snapshot: Snapshot) -> [Int] {
    snapshot.structure.services.indices.filter { index in
      let service = snapshot.structure.services[index]
      if !service.template.references.isEmpty { return true }
      if service.template.mountedCredentialSpecFolder != nil { return true }
      if service.template.alphaAnnotations != nil { return true }
      if snapshot.replicas[index].replicas.contains(where: { !$0.replica.handed.isEmpty }) { return true }
      return snapshot.structure.grants.hasNamedGrant(service)
    }
  }

  private static func inverse(_ chosen: [Int], count: Int) -> [Int32] {
    var places = [Int32](repeating: -1, count: count)
    for (place, index) in chosen.enumerated() { places[index] = Int32(place) }
    return places
  }

  private static func invert(_ references: [[ServiceReference]], count: Int) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: count)
    for (row, list) in references.enumerated() {
      for reference in list where rows[reference.credentialSpec].last != row {
        rows[reference.credentialSpec].append(row)
      }
    }
    return rows
  }

  /// A service that refers to none any more: what its replicas still hold counts for what they were handed.
  private static func formerReferrers(
    services: [Int], references: [[ServiceReference]], snapshot: Snapshot
  ) -> [[Int]] {
    var rows = [[Int]](repeating: [], count: snapshot.structure.credentialSpecs.count)
    for (row, service) in services.enumerated() where references[row].isEmpty {
      var seen: Set<Int> = []
      for placed in snapshot.replicas[service].replicas {
        for handed in placed.replica.handed {
          guard let index = snapshot.structure.index(of: handed.credentialSpec) else { continue }
          if seen.insert(index).inserted { rows[index].append(row) }
        }
      }
    }
    return rows
  }
}

extension Host {
  /// Whether it can run Windows containers for all that is known.
  public var mayRunWindows: Bool { operatingSystem == nil || operatingSystem == .windows }
}

extension GrantTable {
  /// Whether a service's account may use some credential spec by its name.
  func hasNamedGrant(_ service: Service) -> Bool {
    guard let account = service.template.serviceAccount else { return false }
    return !allowedNames(
      cluster: service.id.cluster, namespace: service.id.namespace, account: account
    ).names.isEmpty
  }
}
