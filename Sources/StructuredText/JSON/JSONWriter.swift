// Writes JSON token by token, so that what is written of a large fleet never stands in memory as a whole.

/// Writes JSON with a member a line. Commas and new lines are its business, a key before each value of an object is the
/// caller's. Members stand in the order of the calls.
package struct JSONWriter<Target: TextOutputStream> {
  /// Where the text goes.
  package private(set) var target: Target
  private let quoting: JSONQuoting
  private var quoted: [UInt8] = []
  /// For each open container whether it has a member.
  private var hasMember: [Bool] = []
  private var followsKey = false

  package init(_ target: Target, quoting: JSONQuoting = .plain) {
    self.target = target
    self.quoting = quoting
  }

  /// An object with what `body` writes.
  package mutating func object(_ body: (inout Self) -> Void) { container("{", "}", body) }

  /// An array with what `body` writes.
  package mutating func array(_ body: (inout Self) -> Void) { container("[", "]", body) }

  /// A member's name; its value follows.
  package mutating func key(_ name: String) {
    startItem()
    writeQuoted(name)
    target.write(": ")
    followsKey = true
  }

  /// A text, or null.
  package mutating func value(_ text: String?) {
    startItem()
    if let text { writeQuoted(text) } else { target.write("null") }
  }

  /// A whole number, or null.
  package mutating func value(_ number: Int?) {
    startItem()
    target.write(number.map(String.init) ?? "null")
  }

  /// True or false.
  package mutating func value(_ flag: Bool) {
    startItem()
    target.write(flag ? "true" : "false")
  }

  /// A number that is written as it stands; it must be JSON.
  package mutating func value(number text: String) {
    startItem()
    target.write(text)
  }

  /// A member that is a text, or null.
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// A member that is a whole number, or null.
  package mutating func member(_ name: String, _ number: Int?) {
    key(name)
    value(number)
  }

  /// A member that is true or false.
  package mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    value(flag)
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

  private mutating func writeQuoted(_ text: String) {
    quoted.removeAll(keepingCapacity: true)
    quoting.append(text, to: &quoted)
    target.write(String(decoding: quoted, as: UTF8.self))
  }
}
