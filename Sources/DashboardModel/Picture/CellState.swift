// Every state that a cell may have, in the order of severity.

/// A state of a cell, worst first: the raw value is the rank. Source: interface.md section 2; `failing` is the replica
/// state of semantics.md, face 2, for which that page has no glyph.
public enum CellState: UInt8, Hashable, Sendable, CaseIterable, Comparable {
  /// A replica is there now and cannot authenticate.
  case missing
  /// The service account may not `use` the credential spec.
  case denied
  /// Referred to, and no such credential spec exists.
  case dangling
  /// A running replica has the name and no contents.
  case undelivered
  /// A replica fails for a reason that is not (known to be) its credential spec.
  case failing
  /// Fails when the scheduler moves a replica there.
  case atRisk
  /// Contents differ from the reference.
  case stale
  /// Contents lie where no service that uses them may run.
  case overDistributed
  /// Allowed, and no service of that service account refers to it.
  case overGranted
  /// Nobody has told. Never shown as healthy.
  case unverified
  /// Contents are where a replica runs. It says nothing of authentication.
  case deployed
  /// Referred to, exists, allowed, and every running replica has the current contents.
  case inUse
  /// Replicas run there.
  case running
  /// Contents lie ready on a host where a replica may start.
  case standby
  /// Replicas are on their way.
  case starting
  /// A replica may start there, and nothing is needed in advance.
  case eligible
  /// Not concerned.
  case blank

  /// Whether the first is worse.
  public static func < (left: CellState, right: CellState) -> Bool { left.rawValue < right.rawValue }

  /// The word beside the glyph.
  public var word: String {
    switch self {
    case .missing: "missing"
    case .denied: "denied"
    case .dangling: "dangling"
    case .undelivered: "undelivered"
    case .failing: "failing"
    case .atRisk: "at risk"
    case .stale: "stale"
    case .overDistributed: "over-distributed"
    case .overGranted: "over-granted"
    case .unverified: "unverified"
    case .deployed: "deployed"
    case .inUse: "in use"
    case .running: "running"
    case .standby: "standby"
    case .starting: "starting"
    case .eligible: "eligible"
    case .blank: "not concerned"
    }
  }

  /// One column wide in every terminal (no ambiguous width; terminal.md 4.4).
  public var glyph: Character {
    switch self {
    case .missing: "✗"
    case .denied: "⊘"
    case .dangling: "∅"
    case .undelivered: "◌"
    case .failing: "ƒ"
    case .atRisk: "▴"
    case .stale: "~"
    case .overDistributed, .overGranted: "+"
    case .unverified: "?"
    case .deployed, .inUse, .running: "▪"
    case .standby: "▫"
    case .starting: "▹"
    case .eligible: "∙"
    case .blank: " "
    }
  }

  /// The glyph where only ASCII can be drawn.
  public var asciiGlyph: Character {
    switch self {
    case .missing: "X"
    case .denied: "!"
    case .dangling: "0"
    case .undelivered: "u"
    case .failing: "f"
    case .atRisk: "^"
    case .stale: "~"
    case .overDistributed, .overGranted: "+"
    case .unverified: "?"
    case .deployed, .inUse, .running: "#"
    case .standby: "o"
    case .starting: ">"
    case .eligible: "."
    case .blank: " "
    }
  }

  /// Whether somebody should act on it. Unverified is not a problem and is never fine either.
  public var isProblem: Bool { self < .unverified }

  /// How bad it is; nil for what is no problem.
  public var severity: Severity? {
    switch self {
    case .missing, .denied, .dangling, .undelivered, .failing: .critical
    case .atRisk, .stale: .warning
    case .overDistributed, .overGranted: .notice
    default: nil
    }
  }
}

/// How bad a state or finding is, worst first.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Something does not work now.
  case critical
  /// Something will not work soon, or works by luck.
  case warning
  /// Something is more than it should be.
  case notice

  /// Whether the first is worse.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .critical: 0
    case .warning: 1
    case .notice: 2
    }
  }
}
