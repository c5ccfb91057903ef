// How a filter's text is compared with names: as a part, as a whole with wildcards, or by a regular expression.

/// What a name must be like. Names are compared without case.
public enum NamePattern: Hashable, Sendable {
  /// The name contains it.
  case part(String)
  /// The name is it; `*` stands for any run of characters.
  case whole(String)
  /// The name contains what the expression describes.
  case expression(LinearPattern)

  /// As the operator wrote it.
  public var text: String {
    switch self {
    case .part(let text), .whole(let text): text
    case .expression(let pattern): "/\(pattern.source)/"
    }
  }
}

/// A name folded for comparison: lower case, in bytes, since bytes compare at machine speed.
struct FoldedName: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes = Array(text.utf8)
    for place in bytes.indices {
      if bytes[place] >= 0x80 {
        self.bytes = Array(text.lowercased().utf8)
        return
      }
      if bytes[place] >= 65, bytes[place] <= 90 { bytes[place] |= 0x20 }
    }
    self.bytes = bytes
  }
}

/// A pattern made ready for thousands of names.
struct NameMatcher: Sendable {
  private let pattern: NamePattern
  private let bytes: [UInt8]
  private let hasWildcard: Bool

  init(_ pattern: NamePattern) {
    self.pattern = pattern
    switch pattern {
    case .part(let text), .whole(let text): bytes = FoldedName(text).bytes
    case .expression: bytes = []
    }
    hasWildcard = bytes.contains(Wildcard.sign)
  }

  func matches(_ name: FoldedName) -> Bool {
    switch pattern {
    case .part: isPart(of: name.bytes)
    case .whole: hasWildcard ? Wildcard.matches(name.bytes, bytes) : name.bytes == bytes
    case .expression(let pattern): pattern.matches(name.bytes)
    }
  }

  private func isPart(of name: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard name.count >= bytes.count else { return false }
    for start in 0...(name.count - bytes.count) where name[start] == first {
      if name[start..<start + bytes.count].elementsEqual(bytes) { return true }
    }
    return false
  }
}
