// The name of an object's member, compared with literals without making a String.

/// A member's name; `switch key { case "metadata": … }` compares bytes and allocates nothing.
package struct JSONKey: Sendable {
  let bytes: ArraySlice<UInt8>

  @inline(__always)
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The name as text; ill-formed UTF-8 becomes U+FFFD.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The name as shared text, for keys that repeat (labels).
  package func string(in pool: inout StringPool) -> String { pool.string(for: bytes) }

  package static func == (key: JSONKey, name: StaticString) -> Bool {
    guard name.hasPointerRepresentation, key.bytes.count == name.utf8CodeUnitCount else { return false }
    let literal = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return key.bytes.withUnsafeBufferPointer { own in
      for index in 0..<own.count where own[index] != literal[index] { return false }
      return true
    }
  }

  package static func ~= (name: StaticString, key: JSONKey) -> Bool { key == name }
}
