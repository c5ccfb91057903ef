// Face 3: who asks for what, who is allowed to, and who is allowed without asking?

/// Fills rows of the third face: a service a row, a credential spec a column.
struct ServiceByCredentialSpec {
  let snapshot: Snapshot
  let index: CubeIndex

  /// The cells of a service's row, from the first face's rows of the credential specs that it refers to.
  func cells(_ service: Int, credentialSpecByHost: StateMatrix) -> [UInt8] {
    let structure = snapshot.structure
    var cells = [UInt8](repeating: Cell.blank.bits, count: structure.credentialSpecs.count)
    addOverGranted(service, &cells)
    for reference in index.references[service] {
      let cell = cell(service, reference, credentialSpecByHost)
      let known = Cell(bits: cells[reference.credentialSpec])
      if known.state > cell.state { cells[reference.credentialSpec] = cell.bits }
    }
    return cells
  }

  private func addOverGranted(_ service: Int, _ cells: inout [UInt8]) {
    let structure = snapshot.structure
    let subject = structure.services[index.services[service]]
    guard let account = subject.template.serviceAccount else { return }
    let allowed = structure.grants.allowedNames(
      cluster: subject.id.cluster, namespace: subject.id.namespace, account: account)
    if allowed.includesEverything {
      for column in cells.indices { addOverGranted(column, subject, &cells) }
      return
    }
    for name in allowed.names {
      let id = CredentialSpecID(cluster: subject.id.cluster, delivery: .customResource, name: name)
      if let column = structure.index(of: id) { addOverGranted(column, subject, &cells) }
    }
  }

  private func addOverGranted(_ column: Int, _ subject: Service, _ cells: inout [UInt8]) {
    let entry = snapshot.structure.credentialSpecs[column]
    guard entry.id.delivery == .customResource, entry.id.cluster == subject.id.cluster, entry.object != nil,
      !index.accountReferences.contains(entry.id.name, of: subject)
    else { return }
    cells[column] = Cell(.overGranted).bits
  }

  private func cell(
    _ service: Int, _ reference: CubeIndex.ServiceReference, _ first: StateMatrix
  ) -> Cell {
    let entry = snapshot.structure.credentialSpecs[reference.credentialSpec]
    let place = index.services[service]
    if snapshot.isAbsent(entry, forService: place), !isSeen(reference, first) { return Cell(.dangling) }
    let permission = snapshot.permission(ofService: place, toUse: entry.id)
    if case .notAllowed = permission { return Cell(.denied) }
    let worst =
      entry.id.delivery.isOnHosts
      ? worstOnHosts(service, reference, first) : worstOfReplicas(service, reference.credentialSpec)
    guard worst.state > .unverified else { return worst }
    let isTold =
      snapshot.tellsReplicas(ofService: place) && snapshot.templateGap(ofService: place) == nil
      && !isUncertain(entry, permission)
    return isTold ? worst : Cell(.unverified)
  }

  /// A replica may run with a file that came after the inventories were made.
  private func isSeen(_ reference: CubeIndex.ServiceReference, _ first: StateMatrix) -> Bool {
    guard snapshot.structure.credentialSpecs[reference.credentialSpec].id.delivery.isOnHosts else {
      return false
    }
    return first.rowCounts[reference.credentialSpec][.deployed] > 0
  }

  /// Files and registry values serve all replicas of a host alike.
  private func worstOnHosts(
    _ service: Int, _ reference: CubeIndex.ServiceReference, _ first: StateMatrix
  ) -> Cell {
    var worst = Cell(.inUse)
    for placement in snapshot.replicas[index.services[service]].placements {
      let column = Int(index.columnOfHost[Int(placement.host)])
      if column >= 0 { worst = worse(worst, first[reference.credentialSpec, column]) }
    }
    return worst
  }

  /// An orchestrator serves each replica for itself: those of another service on the same host say nothing of this one.
  private func worstOfReplicas(_ service: Int, _ credentialSpec: Int) -> Cell {
    let delivery = snapshot.structure.credentialSpecs[credentialSpec].id.delivery
    let slots = index.references[service].filter { $0.credentialSpec == credentialSpec }.map(\.slot)
    let judge = ReplicaSupply(structure: snapshot.structure)
    let bucket = snapshot.replicas[index.services[service]]
    var isSeen = [Bool](repeating: false, count: bucket.handOvers.count)
    for placement in bucket.placements where index.columnOfHost[Int(placement.host)] >= 0 {
      isSeen[Int(placement.handOver)] = true
    }
    var worst = Cell(.inUse)
    for (place, handed) in bucket.handOvers.enumerated() where isSeen[place] {
      let supply = judge.supply(of: handed, credentialSpec: credentialSpec, slots: slots)
      worst = worse(worst, Cell(demand: .running, supply: supply, delivery: delivery))
    }
    return worst
  }

  private func isUncertain(_ entry: CredentialSpecEntry, _ permission: Permission) -> Bool {
    if case .unknown = permission { return true }
    if case .unknown = entry.existence { return true }
    return false
  }

  /// What the first face says at a host where the service runs, in the words of the third.
  private func worse(_ worst: Cell, _ cell: Cell) -> Cell {
    let here: Cell
    switch cell.state {
    case .missing: here = Cell(.undelivered)
    case .stale: here = cell
    case .unverified: here = Cell(.unverified)
    default: here = Cell(.inUse, isNotCompared: cell.isNotCompared)
    }
    if here.state != worst.state { return here.state < worst.state ? here : worst }
    return Cell(
      worst.state, isNotCompared: worst.isNotCompared || here.isNotCompared,
      differsInIdentity: worst.differsInIdentity || here.differsInIdentity)
  }
}

/// Which credential specs the services of each account refer to.
struct AccountReferences: Sendable {
  private struct Account: Hashable {
    let cluster: ClusterName
    let namespace: String
    let name: String
  }

  private var names: [Account: Set<String>] = [:]

  init(_ structure: SnapshotStructure) {
    for service in structure.services {
      guard let name = service.template.serviceAccount else { continue }
      let account = Account(cluster: service.id.cluster, namespace: service.id.namespace, name: name)
      for reference in service.template.references where reference.credentialSpec.delivery == .customResource
      {
        names[account, default: []].insert(reference.credentialSpec.name)
      }
    }
  }

  func contains(_ credentialSpec: String, of service: Service) -> Bool {
    guard let name = service.template.serviceAccount else { return false }
    return names(cluster: service.id.cluster, namespace: service.id.namespace, account: name)
      .contains(credentialSpec)
  }

  /// The credential specs that the services of an account name.
  func names(cluster: ClusterName, namespace: String, account: String) -> Set<String> {
    names[Account(cluster: cluster, namespace: namespace, name: account)] ?? []
  }
}
