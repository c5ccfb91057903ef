// The words that values of a filter may be: states, deliveries, severities.

/// What operators may write for a value.
public enum FilterWords {
  /// The states, as written in a filter: worst first, then `problem` for all that somebody should act on.
  public static let stateWords: [String] = CellState.allCases.map(word) + ["problem"]
  /// The deliveries.
  public static let deliveryWords: [String] = Delivery.allCases.map(\.rawValue)
  /// The severities, worst first.
  public static let severityWords: [String] = Severity.allCases.map(\.rawValue)
  /// The age of what bears no time.
  public static let unknownAge = "unknown"

  /// A state's word without blanks: `at-risk`.
  public static func word(_ state: CellState) -> String {
    String(state.word.map { $0 == " " ? "-" : $0 })
  }

  /// Signs between words do not count: `at risk`, `at-risk` and `atRisk` are one.
  static func folded(_ text: String) -> String {
    text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
  }

  /// States by folded word. `surplus` is what the legend says for over-distributed.
  static let states: [String: Set<CellState>] = {
    var states: [String: Set<CellState>] = [:]
    for state in CellState.allCases { states[folded(state.word)] = [state] }
    states["surplus"] = [.overDistributed]
    states["blank"] = [.blank]
    states["problem"] = Set(CellState.allCases.filter(\.isProblem))
    return states
  }()

  /// Deliveries by folded name, and by the word on screens.
  static let deliveries: [String: Delivery] = {
    var deliveries: [String: Delivery] = [:]
    for delivery in Delivery.allCases {
      deliveries[folded(delivery.rawValue)] = delivery
      deliveries[folded(delivery.word)] = delivery
    }
    return deliveries
  }()
}
