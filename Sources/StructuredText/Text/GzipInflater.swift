// Unpacks gzip in bounded steps: a bomb costs time, never memory.

internal import CZlib

/// The state of one gzip stream, which may have several members in a row.
final class GzipInflater {
  enum Outcome {
    /// All input was used; more may come.
    case needsInput
    /// Output was made; call again with the rest of the input.
    case madeOutput
    case damaged
  }

  static let magic: [UInt8] = [0x1F, 0x8B]

  /// zlib keeps a pointer to its stream, so the stream must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isUsable: Bool
  /// True between members, where the input may end.
  private(set) var isBetweenMembers = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 asks for the gzip wrapper, 15 is the largest window.
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    isUsable = status == Z_OK
  }

  deinit {
    if isUsable { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Unpacks from the front of `input`, which shrinks, and appends at most `limit` bytes to `output`.
  func inflate(_ input: inout ArraySlice<UInt8>, limit: Int, into output: inout [UInt8]) -> Outcome {
    guard isUsable else { return .damaged }
    if isBetweenMembers {
      // Zeros pad archives on tape; gzip passes over them too.
      input = input.drop { $0 == 0 }
      guard !input.isEmpty else { return .needsInput }
      guard inflateReset(stream) == Z_OK else { return .damaged }
      isBetweenMembers = false
    }
    guard !input.isEmpty else { return .needsInput }
    let piece = [UInt8](unsafeUninitializedCapacity: limit) { room, count in
      count = step(&input, into: room)
    }
    output += piece
    switch status {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    default: return .damaged
    }
    return piece.isEmpty && input.isEmpty ? .needsInput : .madeOutput
  }

  private var status = Z_OK

  private func step(_ input: inout ArraySlice<UInt8>, into room: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let left = input.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(clamping: bytes.count)
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = UInt32(clamping: room.count)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
      return Int(stream.pointee.avail_in)
    }
    input = input.suffix(left)
    return room.count - Int(stream.pointee.avail_out)
  }
}
