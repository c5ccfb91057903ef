// What differs between two contents, member by member, for people who must decide which of them is right.

/// A member that two contents have differently.
public struct ContentsDifference: Hashable, Sendable {
  /// The member, such as `DomainJoinConfig.DnsName`.
  public let path: String
  /// What stands in the contents that were asked; nil where they lack the member.
  public let here: String?
  /// What stands in the contents that they were compared with; nil where those lack it.
  public let there: String?

  /// `a.example, not b.example`: what stands here, and what should. What a plug-in is given is never told.
  public var values: String {
    if path.hasSuffix("PluginInput") { return "differs" }
    return switch (here, there) {
    case (let here?, let there?): "\(here), not \(there)"
    case (let here?, nil): "\(here), and should not be there"
    case (nil, let there?): "missing, and should be \(there)"
    case (nil, nil): "differs"
    }
  }

  /// The members that say who it is come first, then those of the domain.
  fileprivate static func precedes(_ left: String, _ right: String) -> Bool {
    let (a, b) = (rank(left), rank(right))
    return a == b ? left < right : a < b
  }

  private static func rank(_ path: String) -> Int {
    let first = ["MachineAccountName", "Sid", "Guid"].firstIndex { path == "DomainJoinConfig.\($0)" }
    return first ?? (path.hasPrefix("DomainJoinConfig") ? 3 : 4)
  }
}

extension CredentialSpecContents {
  /// The members that differ from other contents, those that say who it is first; none where one of the two is no JSON.
  public func differences(from other: CredentialSpecContents) -> [ContentsDifference] {
    guard isJSON, other.isJSON, self != other else { return [] }
    let own = CanonicalMembers(canonical).values
    let others = CanonicalMembers(other.canonical).values
    return Set(own.keys).union(others.keys).filter { own[$0] != others[$0] }
      .sorted(by: ContentsDifference.precedes)
      .map { ContentsDifference(path: $0, here: own[$0], there: others[$0]) }
  }

  /// The first differences as a sentence without a full stop; nil where none can be told.
  func differenceWords(from other: CredentialSpecContents) -> String? {
    let all = differences(from: other)
    if all.isEmpty { return nil }
    let shown = all.prefix(2).map { "\($0.path): \($0.values)" }.joined(separator: "; ")
    return all.count > 2 ? "\(shown); and \(all.count - 2) more" : shown
  }
}

/// The values in canonical JSON by their paths. It reads what the reader wrote; anything else ends the reading early.
private struct CanonicalMembers {
  private(set) var values: [String: String] = [:]
  private let bytes: [UInt8]
  private var place = 0

  /// Contents nest four levels deep; a text from elsewhere must not exhaust the stack.
  private static let maximumDepth = 32
  private static let maximumShown = 80

  init(_ canonical: String) {
    bytes = Array(canonical.utf8)
    read("", depth: 0)
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func read(_ path: String, depth: Int) {
    guard depth < Self.maximumDepth, let first = next else { return place = bytes.count }
    switch first {
    case UInt8(ascii: "{"): readMembers(path, depth)
    case UInt8(ascii: "["): readElements(path, depth)
    case UInt8(ascii: "\""): values[path] = readText()
    default:
      let start = place
      while let byte = next, ![UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(byte) {
        place += 1
      }
      values[path] = text(start..<place)
    }
  }

  private mutating func readMembers(_ path: String, _ depth: Int) {
    place += 1
    while next == UInt8(ascii: "\"") {
      let name = readText()
      guard take(":") else { return place = bytes.count }
      read(path.isEmpty ? name : "\(path).\(name)", depth: depth + 1)
      if !take(",") { break }
    }
    if !take("}") { place = bytes.count }
  }

  private mutating func readElements(_ path: String, _ depth: Int) {
    place += 1
    var index = 0
    while let byte = next, byte != UInt8(ascii: "]") {
      read("\(path)[\(index)]", depth: depth + 1)
      index += 1
      if !take(",") { break }
    }
    if !take("]") { place = bytes.count }
  }

  /// A text as it is written, without its quotes.
  private mutating func readText() -> String {
    place += 1
    let start = place
    while let byte = next, byte != UInt8(ascii: "\"") { place += byte == UInt8(ascii: "\\") ? 2 : 1 }
    let end = min(place, bytes.count)
    place = min(end + 1, bytes.count)
    return text(start..<end)
  }

  private func text(_ range: Range<Int>) -> String {
    let text = String(decoding: bytes[range], as: UTF8.self)
    return text.unicodeScalars.count <= Self.maximumShown
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.maximumShown))) + "…"
  }
}
