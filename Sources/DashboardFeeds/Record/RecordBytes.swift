// Numbers and texts as a record holds them: variable lengths, little end first.

/// Why a piece of a record could not be understood.
struct RecordDamage: Error, Hashable {
  /// What was being read.
  let what: String
}

/// Writes numbers and texts.
struct RecordBytes {
  private(set) var bytes: [UInt8] = []

  /// A number from 0 on, seven bits a byte. Source: LEB128.
  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of either sign, small ones short.
  mutating func signed(_ value: Int64) { number(Int((value << 1) ^ (value >> 63))) }

  /// A byte.
  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Bytes behind their count.
  mutating func blob(_ blob: some Collection<UInt8>) {
    number(blob.count)
    bytes.append(contentsOf: blob)
  }

  /// A text behind its count of bytes.
  mutating func text(_ text: String) {
    number(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// What was written elsewhere.
  mutating func add(_ other: RecordBytes) { bytes += other.bytes }

  /// A number of so many bytes.
  mutating func fixed<Number: FixedWidthInteger>(_ value: Number) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `RecordBytes` wrote. Nothing that stands in the bytes can make it read beyond them or trap.
struct RecordInput {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  var isAtEnd: Bool { place >= bytes.endIndex }

  mutating func number() throws(RecordDamage) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.endIndex, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
      shift += 7
    }
    throw RecordDamage(what: "a number")
  }

  /// A count of things that take at least a byte each.
  mutating func count() throws(RecordDamage) -> Int {
    let value = try number()
    guard value >= 0, value <= bytes.endIndex - place else { throw RecordDamage(what: "a count") }
    return value
  }

  mutating func signed() throws(RecordDamage) -> Int64 {
    let raw = UInt64(bitPattern: Int64(try number()))
    return Int64(bitPattern: (raw >> 1) ^ (~(raw & 1) &+ 1))
  }

  mutating func byte() throws(RecordDamage) -> UInt8 {
    guard place < bytes.endIndex else { throw RecordDamage(what: "a byte") }
    place += 1
    return bytes[place - 1]
  }

  mutating func blob() throws(RecordDamage) -> ArraySlice<UInt8> {
    let count = try count()
    place += count
    return bytes[place - count..<place]
  }

  mutating func text() throws(RecordDamage) -> String { String(decoding: try blob(), as: UTF8.self) }

  mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(RecordDamage) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.endIndex - place >= size else { throw RecordDamage(what: "a field") }
    var value: Number = 0
    for index in (0..<size).reversed() {
      value = value << 8 | Number(truncatingIfNeeded: bytes[place + index])
    }
    place += size
    return value
  }
}
