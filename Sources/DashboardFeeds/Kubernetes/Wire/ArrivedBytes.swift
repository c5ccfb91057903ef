// Bytes that arrive in chunks and are taken in pieces of any size.

import StructuredText

/// Bytes between arrival and use.
struct ArrivedBytes: Sendable {
  /// The largest object that is taken. The largest that etcd keeps is 1.5 MB by default.
  static let largestObject = 64 << 20

  private var bytes: [UInt8] = []
  private var start = 0
  /// Bytes that were taken so far.
  private(set) var position = 0
  /// How long the key and length are that `head` saw last.
  private var headCount = 0

  /// Takes what has arrived.
  mutating func append(_ chunk: [UInt8]) {
    // What was taken goes when it is more than what is left, so that each byte moves about once.
    if start == bytes.count {
      bytes = chunk
      start = 0
    } else {
      if start > bytes.count - start {
        bytes.removeFirst(start)
        start = 0
      }
      bytes += chunk
    }
  }

  /// The next bytes; nil where they are not there yet.
  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard bytes.count - start >= count else { return nil }
    defer {
      start += count
      position += count
    }
    return bytes[start..<start + count]
  }

  /// Number and length of the next field, which must be a message, text or list; nil where they are not there yet.
  mutating func head() throws(ProtobufFault) -> (number: Int, count: Int)? {
    var index = start
    guard let key = try number(&index), let count = try number(&index) else { return nil }
    guard key & 7 == 2 else { throw .unexpectedKind(field: Int(truncatingIfNeeded: key >> 3)) }
    guard key >> 3 > 0, key >> 3 < 1 << 29, count <= UInt64(Int32.max) else { throw .malformed }
    headCount = index - start
    return (Int(key >> 3), Int(count))
  }

  /// Takes the head that was looked at.
  mutating func takeHead() {
    start += headCount
    position += headCount
  }

  /// The next field as a whole; nil where it is not there yet.
  mutating func field() throws(ProtobufFault) -> (number: Int, value: ArraySlice<UInt8>)? {
    guard let (number, count) = try head() else { return nil }
    guard count <= Self.largestObject else { throw .malformed }
    guard bytes.count - start >= headCount + count else { return nil }
    takeHead()
    return take(count).map { (number, $0) }
  }

  private func number(_ index: inout Int) throws(ProtobufFault) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if shift == 63, byte > 1 { throw .malformed }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw .malformed }
    }
    return nil
  }
}
