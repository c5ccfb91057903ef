// The figures of the header: copies that are needed, that manual distribution must maintain, and that are there.

/// The figures of semantics.md, over all credential specs. A copy is counted once a credential spec and host.
public struct Figures: Hashable, Sendable {
  /// Hosts with demand `running`, summed over credential specs: what an orchestrator delivers.
  public var needed = 0
  /// Hosts with demand `running` or `eligible`, over host-delivered credential specs: what manual distribution must maintain.
  public var perHost = 0
  /// Copies that are there.
  public var present = 0
  /// Of these, copies whose contents were not compared.
  public var notCompared = 0
  /// Copies where no service that uses them may run.
  public var surplus = 0
  /// Needed now, and not there.
  public var missing = 0
  /// Needed when the scheduler moves a replica there, and not there.
  public var atRisk = 0
  /// Copies whose contents differ from the reference.
  public var stale = 0
  /// Places of which nobody has told.
  public var unverified = 0

  /// No copies.
  public init() {}

  /// Present copies divided by needed copies; nil where nothing is needed.
  public var distributionRatio: Double? { needed == 0 ? nil : Double(present) / Double(needed) }

  /// The ratio as shown: two decimals, `-` where nothing is needed.
  public var distributionRatioText: String {
    guard let ratio = distributionRatio else { return "-" }
    let hundredths = Int((ratio * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  static func + (left: Figures, right: Figures) -> Figures {
    var sum = left
    sum.needed += right.needed
    sum.perHost += right.perHost
    sum.present += right.present
    sum.notCompared += right.notCompared
    sum.surplus += right.surplus
    sum.missing += right.missing
    sum.atRisk += right.atRisk
    sum.stale += right.stale
    sum.unverified += right.unverified
    return sum
  }

  /// Counts so many cells of one demand and supply.
  mutating func count(_ number: Int, demand: Demand, supply: Supply, cell: Cell, delivery: Delivery) {
    if demand == .running { needed += number }
    if delivery.isOnHosts, demand == .running || demand == .eligible { perHost += number }
    if supply.isCopy { present += number }
    if supply == .present { notCompared += number }
    switch cell.state {
    case .overDistributed: surplus += number
    case .missing: missing += number
    case .atRisk: atRisk += number
    case .stale: stale += number
    case .unverified: unverified += number
    default: break
    }
  }
}

extension Figures {
  /// A figure as screens and reports show it.
  public struct Labelled: Hashable, Sendable {
    /// The word.
    public let label: String
    /// A shorter word for 80 columns.
    public let shortLabel: String
    /// The number.
    public let value: String
    /// The state that it counts, where it counts one.
    public let state: CellState?
    /// What the number alone does not say: `2 not compared`. Nil mostly.
    public var note: String?
  }

  /// The figures in the order of semantics.md.
  public var labelled: [Labelled] {
    func figure(_ label: String, _ short: String, _ value: Int, _ state: CellState? = nil) -> Labelled {
      Labelled(label: label, shortLabel: short, value: NumberText.grouped(value), state: state)
    }
    var have = figure("present", "have", present)
    have.note = notCompared == 0 ? nil : "\(NumberText.grouped(notCompared)) not compared"
    return [
      figure("needed", "need", needed), figure("per-host", "per-host", perHost), have,
      figure("surplus", "surplus", surplus, .overDistributed),
      figure("missing", "missing", missing, .missing), figure("stale", "stale", stale, .stale),
      figure("unverified", "unver", unverified, .unverified),
      Labelled(label: "ratio", shortLabel: "ratio", value: distributionRatioText, state: nil),
    ]
  }
}
