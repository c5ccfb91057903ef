// The pieces that a record is made of: a header that can be found, checked and skipped, and packed bytes behind it.

import DashboardModel
import StructuredText

/// The format of records. Described by docs/formats/record.md.
package enum RecordFormat {
  /// The first bytes of a record.
  package static let magic = Array("GMSAREC\n".utf8)
  /// The version that is written, and the greatest that is read.
  package static let version: UInt16 = 1
  /// Bytes before the first chunk.
  static let headBytes = 24
}

/// The first bytes of a record: what it is, in which version, since when.
struct RecordHead {
  let version: UInt16
  let createdAt: Timestamp

  var bytes: [UInt8] {
    var bytes = RecordBytes()
    for byte in RecordFormat.magic { bytes.byte(byte) }
    bytes.fixed(version)
    bytes.fixed(UInt16(0))
    bytes.fixed(UInt32(RecordFormat.headBytes))
    bytes.fixed(createdAt.milliseconds)
    return bytes.bytes
  }

  init(createdAt: Timestamp) {
    version = RecordFormat.version
    self.createdAt = createdAt
  }

  /// Nil where the bytes are no record's.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= RecordFormat.headBytes, Array(bytes.prefix(8)) == RecordFormat.magic else {
      return nil
    }
    var input = RecordInput(bytes[8...])
    guard let version = try? input.fixed(UInt16.self), (try? input.fixed(UInt16.self)) != nil,
      (try? input.fixed(UInt32.self)) != nil, let created = try? input.fixed(Int64.self)
    else { return nil }
    self.version = version
    createdAt = Timestamp(milliseconds: created)
  }
}

/// The header of a chunk.
struct RecordChunk: Hashable, Sendable {
  /// What a chunk holds.
  enum Kind: UInt8, Sendable {
    /// Everything that every feed says: reading can begin here. It begins a segment.
    case key = 1
    /// What is otherwise than before.
    case change = 2
    /// What that means: cells and findings that changed.
    case news = 3
  }

  static let bytes = 36
  static let magic: UInt32 = 0x3143_5247  // GRC1
  /// The largest piece that is believed; a larger one is damage.
  static let largest = 1 << 30
  /// Something in it is critical.
  static let criticalFlag: UInt8 = 1

  var kind: Kind
  var flags: UInt8 = 0
  /// Bytes of the packed piece behind the header.
  var packedCount: Int
  /// Bytes of the piece when it is unpacked.
  var rawCount: Int
  /// Changes that it tells of.
  var changes: Int
  /// When it was written down.
  var time: Timestamp
  /// Bytes back: from a key to the key before, 0 for the first; from all others to the key of their segment.
  var back: Int

  /// Bytes of header and piece.
  var size: Int { Self.bytes + packedCount }

  /// The header and the piece, ready to be appended in one write.
  func written(with piece: [UInt8]) -> [UInt8] {
    var header = RecordBytes()
    header.fixed(Self.magic)
    header.byte(kind.rawValue)
    header.byte(flags)
    header.fixed(UInt16(0))
    header.fixed(UInt32(clamping: packedCount))
    header.fixed(UInt32(clamping: rawCount))
    header.fixed(UInt32(clamping: changes))
    header.fixed(time.milliseconds)
    header.fixed(UInt32(clamping: back))
    header.fixed(Checksum.crc32(header.bytes[...], piece[...]))
    return header.bytes + piece
  }

  /// A header by its bytes; nil where they are none. The sum covers the piece too, and is checked by `isWhole`.
  init?(_ header: ArraySlice<UInt8>) {
    guard header.count >= Self.bytes else { return nil }
    var input = RecordInput(header)
    guard (try? input.fixed(UInt32.self)) == Self.magic,
      let kind = (try? input.byte()).flatMap(Kind.init(rawValue:)), let flags = try? input.byte(),
      (try? input.fixed(UInt16.self)) == 0, let packed = try? input.fixed(UInt32.self),
      let raw = try? input.fixed(UInt32.self), let changes = try? input.fixed(UInt32.self),
      let time = try? input.fixed(Int64.self), let back = try? input.fixed(UInt32.self),
      packed < Self.largest, raw < Self.largest
    else { return nil }
    self.init(
      kind: kind, flags: flags, packedCount: Int(packed), rawCount: Int(raw), changes: Int(changes),
      time: Timestamp(milliseconds: time), back: Int(back))
  }

  init(
    kind: Kind, flags: UInt8 = 0, packedCount: Int, rawCount: Int, changes: Int, time: Timestamp, back: Int
  ) {
    self.kind = kind
    self.flags = flags
    self.packedCount = packedCount
    self.rawCount = rawCount
    self.changes = changes
    self.time = time
    self.back = back
  }

  /// Whether header and piece are as they were written.
  static func isWhole(header: ArraySlice<UInt8>, piece: ArraySlice<UInt8>) -> Bool {
    guard header.count == bytes else { return false }
    let sumPlace = header.endIndex - 4
    var input = RecordInput(header[sumPlace...])
    return (try? input.fixed(UInt32.self)) == Checksum.crc32(header[..<sumPlace], piece)
  }
}
