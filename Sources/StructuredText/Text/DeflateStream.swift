// Packs and unpacks one stream in pieces that each end at a byte: what was packed so far can be read without the rest,
// and later pieces still know the words of earlier ones.

internal import CZlib

/// Packs pieces of one stream. Source: RFC 1951; zlib's Z_SYNC_FLUSH.
package final class DeflateStream {
  /// zlib keeps a pointer to its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isUsable: Bool

  /// A new stream. `level` is zlib's, from 1 (fast) to 9 (small).
  package init(level: Int = 6) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Minus 15: the largest window, and neither a header nor a sum of zlib's own.
    let status = deflateInit2_(
      stream, Int32(level), Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    isUsable = status == Z_OK
  }

  deinit {
    if isUsable { deflateEnd(stream) }
    stream.deallocate()
  }

  /// The packed form of the next piece. Empty where zlib has no memory, which it then says for every piece.
  package func pack(_ piece: [UInt8]) -> [UInt8] {
    guard isUsable else { return [] }
    var packed: [UInt8] = []
    piece.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: bytes.count)
      let step = max(256, piece.count / 4)
      repeat {
        packed += [UInt8](unsafeUninitializedCapacity: step) { room, count in
          stream.pointee.next_out = room.baseAddress
          stream.pointee.avail_out = UInt32(clamping: room.count)
          _ = CZlib.deflate(stream, Z_SYNC_FLUSH)
          count = room.count - Int(stream.pointee.avail_out)
        }
      } while stream.pointee.avail_out == 0
    }
    return packed
  }
}

/// Unpacks the pieces of one stream in their order.
package final class InflateStream {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isUsable: Bool

  /// A new stream.
  package init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isUsable = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isUsable { inflateEnd(stream) }
    stream.deallocate()
  }

  /// The next piece, which must come to exactly `count` bytes; nil where it does not.
  package func unpack(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    guard isUsable else { return nil }
    return packed.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: bytes.count)
      var status = Z_OK
      // One byte more than is expected, so that a piece that is longer is seen to be.
      let piece = [UInt8](unsafeUninitializedCapacity: count + 1) { room, written in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(clamping: room.count)
        status = CZlib.inflate(stream, Z_SYNC_FLUSH)
        written = room.count - Int(stream.pointee.avail_out)
      }
      let isWhole = piece.count == count && stream.pointee.avail_in == 0
      return (status == Z_OK || status == Z_BUF_ERROR) && isWhole ? piece : nil
    }
  }
}

/// Sums that tell a damaged piece from a whole one.
package enum Checksum {
  /// CRC-32 as in gzip. Source: RFC 1952 section 8; zlib's crc32.
  package static func crc32(_ pieces: ArraySlice<UInt8>...) -> UInt32 {
    var sum: UInt = 0
    for piece in pieces {
      piece.withUnsafeBufferPointer { bytes in
        sum = CZlib.crc32(sum, bytes.baseAddress, UInt32(clamping: bytes.count))
      }
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
