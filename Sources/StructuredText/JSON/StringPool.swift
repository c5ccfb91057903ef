// Names repeat a hundred thousand times in a fleet; the pool keeps one String of each.

/// Interns short strings by their UTF-8 bytes: equal bytes give the same shared storage.
/// Lookup allocates nothing; at most `capacity` strings are kept, later ones are made afresh each time.
package struct StringPool: Sendable {
  private var slots: [String?]
  private var mask: Int
  private var kept = 0
  private let capacity: Int
  private static let longest = 256

  package init(capacity: Int = 1 << 18) {
    self.capacity = capacity
    slots = Array(repeating: nil, count: 1024)
    mask = 1023
  }

  /// How many different strings are kept.
  package var count: Int { kept }

  /// The shared String of `bytes`; ill-formed UTF-8 becomes U+FFFD and is not shared.
  package mutating func string(for bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { string(for: $0) }
  }

  mutating func string(for bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Fifteen bytes live inside a String: nothing to share.
    guard bytes.count > 15, bytes.count <= Self.longest else { return String(decoding: bytes, as: UTF8.self) }
    var slot = Self.hash(bytes) & mask
    while let candidate = slots[slot] {
      if Self.equal(candidate, bytes) { return candidate }
      slot = (slot + 1) & mask
    }
    let string = String(decoding: bytes, as: UTF8.self)
    guard kept < capacity, string.utf8.count == bytes.count else { return string }
    slots[slot] = string
    kept += 1
    if kept * 2 > slots.count { grow() }
    return string
  }

  private static func equal(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard string.utf8.count == bytes.count else { return false }
    return string.utf8.elementsEqual(bytes)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    mask = slots.count - 1
    for case let string? in old {
      var copy = string
      var slot = copy.withUTF8 { Self.hash($0) } & mask
      while slots[slot] != nil { slot = (slot + 1) & mask }
      slots[slot] = string
    }
  }
}
