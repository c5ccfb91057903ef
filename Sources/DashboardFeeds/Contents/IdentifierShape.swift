// What SIDs, GUIDs, account names and names of Kubernetes objects look like.

/// Shapes of identifiers.
enum IdentifierShape {
  /// What a text is as a SID.
  enum SID: Equatable {
    /// `S-1-5-21-a-b-c`.
    case domain
    /// With a RID behind; the domain's SID is without.
    case account(domain: String)
    /// None; the right spelling where it can be told.
    case other(suggestion: String?)
  }

  /// Source: CredentialSpec.psm1 (`ADDomain.DomainSID.Value`).
  static func sid(_ text: String) -> SID {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 7, parts[0...3].elementsEqual(["S", "1", "5", "21"]),
      parts[4...].allSatisfy({ UInt32($0) != nil && $0.utf8.allSatisfy(isDigit) })
    else {
      let clean = text.uppercased().filter { !$0.isWhitespace && $0 != "{" && $0 != "}" }
      if clean != text, case .domain = sid(clean) { return .other(suggestion: clean) }
      return .other(suggestion: nil)
    }
    switch parts.count {
    case 7: return .domain
    case 8: return .account(domain: parts[..<7].joined(separator: "-"))
    default: return .other(suggestion: nil)
    }
  }

  /// `8-4-4-4-12` hexadecimal digits.
  static func isGUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.utf8.allSatisfy(isHexadecimal) }
  }

  /// A GUID in braces.
  static func isBracedGUID(_ text: String) -> Bool {
    text.hasPrefix("{") && text.hasSuffix("}") && isGUID(String(text.dropFirst().dropLast()))
  }

  /// The GUID that is left when braces, blanks and other brackets around it are taken away, or when its dashes are put
  /// in; nil where none is.
  static func guidInside(_ text: String) -> String? {
    let bare = text.filter { !$0.isWhitespace && !"{}()[]\"'".contains($0) }
    if isGUID(bare) { return bare }
    guard bare.utf8.count == 32, bare.utf8.allSatisfy(isHexadecimal) else { return nil }
    var parts: [Substring] = []
    var rest = bare[...]
    for count in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return parts.joined(separator: "-")
  }

  /// An account without `DOMAIN\`, `@domain` and `$`.
  static func bareAccount(_ text: String) -> String {
    var name = text[...]
    if let slash = name.lastIndex(of: "\\") { name = name[name.index(after: slash)...] }
    if let at = name.firstIndex(of: "@") { name = name[..<at] }
    while name.hasSuffix("$") { name = name.dropLast() }
    return String(name)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...102).contains(byte | 0x20)
  }
}
