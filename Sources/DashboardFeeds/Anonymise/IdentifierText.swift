// SIDs and GUIDs with new numbers in their old form: rules read the form.

/// SIDs and GUIDs in texts.
enum IdentifierText {
  /// A text that is a SID or a GUID, with new numbers; nil where it is neither.
  static func rewritten(_ text: String, with words: AnonymousWords) -> String? {
    let bare = text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : text
    guard isSID(bare) || isGUID(bare) || isAddress(bare) else { return nil }
    return everywhere(text, words)
  }

  /// A text in which every SID and GUID has new numbers.
  static func everywhere(_ text: String, _ words: AnonymousWords) -> String {
    var fresh = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(where: isOfIdentifier) {
      fresh += rest[..<start]
      let end = rest[start...].firstIndex { !isOfIdentifier($0) } ?? rest.endIndex
      let run = String(rest[start..<end])
      fresh += isSID(run) ? sid(run, words) : isGUID(run) ? guid(run, words) : run
      rest = rest[end...]
    }
    return withNewAddresses(fresh + rest, words)
  }

  private static func withNewAddresses(_ text: String, _ words: AnonymousWords) -> String {
    var fresh = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(where: isOfAddress) {
      fresh += rest[..<start]
      let end = rest[start...].firstIndex { !isOfAddress($0) } ?? rest.endIndex
      let run = String(rest[start..<end])
      fresh += isAddress(run) ? words.address(run) : run
      rest = rest[end...]
    }
    return fresh + rest
  }

  private static func isOfAddress(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || character == "."
  }

  /// Four numbers up to 255: a Windows build has larger ones.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The IPv4 addresses in a text.
  static func addresses(in text: String) -> [String] {
    text.split { !isOfAddress($0) }.map(String.init).filter(isAddress)
  }

  private static func isOfIdentifier(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-"
  }

  private static func isSID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count >= 4 && parts[0].lowercased() == "s" && parts[1] == "1"
      && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }

  private static func isGUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
  }

  /// The authority stays, and so does the kind of SID; who it is of does not.
  private static func sid(_ text: String, _ words: AnonymousWords) -> String {
    let parts = text.split(separator: "-")
    return parts.enumerated().map { place, part in place < 4 ? String(part) : words.domainPart(part) }
      .joined(separator: "-")
  }

  private static func guid(_ text: String, _ words: AnonymousWords) -> String {
    let digits = String(words.number(ofGUID: text), radix: 16)
    let fresh = "00000000-0000-4000-8000-" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    return text.contains(where: \.isUppercase) ? fresh.uppercased() : fresh
  }

  /// The numbers in a text's SIDs that tell of a domain or an account.
  static func domainParts(in text: String) -> [String] {
    text.split { !isOfIdentifier($0) }.map(String.init).filter(isSID)
      .flatMap { $0.split(separator: "-").dropFirst(4).map(String.init) }
  }

  /// The GUIDs in a text, in lower case.
  static func guids(in text: String) -> [String] {
    text.split { !isOfIdentifier($0) }.map { $0.lowercased() }.filter(isGUID)
  }
}
