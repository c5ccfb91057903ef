// The order in which names are listed: as people count, so that win-2 comes before win-10.

/// Compares names so that runs of digits count as numbers.
public enum NaturalOrder {
  /// Whether `left` comes before `right`. Total over distinct names: equal as numbers falls back to the text.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    var a = left.utf8.makeIterator()
    var b = right.utf8.makeIterator()
    var x = a.next()
    var y = b.next()
    while let p = x, let q = y {
      if isDigit(p), isDigit(q) {
        let m = number(startingWith: p, &a, next: &x)
        let n = number(startingWith: q, &b, next: &y)
        if m != n { return m < n }
        continue
      }
      if p != q { return p < q }
      x = a.next()
      y = b.next()
    }
    if x == nil && y == nil { return left < right }
    return x == nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Reads a run of digits. Runs too long for 64 bits saturate; the caller's fall back to the text keeps the order total.
  private static func number(
    startingWith first: UInt8, _ rest: inout String.UTF8View.Iterator, next: inout UInt8?
  ) -> UInt64 {
    var value = UInt64(first - 48)
    next = rest.next()
    while let byte = next, isDigit(byte) {
      let (scaled, overflowed) = value.multipliedReportingOverflow(by: 10)
      value = overflowed ? .max : scaled.addingReportingOverflow(UInt64(byte - 48)).partialValue
      next = rest.next()
    }
    return value
  }
}
