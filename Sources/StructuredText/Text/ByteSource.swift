// Where bytes come from, a chunk at a time: a file, a pipe, memory.

/// Something that gives bytes in order; reads happen on the caller's thread and may block.
package protocol ByteSource {
  /// The number of bytes in all; nil when that is not known, as for a pipe.
  var bytesExpected: Int? { get }

  /// Fills the front of `buffer` and answers how many bytes that were; 0 at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int
}

/// What the operating system answered instead of bytes; `code` is errno.
package struct SystemFault: Error, Sendable, Hashable {
  package var code: Int32

  package init(code: Int32) { self.code = code }
}

/// Bytes that are in memory already.
package struct MemoryByteSource: ByteSource, Sendable {
  private var rest: ArraySlice<UInt8>
  private let chunkBytes: Int
  package let bytesExpected: Int?

  /// - Parameter chunkBytes: The most that one read gives; small values try out a reader's seams.
  package init(_ bytes: [UInt8], chunkBytes: Int = .max) {
    rest = bytes[...]
    self.chunkBytes = max(1, chunkBytes)
    bytesExpected = bytes.count
  }

  package mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let taken = rest.prefix(min(buffer.count, chunkBytes))
    buffer.copyBytes(from: taken)
    rest = rest.dropFirst(taken.count)
    return taken.count
  }
}
