// What somebody probably did where a text stops being JSON, told from the signs around the place and never quoting them:
// what stands there may belong to a PluginInput.

import StructuredText

/// A slip of the hand in JSON: what it is, where it is, and what would put it right where that can be known.
struct JSONSlip {
  let words: String
  /// The bytes that it is about; empty where its place alone is known.
  let range: Range<Int>
  /// What should stand in the range's place; nil where nobody can know.
  let replacement: String?

  /// Puts a fault of JSON into words.
  init(_ fault: JSONFault, in bytes: [UInt8]) {
    let place = min(max(0, fault.offset), bytes.count)
    for (words, range, replacement) in Self.corrections(place, bytes)
    where Self.helps(range, replacement, fault, bytes) {
      self.words = words
      self.range = range
      self.replacement = replacement
      return
    }
    words = Self.words(fault, place, in: bytes)
    range = place..<place
    replacement = nil
  }

  // MARK: What can be put right

  /// Corrections worth a try: a comma before a closing bracket is taken out, one between two values is put in.
  private static func corrections(
    _ place: Int, _ bytes: [UInt8]
  ) -> [(words: String, range: Range<Int>, replacement: String)] {
    guard place < bytes.count, let before = bytes[..<place].lastIndex(where: { !isBlank($0) }) else {
      return []
    }
    switch bytes[place] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard bytes[before] == UInt8(ascii: ",") else { return [] }
      return [("a comma too many before the closing bracket", before..<before + 1, "")]
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      let end = before + 1
      return [("a comma is missing here", end..<end, ","), ("a colon is missing here", end..<end, ":")]
    default: return []
    }
  }

  /// Whether the text is JSON with the correction, or stops being JSON only later. A text that a second object follows
  /// is not put right by a comma.
  private static func helps(
    _ range: Range<Int>, _ replacement: String, _ fault: JSONFault, _ bytes: [UInt8]
  ) -> Bool {
    if isBehindRoot(fault.offset, bytes) { return false }
    let corrected = bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...]
    do throws(JSONFault) {
      _ = try PlacedNode.json(corrected[...])
      return true
    } catch {
      return error.offset > fault.offset + replacement.utf8.count
    }
  }

  // MARK: What can be told alone

  private static func words(_ fault: JSONFault, _ place: Int, in bytes: [UInt8]) -> String {
    switch fault.reason {
    case .endOfInput: return "it ends in the middle of a value"
    case .tooDeep(let limit): return "it nests deeper than \(limit) levels"
    default: break
    }
    guard place < bytes.count else { return "it ends in the middle of a value" }
    switch bytes[place] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return "a bracket too many, or a value is missing"
    case UInt8(ascii: "'"): return "single quotes; JSON takes double quotes alone"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): return "a comment; JSON has none"
    case 10, 13: return "the line ends inside a text: a closing quote is missing"
    case UInt8(ascii: "\\"): return "a single backslash; in a JSON text it is written twice"
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      if isBehindRoot(place, bytes) { return "something stands behind the first object" }
      return "a comma or colon is missing before this"
    default: return "a character that JSON does not allow here"
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  private static func isBehindRoot(_ place: Int, _ bytes: [UInt8]) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    return (try? PlacedNode.json(bytes[..<place])) != nil
  }
}
