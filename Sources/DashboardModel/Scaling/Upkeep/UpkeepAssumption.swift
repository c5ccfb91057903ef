// Each assumption of the model of upkeep as a row: its name, its unit, the steps of its keys, and how it is typed.

/// An assumption that an operator can change.
public struct UpkeepAssumption: Sendable {
  /// The name that is typed: `forgotten`.
  public let name: String
  /// What it is, for screens: `chance that a copy is forgotten`.
  public let words: String
  /// What can be typed: `0% to 100%`.
  public let range: String
  /// The value as it is shown and typed.
  public let text: @Sendable (UpkeepAssumptions) -> String
  /// The assumptions with another value; nil where the text is none.
  public let typed: @Sendable (String, UpkeepAssumptions) -> UpkeepAssumptions?
  /// The assumptions one step up (true) or down; the same at the end.
  public let stepped: @Sendable (Bool, UpkeepAssumptions) -> UpkeepAssumptions

  /// Every assumption, in the order of screens and reports.
  public static let all: [UpkeepAssumption] = [
    policy,
    number(
      "moves", "moves of one replica in a day", \.movesADay, in: 0...1000,
      steps: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 24]),
    number(
      "joins", "hosts that join in a day", \.joinsADay, in: 0...1000,
      steps: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]),
    number(
      "changes", "changes of one credspec in 30 days", \.changesAMonth, in: 0...1000,
      steps: [0, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8, 30]),
    number(
      "forgotten", "chance that one copy is forgotten", \.forgotten, in: 0...1, isPercent: true,
      steps: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1]),
    number(
      "noticed", "days until a missing copy is noticed", \.daysUntilNoticed, in: 0.01...10_000,
      steps: [0.1, 0.5, 1, 2, 7, 14, 30, 60, 90, 180, 365]),
    number(
      "tidied", "days until a surplus copy is removed", \.daysUntilTidied, in: 0.01...10_000,
      steps: [0.5, 1, 7, 14, 30, 60, 90, 180, 365, 1000]),
    number(
      "days", "days looked ahead", \.horizonDays, in: 1...3650,
      steps: [7, 14, 30, 60, 90, 180, 365, 730, 1825]),
  ]

  /// The assumption of a name.
  public static func named(_ name: String) -> UpkeepAssumption? { all.first { $0.name == name } }

  private static let policy = UpkeepAssumption(
    name: "policy", words: "copies by hand are put",
    range: CopyPolicy.allCases.map(\.word).joined(separator: " or ")
  ) { assumptions in
    assumptions.policy.word
  } typed: { text, assumptions in
    guard let policy = CopyPolicy.allCases.first(where: { $0.word == text }) else { return nil }
    var changed = assumptions
    changed.policy = policy
    return changed
  } stepped: { isUp, assumptions in
    var changed = assumptions
    changed.policy = isUp ? .whereItRuns : .everyHost
    return changed
  }

  private static func number(
    _ name: String, _ words: String,
    _ member: any WritableKeyPath<UpkeepAssumptions, Double> & Sendable, in range: ClosedRange<Double>,
    isPercent: Bool = false, steps: [Double]
  ) -> UpkeepAssumption {
    func text(_ value: Double) -> String { isPercent ? plain(value * 100) + "%" : plain(value) }
    return UpkeepAssumption(
      name: name, words: words, range: "\(text(range.lowerBound)) to \(text(range.upperBound))"
    ) { assumptions in
      isPercent ? plain(assumptions[keyPath: member] * 100) + "%" : plain(assumptions[keyPath: member])
    } typed: { text, assumptions in
      guard let value = value(text, isPercent: isPercent), range.contains(value) else { return nil }
      var changed = assumptions
      changed[keyPath: member] = value
      return changed
    } stepped: { isUp, assumptions in
      let value = assumptions[keyPath: member]
      var changed = assumptions
      changed[keyPath: member] =
        (isUp ? steps.first { $0 > value * 1.0001 } : steps.last { $0 < value * 0.9999 }) ?? value
      return changed
    }
  }

  /// `3%`, `3 %` or `0.03` where a share is asked for; digits with at most one point otherwise.
  private static func value(_ text: String, isPercent: Bool) -> Double? {
    var digits = text.filter { $0 != " " }
    let hasSign = isPercent && digits.last == "%"
    if hasSign { digits.removeLast() }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let value = Double(digits)
    else { return nil }
    return hasSign ? value / 100 : value
  }

  /// Up to three decimals, without zeros at the end.
  private static func plain(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    var text = "\(thousandths / 1000)"
    let rest = thousandths % 1000
    if rest == 0 { return text }
    var decimals = String(rest)
    decimals = String(repeating: "0", count: 3 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    text += "." + decimals
    return text
  }
}

/// An assumption with the value that an operator gave it, as `NAME=VALUE`.
public struct TypedAssumption: Hashable, Sendable {
  /// The assumption's name.
  public let name: String
  /// The value as typed.
  public let value: String

  /// Reads `forgotten=5%`; nil where no assumption is called that, or takes no such value.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let assumption = UpkeepAssumption.named(String(parts[0])),
      assumption.typed(String(parts[1]), UpkeepAssumptions()) != nil
    else { return nil }
    name = String(parts[0])
    value = String(parts[1])
  }

  /// `NAME=VALUE`.
  public var text: String { "\(name)=\(value)" }
}

extension UpkeepAssumptions {
  /// The example with some values changed; of two values for one assumption the last counts.
  public init(_ changes: [TypedAssumption]) {
    self.init()
    for change in changes {
      self = UpkeepAssumption.named(change.name)?.typed(change.value, self) ?? self
    }
  }
}
