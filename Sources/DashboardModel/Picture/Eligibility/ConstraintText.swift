// The comparisons of text that Swarm constraints need, on bytes, so that no locale and no Foundation is asked.

extension UInt8 {
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  /// Tab, line feed, form feed, carriage return, space.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }
}

extension String {
  /// Equal without regard to case.
  func equalsIgnoringCase(_ other: String) -> Bool {
    if self == other { return true }
    let isPlain = utf8.allSatisfy { $0 < 0x80 } && other.utf8.allSatisfy { $0 < 0x80 }
    guard isPlain else { return lowercased() == other.lowercased() }
    return utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0 == $1 || ($0.isLetter && $0 | 0x20 == $1 | 0x20) }
  }

  /// What stands before and after the first place of a mark; nil where there is none.
  func split(atFirst mark: String) -> (String, String)? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.utf8.starts(with: mark.utf8) {
        return (String(self[..<rest.startIndex]), String(rest.utf8.dropFirst(mark.utf8.count)) ?? "")
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Without white space at both ends.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar?) in scalar?.properties.isWhitespace ?? false }
    var rest = unicodeScalars[...]
    while isSpace(rest.first) { rest.removeFirst() }
    while isSpace(rest.last) { rest.removeLast() }
    return String(rest)
  }

  /// What follows a prefix that is compared without case; nil without the prefix or with nothing behind it.
  func dropping(prefix: String) -> String? {
    guard utf8.count > prefix.utf8.count else { return nil }
    let length = prefix.utf8.count
    guard let head = String(utf8.prefix(length)), head.equalsIgnoringCase(prefix) else { return nil }
    return String(utf8.dropFirst(length))
  }
}
