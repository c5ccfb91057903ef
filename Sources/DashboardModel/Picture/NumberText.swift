// Numbers as people read them, on screens and in reports alike.

/// Writes numbers for people.
public enum NumberText {
  /// Thousands apart: `1,204`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// At most four characters: `987`, `4.2k`, `31k`, `2.5M`.
  public static func short(_ number: Int) -> String {
    if number < 1000 { return "\(number)" }
    if number < 10_000 { return "\(number / 1000).\(number / 100 % 10)k" }
    if number < 1_000_000 { return "\(number / 1000)k" }
    return "\(number / 1_000_000).\(number / 100_000 % 10)M"
  }

  /// At most one decimal, thousands apart, for numbers of 0 and above: `7`, `2.4`, `1,204`. From 100 on whole numbers; what
  /// is above nothing is never called nothing.
  public static func decimal(_ number: Double) -> String {
    guard number.isFinite, number < 1e15 else { return "-" }
    if number <= 0 { return "0" }
    if number < 0.05 { return "<0.1" }
    let tenths = Int((number * 10).rounded())
    if tenths % 10 == 0 || number >= 100 { return grouped(Int(number.rounded())) }
    return "\(grouped(tenths / 10)).\(tenths % 10)"
  }
}
