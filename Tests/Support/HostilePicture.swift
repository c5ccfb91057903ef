// Pictures whose every name is what somebody would write to break a report or a screen.

package import DashboardModel

/// A small picture of a seed: hosts, services and credential specs with names that steer, hide, reorder and
/// close tags.
package struct HostilePicture {
  package let picture: Picture

  private static let traps = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x\")", "@SUM(A1)",
    "a|b`c", "--><!--", "]]>", "\u{202E}gpj.exe", "\u{1B}[31mred\u{1B}[0m", "line\r\nbreak", "'\"&amp;",
    "日本語", "\\|", "@team #12",
  ]

  /// The picture of a seed.
  package init(seed: Int) {
    var random = SeededRandom(seed: seed)
    func name(_ place: String) -> String {
      let trap = Self.traps.randomElement(using: &random) ?? ""
      return "\(trap)\(GarbageText.make(upTo: 12, using: &random))\(place)"
    }
    let cluster = ClusterName(name("c"))
    var facts = Facts()
    let hostNames = (0..<4).map { name("h\($0)") }
    facts.hosts = hostNames.map { Host(id: HostID(cluster: cluster, name: $0), operatingSystem: .windows) }
    for index in 0..<5 {
      let id = CredentialSpecID(cluster: cluster, delivery: .hostFile, name: name("f\(index)"))
      var template = WorkloadTemplate()
      template.references = [CredentialSpecReference(slot: .whole, credentialSpec: id)]
      let service = ServiceID(
        cluster: cluster, namespace: name("n"), kind: .deployment, name: name("s\(index)"))
      facts.services.append(Service(id: service, template: template))
      facts.replicas.append(
        Replica(
          cluster: cluster, namespace: service.namespace, name: name("r"),
          owner: OwnerReference(kind: "Deployment", name: service.name), hostName: hostNames[index % 4],
          state: .failing, trouble: Trouble(reason: name("t"), message: name("m"), object: name("o"))))
    }
    facts.listings = hostNames.dropFirst().map {
      HostListing(hostName: $0, cluster: cluster, delivery: .hostFile, copies: [HostCopy(name: name("x"))])
    }
    facts.coverage = [FactKind.hosts, .services, .replicas].map {
      CoverageEntry(cluster: cluster, kind: $0, coverage: .everything)
    }
    picture = Picture(
      of: Snapshot(merging: [
        FeedSlice(
          feed: FeedID(name("feed")),
          status: .broken(FeedOutage(.cannotConnect, reason: name("why"), since: .sampleNow)), facts: facts,
          unreadable: [UnreadableItem(source: name("file"), path: name("path"), reason: name("reason"))])
      ]))
  }
}
