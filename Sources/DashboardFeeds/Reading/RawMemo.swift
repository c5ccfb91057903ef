// Values that stand in thousands of objects word for word (tolerations, credential specs) are decoded once.

internal import Glibc
import StructuredText

/// Remembers what a stretch of raw bytes was decoded to. Holds at most `capacity` stretches; later ones are decoded
/// each time, so that no input makes it grow without end.
struct RawMemo<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let bytes: [UInt8]
    let value: Value
  }

  private var buckets: [UInt64: [Entry]] = [:]
  private var count = 0
  private let capacity: Int

  init(capacity: Int = 4096) { self.capacity = capacity }

  /// The value of `bytes`, decoded by `decode` where they are seen for the first time.
  mutating func value<Failure>(
    of bytes: ArraySlice<UInt8>, decode: (ArraySlice<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let hash = StableHash.words(of: bytes)
    if let entries = buckets[hash] {
      for entry in entries where Self.areEqual(entry.bytes, bytes) { return entry.value }
    }
    let value = try decode(bytes)
    if count < capacity {
      buckets[hash, default: []].append(Entry(bytes: Array(bytes), value: value))
      count += 1
    }
    return value
  }

  private static func areEqual(_ left: [UInt8], _ right: ArraySlice<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        guard let some = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(some, other, left.count) == 0
      }
    }
  }
}
