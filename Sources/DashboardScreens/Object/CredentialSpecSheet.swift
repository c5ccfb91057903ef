// A credential spec: what it names, where it is, who asks for it, who may use it.

import DashboardModel

extension ObjectSheet {
  /// The lines of the credential spec at a place of its axis.
  func credentialSpec(_ place: Int) -> [PageLine] {
    let entry = picture.credentialSpec(place)
    var lines = identity(entry)
    lines += cells(
      "On hosts", column(of: .credentialSpecByHost, row: place),
      target: { .cell(.credentialSpecByHost, row: .credentialSpec(entry.id), column: $0) })
    lines += cells(
      "Asked for by", referrers(of: place),
      target: { .cell(.serviceByCredentialSpec, row: $0, column: .credentialSpec(entry.id)) })
    lines += rollbacks(to: entry.id)
    lines += grants(of: entry)
    if let object = entry.object { lines += raw(object) }
    return lines
  }

  private func identity(_ entry: CredentialSpecEntry) -> [PageLine] {
    var lines: [PageLine] = [.fact("delivery", entry.id.delivery.word)]
    if let account = entry.account { lines.append(.fact("account", account.text)) }
    switch entry.existence {
    case .exists: break
    case .absent:
      lines.append(.fact("exists", [PageSpan("no: the whole list of its kind lacks it", .state(.dangling))]))
    case .unknown(let reason):
      lines.append(.fact("exists", [PageSpan("unknown: \(reason)", .state(.unverified))]))
    }
    if let created = entry.object?.createdAt { lines.append(.fact("created", age(created))) }
    if let updated = entry.object?.updatedAt { lines.append(.fact("updated", age(updated))) }
    if let contents = entry.reference {
      for (name, value) in [("domain SID", contents.domainSID), ("domain GUID", contents.domainGUID)] {
        if let value { lines.append(.fact(name, value)) }
      }
    }
    if let host = entry.referenceHost { lines.append(.fact("reference", "the copy on \(host)")) }
    return lines
  }

  /// The cells of a row of a face with the subjects of its columns.
  func column(of face: Face, row: Int) -> [(subject: Subject, cell: DashboardModel.Cell)] {
    let matrix = picture.matrix(face)
    return (0..<matrix.columns).compactMap { column in
      picture.subject(column: column, of: face).map { ($0, matrix[row, column]) }
    }
  }

  /// The cells of a column of a face with the subjects of its rows.
  func row(of face: Face, column: Int) -> [(subject: Subject, cell: DashboardModel.Cell)] {
    let matrix = picture.matrix(face)
    return (0..<matrix.rows).compactMap { row in
      picture.subject(row: row, of: face).map { ($0, matrix[row, column]) }
    }
  }

  private func referrers(of place: Int) -> [(subject: Subject, cell: DashboardModel.Cell)] {
    picture.services(referringTo: place).compactMap { row in
      picture.subject(row, on: .service).map { ($0, picture.serviceByCredentialSpec[row, place]) }
    }
  }

  /// Services that refer to it only in what a rollback would bring back: docker lets it be removed all the same.
  private func rollbacks(to id: CredentialSpecID) -> [PageLine] {
    let services = picture.rollbackReferrers[id] ?? []
    if services.isEmpty { return [] }
    return [.space, .heading("Brought back by a rollback of")]
      + services.map {
        PageLine([PageSpan($0.qualifiedName)], indent: 1, target: .object(.subject(.service($0))))
      }
  }

  private func grants(of entry: CredentialSpecEntry) -> [PageLine] {
    guard entry.id.delivery == .customResource else { return [] }
    let bound = picture.snapshot.structure.grants.boundGrants.filter {
      $0.cluster == entry.id.cluster && $0.grant.includes(entry.id.name)
    }
    let held = bound.compactMap { grant in grant.holder.map { (holder: $0, bound: grant) } }
    if held.isEmpty { return [.space, .heading("May be used by: nobody, as far as was read")] }
    return [.space, .heading("May be used by")]
      + held.map { held in
        PageLine(
          [PageSpan(held.holder.words), .dim(" by "), PageSpan(held.bound.grant.words)], indent: 1,
          target: .object(.grant(cluster: held.bound.cluster, name: held.bound.grant.binding)))
      }
  }
}

extension GrantHolder {
  /// Whom it is, as an operator says it.
  var words: String {
    switch self {
    case .account(let namespace, let name): "service account \(namespace)/\(name)"
    case .accounts(let namespace): "every service account of \(namespace)"
    case .everyAccount: "every service account of the cluster"
    }
  }
}
