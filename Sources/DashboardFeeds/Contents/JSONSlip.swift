// What somebody probably did where a text stops being JSON, told from the signs around the place and never quoting them:
// what stands there may belong to a PluginInput.

import StructuredText

/// Puts a fault of JSON into words.
enum JSONSlip {
  static func words(_ fault: JSONFault, in bytes: [UInt8]) -> String {
    switch fault.reason {
    case .endOfInput: return "it ends in the middle of a value"
    case .tooDeep(let limit): return "it nests deeper than \(limit) levels"
    default: break
    }
    let place = min(max(0, fault.offset), bytes.count)
    guard place < bytes.count else { return "it ends in the middle of a value" }
    let before = bytes[..<place].last { !isBlank($0) }
    switch bytes[place] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return before == UInt8(ascii: ",")
        ? "a comma too many before this bracket" : "a bracket too many, or a value is missing"
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
    (try? PlacedNode.json(bytes[..<place])) != nil
  }
}
