// A small snapshot that shows every state of the three faces: what golden screens and golden reports are
// drawn from.

package import DashboardModel

extension Snapshot {
  /// A Swarm cluster `north`, a Kubernetes cluster `retail` and a folder of host inventories. A fourth feed
  /// is broken.
  package static let sample = Snapshot(merging: [
    FeedSlice(feed: "swarm:north", status: .live, observedAt: .sample(ago: 2), facts: SampleSwarm.facts),
    FeedSlice(feed: "k8s:retail", status: .live, observedAt: .sample(ago: 1), facts: SampleKubernetes.facts),
    FeedSlice(
      feed: "inventories/", status: .settled, observedAt: .sample(ago: 3 * 3600),
      facts: SampleInventories.facts, unreadable: SampleInventories.unreadable),
    FeedSlice(
      feed: "k8s:edge",
      status: .broken(
        FeedOutage(
          .notAuthorised, reason: "the login of user ops@contoso.com expired; run: kubelogin login",
          since: .sample(ago: 1500)))),
  ])
}

extension Picture {
  /// The picture of `Snapshot.sample`.
  package static let sample = Picture(of: .sample)
}

extension Timestamp {
  /// The moment at which `Snapshot.sample` is looked at: 2026-11-24T09:41:00Z.
  package static let sampleNow = Timestamp(milliseconds: 1_795_513_260_000)

  /// That many seconds before it.
  static func sample(ago seconds: Int) -> Timestamp { sampleNow.advanced(by: .seconds(-seconds)) }
}

extension CredentialSpecContents {
  /// Contents that name a gMSA of contoso.com; `edition` tells apart what is the same identity in other
  /// words.
  static func sample(
    _ account: String, domainSID: String = "S-1-5-21-2126449477-2524075714-3094792973", edition: Int = 1
  ) -> CredentialSpecContents {
    CredentialSpecContents(
      canonical: #"{"account":"\#(account)","edition":\#(edition),"sid":"\#(domainSID)"}"#,
      account: account, domain: "contoso.com", domainSID: domainSID,
      domainGUID: "244818ae-87ac-4fcd-92ec-e79e5252348a")
  }
}
