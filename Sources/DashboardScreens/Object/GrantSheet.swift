// A grant: a binding, the role behind it, and whom it reaches.

import DashboardModel

extension ObjectSheet {
  /// The lines of a binding, by its name.
  func grant(_ name: String, in cluster: ClusterName) -> [PageLine] {
    let bound = picture.snapshot.structure.grants.boundGrants.filter {
      $0.cluster == cluster && $0.grant.binding == name
    }
    guard let first = bound.first else { return [] }
    var lines: [PageLine] = [.fact("binding", name), .fact("role", first.grant.role)]
    let names = first.grant.names
    lines.append(
      .fact("may use", names.map { $0.sorted().joined(separator: ", ") } ?? "every credspec of the cluster"))
    lines += [.space, .heading("Whom it reaches")]
    lines += bound.map { PageLine([PageSpan($0.words)], indent: 1) }
    lines += services(reachedBy: bound, in: cluster)
    return lines
  }

  private func services(reachedBy bound: [BoundGrant], in cluster: ClusterName) -> [PageLine] {
    let reached = (0..<picture.count(.service)).map(picture.service).filter { service in
      service.id.cluster == cluster && bound.contains { $0.holder?.reaches(service) == true }
    }
    let shown = reached.filter { !$0.template.references.isEmpty }
    return [
      .space,
      .heading(
        "Services that it reaches: \(NumberText.grouped(reached.count)), \(NumberText.grouped(shown.count)) with a credspec"
      ),
    ]
      + shown.map {
        PageLine([PageSpan($0.id.qualifiedName)], indent: 1, target: .object(.subject(.service($0.id))))
      }
  }
}

extension BoundGrant {
  /// Whom it reaches; of a subject that the webhook never asks for, that it reaches nobody.
  fileprivate var words: String {
    let subject = grant.subject
    return holder?.words ?? "\(subject.kind.lowercased()) \(subject.name): nobody whom the webhook asks for"
  }
}

extension GrantHolder {
  /// Whether it is the service's account, or a group that the account is in.
  fileprivate func reaches(_ service: Service) -> Bool {
    let account = service.template.serviceAccount ?? "default"
    switch self {
    case .account(let namespace, let name): return namespace == service.id.namespace && name == account
    case .accounts(let namespace): return namespace == service.id.namespace
    case .everyAccount: return !service.id.namespace.isEmpty
    }
  }
}
