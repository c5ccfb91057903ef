// A host: what it is, what lies on it, what runs there.

import DashboardModel

extension ObjectSheet {
  /// The lines of the host at a place of its axis.
  func host(_ place: Int) -> [PageLine] {
    let host = picture.host(place)
    var lines = machine(host)
    lines += cells(
      "Credspecs", row(of: .credentialSpecByHost, column: place),
      target: { .cell(.credentialSpecByHost, row: $0, column: .host(host.id)) })
    lines += cells(
      "Services", row(of: .serviceByHost, column: place),
      target: { .cell(.serviceByHost, row: $0, column: .host(host.id)) })
    lines += listings(host)
    return lines + raw(host)
  }

  private func machine(_ host: Host) -> [PageLine] {
    let facts: [(String, String?)] = [
      (
        "system",
        [host.operatingSystem?.rawValue, host.architecture].compactMap { $0 }.joined(separator: " ")
      ),
      ("build", host.windowsBuild), ("runtime", host.runtime), ("role", host.role), ("address", host.address),
      ("domain", host.joinedDomain),
      ("ready", host.isReady.map { $0 ? "yes" : "no" }),
      ("takes replicas", host.acceptsReplicas ? "yes" : "no: \(host.closedBecause ?? "it is closed")"),
      ("taints", host.taints.map(\.text).joined(separator: ", ")),
    ]
    var lines: [PageLine] = facts.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : PageLine.fact(name, $0, labelColumns: 16) }
    }
    if !host.isFromNodeList {
      lines.append(
        .fact(
          "known by", [PageSpan("an inventory alone: no node list names it", .state(.unverified))],
          labelColumns: 16))
    }
    for (name, value) in host.labels.sorted(by: { $0.key < $1.key }) {
      lines.append(.fact("label", value.isEmpty ? name : "\(name)=\(value)", labelColumns: 16))
    }
    return lines
  }

  private func listings(_ host: Host) -> [PageLine] {
    let structure = picture.snapshot.structure
    guard let place = structure.index(of: host.id) else { return [] }
    let listings = [structure.fileListings[place], structure.registryListings[place]].compactMap { $0 }
    if listings.isEmpty {
      return [.space, .heading("Inventory: none; what lies here cannot be seen from the orchestrator")]
    }
    return listings.flatMap { listing -> [PageLine] in
      let age = listing.listedAt.map { ", \(self.age($0))" } ?? ""
      return [.space, .heading("Inventory of its \(listing.delivery.word) copies\(age)")]
        + listing.copies.sorted { NaturalOrder.precedes($0.name, $1.name) }.map { copy in
          var spans = [PageSpan(copy.name)]
          if copy.contents == nil { spans.append(.dim("  contents not read")) }
          if let modified = copy.modifiedAt {
            spans.append(.dim("  \(AgeText.text(from: modified, to: state.now))"))
          }
          return PageLine(spans, indent: 1)
        }
    }
  }
}
