// How many copies of credential specs a fleet needs by hand, has, and is handed: the figures of the scaling story.

/// Copies of one credential spec, or the sum over several. A copy is counted once a credential spec and host, as in
/// `Figures`.
public struct ScalingCounts: Hashable, Sendable {
  /// Services that refer to it. In a sum a service counts once for each credential spec that it refers to.
  public var references = 0
  /// Each such service with each host that it may run on or runs on now: what services x hosts counts. Services that
  /// share a credential spec and a host are two pairs and one copy.
  public var pairs = 0
  /// Each such service with each host where a replica of it is.
  public var placedPairs = 0
  /// Copies that distribution by hand needs: hosts where a service that refers to it may run or runs now, whatever its
  /// delivery is. For host deliveries these are the header's per-host copies.
  public var byHand = 0
  /// Hosts of which nobody can tell whether they belong to `byHand`: their labels and taints were not read.
  public var untoldHosts = 0
  /// Replicas of these services that are placed and not finished.
  public var replicas = 0
  /// What the header counts: copies that lie there, that are surplus, missing, stale, not verified.
  public var figures = Figures()

  /// No copies.
  public init() {}

  /// Copies that an orchestrator hands over, or would: one for each host where a replica needs it now.
  public var handedOver: Int { figures.needed }

  /// Copies by hand for one that is handed over; nil where nothing is needed now.
  public var ratio: Double? { handedOver == 0 ? nil : Double(byHand) / Double(handedOver) }

  /// The ratio with one decimal: `2.8`; `-` where nothing is needed now.
  public var ratioText: String { ratio.map { NumberText.decimal($0) } ?? "-" }

  static func + (left: ScalingCounts, right: ScalingCounts) -> ScalingCounts {
    var sum = left
    sum.references += right.references
    sum.pairs += right.pairs
    sum.placedPairs += right.placedPairs
    sum.byHand += right.byHand
    sum.untoldHosts += right.untoldHosts
    sum.replicas += right.replicas
    sum.figures = left.figures + right.figures
    return sum
  }
}

/// A credential spec of a picture with its copies.
public struct ScalingRow: Hashable, Sendable {
  /// Its place on the picture's axis.
  public let place: Int
  /// Its identity.
  public let id: CredentialSpecID
  /// Its copies.
  public let counts: ScalingCounts

  /// Whether an orchestrator hands it over today; else it is what one would hand over.
  public var isOrchestrated: Bool { !id.delivery.isOnHosts && id.delivery != .image }
}
