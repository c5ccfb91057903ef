// The demand and supply table of semantics.md: two answers decide a cell of the first face.

/// Whether replicas at a host ask for a credential spec.
public enum Demand: UInt8, Hashable, Sendable {
  /// No service that refers to it may run there.
  case none
  /// None runs there, and one may be scheduled.
  case eligible
  /// At least one replica that is not finished is assigned to the host.
  case running
  /// Whether one may be scheduled is not known: the node's labels and taints were not read.
  case eligibilityUnknown
  /// Nothing refers to it as far as was read, and not all workloads were read.
  case untold
}

/// What lies at a host of a credential spec.
public enum Supply: UInt8, Hashable, Sendable {
  /// A listing lacks it, a replica failed with the text that says so, or a replica carries the name alone. For orchestrated
  /// deliveries also: no replica there, so nothing was handed over.
  case absent
  /// Contents there equal the reference.
  case current
  /// Something of that name is there, its contents not seen.
  case present
  /// Contents differ from the reference.
  case stale
  /// Contents differ in who they are: account, domain SID or GUID.
  case staleIdentity
  /// Nobody has told.
  case unknown

  /// Which of two answers stands where replicas or listings differ: what is surely wrong, then what is not known.
  func joined(with other: Supply) -> Supply { rank <= other.rank ? self : other }

  private var rank: Int {
    switch self {
    case .absent: 0
    case .staleIdentity: 1
    case .stale: 2
    case .unknown: 3
    case .present: 4
    case .current: 5
    }
  }

  /// Whether contents lie there for all that is known.
  public var isCopy: Bool {
    switch self {
    case .current, .present, .stale, .staleIdentity: true
    case .absent, .unknown: false
    }
  }
}

/// A cell: its state and what the state alone does not say.
public struct Cell: Hashable, Sendable {
  /// The state in the low five bits, flags above.
  let bits: UInt8

  private static let notComparedBit: UInt8 = 0x20
  private static let identityBit: UInt8 = 0x40

  init(bits: UInt8) { self.bits = bits }

  /// A cell.
  public init(_ state: CellState, isNotCompared: Bool = false, differsInIdentity: Bool = false) {
    bits =
      state.rawValue | (isNotCompared ? Self.notComparedBit : 0)
      | (differsInIdentity ? Self.identityBit : 0)
  }

  /// The state.
  public var state: CellState { CellState(rawValue: bits & 0x1f) ?? .blank }
  /// Something of that name is there, and its contents were not compared.
  public var isNotCompared: Bool { bits & Self.notComparedBit != 0 }
  /// Stale contents name another account, domain SID or GUID.
  public var differsInIdentity: Bool { bits & Self.identityBit != 0 }

  /// Stale contents of another identity are critical; else the state's severity.
  public var severity: Severity? { differsInIdentity ? .critical : state.severity }

  /// Not concerned.
  public static let blank = Cell(.blank)
}

extension Cell {
  /// The table of semantics.md, face 1.
  public init(demand: Demand, supply: Supply, delivery: Delivery) {
    let compared = supply != .present
    let identity = supply == .staleIdentity
    switch (demand, supply) {
    case (.running, .absent): self.init(.missing)
    case (.running, .unknown): self.init(.unverified)
    case (.running, .current), (.running, .present): self.init(.deployed, isNotCompared: !compared)
    case (.running, .stale), (.running, .staleIdentity): self.init(.stale, differsInIdentity: identity)
    // Unknown: replicas were not read, and one may be there.
    case (.eligible, .unknown) where !delivery.isOnHosts: self.init(.unverified)
    case (.eligible, _) where !delivery.isOnHosts: self.init(.eligible)
    case (.eligible, .absent): self.init(.atRisk)
    case (.eligible, .unknown): self.init(.unverified)
    case (.eligible, .current), (.eligible, .present): self.init(.standby, isNotCompared: !compared)
    case (.eligible, .stale), (.eligible, .staleIdentity): self.init(.stale, differsInIdentity: identity)
    case (.none, let supply) where supply.isCopy:
      self.init(.overDistributed, isNotCompared: !compared)
    case (.none, _): self.init(.blank)
    // A copy where demand is not known may be needed or not: saying "over-distributed" would be a guess.
    case (.untold, let supply): self.init(supply.isCopy ? .unverified : .blank)
    case (.eligibilityUnknown, _) where !delivery.isOnHosts: self.init(supply.isCopy ? .unverified : .blank)
    case (.eligibilityUnknown, _): self.init(.unverified)
    }
  }
}
