// Hashes that are the same in every run: they name inline credential specs and tell raw texts apart.

/// FNV-1a, and a faster relative of it that takes eight bytes a step. Neither is meant against an adversary.
enum StableHash {
  private static let offset: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  /// FNV-1a of 64 bits. Source: draft-eastlake-fnv.
  static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = offset
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }

  /// A hash of a text.
  static func fnv1a(_ text: String) -> UInt64 { fnv1a(text.utf8) }

  /// Eight bytes a step; not FNV-1a's value.
  static func words(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var hash = offset ^ UInt64(buffer.count)
      var index = 0
      while index &+ 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        index &+= 8
      }
      while index < buffer.count {
        hash = (hash ^ UInt64(buffer[index])) &* prime
        index &+= 1
      }
      return hash
    }
  }

  /// The first eight hexadecimal digits of a hash.
  static func eightDigits(_ hash: UInt64) -> String {
    let digits = String(hash >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
