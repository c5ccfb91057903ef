// A picture whose names are a list of one's own: hosts, services and credential specs that all have a problem.

import DashboardModel

/// A small cluster in which the credential spec of a name is missing wherever the service of that name runs.
struct NamedPicture {
  let picture: Picture

  init(_ names: [String]) {
    var facts = Facts()
    let cluster: ClusterName = "names"
    facts.hosts = names.map { Host(id: HostID(cluster: cluster, name: $0), operatingSystem: .windows) }
    for (place, name) in names.enumerated() {
      let id = CredentialSpecID(cluster: cluster, delivery: .hostFile, name: name)
      var template = WorkloadTemplate()
      template.references = [CredentialSpecReference(slot: .whole, credentialSpec: id)]
      let service = ServiceID(cluster: cluster, namespace: "ns", kind: .deployment, name: name)
      facts.services.append(Service(id: service, template: template))
      facts.replicas.append(
        Replica(
          cluster: cluster, namespace: "ns", name: "\(name)-0",
          owner: OwnerReference(kind: "Deployment", name: name), hostName: names[(place + 1) % names.count],
          state: .running))
    }
    facts.listings = names.map {
      HostListing(hostName: $0, cluster: cluster, delivery: .hostFile, copies: [])
    }
    facts.coverage = [FactKind.hosts, .services, .replicas].map {
      CoverageEntry(cluster: cluster, kind: $0, coverage: .everything)
    }
    picture = Picture(of: Snapshot(merging: [FeedSlice(feed: "names", status: .live, facts: facts)]))
  }
}
