// A Windows build as nodes and inventories write it, so that builds can be compared.

/// `10.0.17763.1577`: the build, and the revision that updates raise.
struct WindowsBuild: Hashable, Sendable {
  let build: Int
  /// Nil where only the build is told (a node's label).
  let revision: Int?

  /// Reads `10.0.17763.1577`, `10.0.17763`, `17763.1577` or `17763`, and what may follow after a blank; nil for anything else.
  init?(_ text: String) {
    // Up to four numbers, without an allocation: every host of a fleet is asked.
    var numbers = (0, 0, 0, 0)
    var count = 0
    var digits = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") { break }
      if byte == UInt8(ascii: ".") {
        guard digits > 0, count < 3 else { return nil }
        count += 1
        digits = 0
        numbers = (numbers.1, numbers.2, numbers.3, 0)
        continue
      }
      guard (0x30...0x39).contains(byte), digits < 9 else { return nil }
      numbers.3 = numbers.3 * 10 + Int(byte - 0x30)
      digits += 1
    }
    guard digits > 0 else { return nil }
    switch count {
    case 3 where numbers.0 == 10 && numbers.1 == 0: (build, revision) = (numbers.2, numbers.3)
    case 2 where numbers.1 == 10 && numbers.2 == 0: (build, revision) = (numbers.3, nil)
    case 1: (build, revision) = (numbers.2, numbers.3)
    case 0: (build, revision) = (numbers.3, nil)
    default: return nil
    }
    if build < 10_000 { return nil }
  }
}
