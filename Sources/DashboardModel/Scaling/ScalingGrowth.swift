// Copies over the size of a fleet: the two curves of the scaling chart.

/// What grows as hosts are added.
public enum ScalingGrowth: String, Hashable, Sendable, CaseIterable {
  /// Hosts alone: services, credential specs and replicas stay as they are today.
  case hostsAlone = "hosts"
  /// Services with the hosts, each with the credential specs and replicas of today's average.
  case wholeFleet = "fleet"

  /// The words of screens and reports.
  public var words: String {
    switch self {
    case .hostsAlone: "hosts are added, services stay"
    case .wholeFleet: "services grow with the hosts"
    }
  }
}

extension Scaling {
  /// Copies that distribution by hand needs with so many hosts of today's mix. Linear in the hosts; where services are
  /// added with them, services x hosts.
  public func byHand(hosts count: Double, as growth: ScalingGrowth) -> Double {
    let factor = factor(count)
    switch growth {
    case .hostsAlone: return Double(total.byHand) * factor
    case .wholeFleet: return Double(total.byHand) * factor * factor
    }
  }

  /// Copies that an orchestrator hands over with so many hosts. Replicas stay where they are as hosts are added; on fewer
  /// hosts than today no credential spec is on more of them than may hold it.
  public func handedOver(hosts count: Double, as growth: ScalingGrowth) -> Double {
    let factor = factor(count)
    switch growth {
    case .hostsAlone:
      return rows.reduce(0) { sum, row in
        sum + min(Double(row.counts.handedOver), Double(row.counts.byHand) * factor)
      }
    case .wholeFleet: return Double(total.handedOver) * factor
    }
  }

  private func factor(_ count: Double) -> Double { hosts == 0 ? 0 : max(0, count) / Double(hosts) }

  /// A round number of hosts that the chart's axis ends with: today's fleet stands at about a third of it.
  public var chartHosts: Int { Self.roundNumber(above: Double(max(1, hosts)) * 2.5) }

  /// The smallest of 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten that is not below a number.
  public static func roundNumber(above number: Double) -> Int {
    var power = 1
    while Double(power * 10) < number { power *= 10 }
    for step in [1, 2, 3, 4, 5, 6, 8] where Double(step * power) >= number { return step * power }
    return power * 10
  }
}
