// What a fleet costs in copies: distribution by hand against what an orchestrator hands over.

/// The scaling figures of a picture. docs/scaling.md tells the model, its assumptions and its sources.
public struct Scaling: Hashable, Sendable {
  /// The credential specs, in the order of the picture's axis.
  public let rows: [ScalingRow]
  /// All of them together.
  public let total: ScalingCounts
  /// Hosts that are shown: Windows hosts, unless Linux nodes were asked for.
  public let hosts: Int
  /// Services that refer to at least one credential spec.
  public let services: Int
  /// Hosts with at least one place of which nobody has told what lies there.
  public let unverifiedHosts: Int
  /// Clusters whose replicas were not all read: what is handed over there is at least what is counted.
  public let clustersReadInPart: [ClusterName]

  /// Counts the copies of a picture. Cost: services x classes of hosts, and the replicas.
  public init(of picture: Picture) {
    let tally = ScalingTally(picture)
    let entries = picture.snapshot.structure.credentialSpecs
    rows = entries.indices.map { place in
      ScalingRow(place: place, id: entries[place].id, counts: tally.counts(ofCredentialSpec: place))
    }
    total = rows.reduce(ScalingCounts()) { $0 + $1.counts }
    hosts = picture.count(.host)
    services = picture.index.references.count { !$0.isEmpty }
    unverifiedHosts = picture.credentialSpecByHost.columnCounts.count { $0[.unverified] > 0 }
    let untold = Set(
      picture.index.services.indices.filter {
        !picture.index.references[$0].isEmpty
          && !picture.snapshot.tellsReplicas(ofService: picture.index.services[$0])
      }.map { picture.service($0).id.cluster })
    clustersReadInPart = picture.snapshot.structure.clusters.filter(untold.contains)
  }

  /// Credential specs that some service refers to.
  public var credentialSpecsInUse: Int { rows.count { $0.counts.references > 0 } }

  /// Copies that an orchestrator hands over today.
  public var handedOverToday: Int {
    rows.filter(\.isOrchestrated).map(\.counts.handedOver).reduce(0, +)
  }

  /// Copies on hosts that lie there, by file or registry value.
  public var lyingOnHosts: Figures {
    rows.filter(\.id.delivery.isOnHosts).map(\.counts.figures).reduce(Figures(), +)
  }
}
