// Writes JSON token by token, so that a report of a large fleet never stands in memory as a whole.

import TextWidth

/// Writes JSON. Commas and new lines are its business; pairing of opens and closes is the caller's.
struct JSONWriter<Target: TextOutputStream> {
  private(set) var target: Target
  private let isASCII: Bool
  /// For each open container whether it has a member.
  private var hasMember: [Bool] = []
  private var followsKey = false

  init(_ target: Target, isASCII: Bool) {
    self.target = target
    self.isASCII = isASCII
  }

  /// An object with what `body` writes.
  mutating func object(_ body: (inout Self) -> Void) { container("{", "}", body) }

  /// An array with what `body` writes.
  mutating func array(_ body: (inout Self) -> Void) { container("[", "]", body) }

  /// A member's name; its value follows.
  mutating func key(_ name: String) {
    startItem()
    writeQuoted(name)
    target.write(": ")
    followsKey = true
  }

  mutating func value(_ text: String?) {
    startItem()
    if let text { writeQuoted(text) } else { target.write("null") }
  }

  mutating func value(_ number: Int?) {
    startItem()
    target.write(number.map(String.init) ?? "null")
  }

  mutating func value(_ flag: Bool) {
    startItem()
    target.write(flag ? "true" : "false")
  }

  /// A number that is written as it stands; it must be JSON.
  mutating func value(number text: String) {
    startItem()
    target.write(text)
  }

  private mutating func container(_ open: String, _ close: String, _ body: (inout Self) -> Void) {
    startItem()
    target.write(open)
    hasMember.append(false)
    body(&self)
    if hasMember.removeLast() { newLine() }
    target.write(close)
  }

  private mutating func startItem() {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = hasMember.indices.last else { return }
    if hasMember[last] { target.write(",") }
    hasMember[last] = true
    newLine()
  }

  private mutating func newLine() {
    target.write("\n" + String(repeating: "  ", count: hasMember.count))
  }

  /// What could steer or reorder a terminal is escaped, so that the text is whole and the file safe to look
  /// at.
  private mutating func writeQuoted(_ text: String) {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if ScalarWidth(scalar) == .unsafe || (isASCII && !scalar.isASCII) {
          for unit in String(scalar).utf16 { quoted += Self.escape(unit) }
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    target.write(quoted + "\"")
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
