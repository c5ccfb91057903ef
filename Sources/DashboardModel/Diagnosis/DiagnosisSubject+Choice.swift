// Whom a cell's chain is about, where the cell stands for several: the worst of them.

extension DiagnosisSubject {
  /// The service, credential spec and host that a cell's chain is about.
  init(row: Int, column: Int, of face: Face, in picture: Picture) {
    self.init()
    switch face {
    case .credentialSpecByHost:
      (credentialSpec, host) = (row, column)
      service = Self.worstService(of: row, at: column, in: picture)
    case .serviceByHost:
      (service, host) = (row, column)
      credentialSpec = picture.credentialSpecs(ofService: row).min {
        picture.credentialSpecByHost[$0, column].state < picture.credentialSpecByHost[$1, column].state
      }
    case .serviceByCredentialSpec:
      (service, credentialSpec) = (row, column)
      host = ServiceByHost(snapshot: picture.snapshot, index: picture.index).columns(row).min {
        picture.credentialSpecByHost[column, $0].state < picture.credentialSpecByHost[column, $1].state
      }
    }
  }

  /// A service with a failing replica there, else with any replica there, else one that may run there.
  private static func worstService(of credentialSpec: Int, at column: Int, in picture: Picture) -> Int? {
    let host = picture.index.hosts[column]
    let rows = picture.services(referringTo: credentialSpec) + picture.index.formerReferrers[credentialSpec]
    let states = rows.map { row in
      (row: row, states: picture.unfinishedReplicas(ofService: row, atHost: host).map(\.state))
    }
    return states.first { $0.states.contains(.failing) }?.row ?? states.first { !$0.states.isEmpty }?.row
      ?? rows.first { row in
        let service = picture.service(row)
        return service.id.cluster == picture.host(column).id.cluster
          && service.template.scheduling.eligibility(of: picture.host(column)) == .eligible
      }
  }
}
