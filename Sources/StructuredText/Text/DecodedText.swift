// A whole text in memory, decoded, with what its first bytes told of its encoding.

/// A text as UTF-8, without byte order mark, and how it was written.
package struct DecodedText: Sendable {
  /// How a text was written.
  package enum Encoding: Sendable, Hashable {
    case utf8, utf16
  }

  /// The text in UTF-8; ill-formed where the file was.
  package var bytes: [UInt8]
  package var encoding: Encoding
  package var hasByteOrderMark: Bool

  /// A text that is UTF-8 already.
  package init(_ bytes: [UInt8]) {
    let (encoding, mark) = TextEncoding.detect(bytes.prefix(4))
    hasByteOrderMark = mark > 0
    self.encoding = encoding == .utf8 ? .utf8 : .utf16
    var decoder = TextDecoder()
    self.bytes = []
    decoder.decode(bytes[...], into: &self.bytes)
    decoder.finish(into: &self.bytes)
  }

  /// Reads a source to its end, unpacked and decoded; nil where it gives more than `limit` bytes.
  package static func read(_ source: some ByteSource, limit: Int) throws(SystemFault) -> DecodedText? {
    guard let bytes = try bytes(of: source, limit: limit) else { return nil }
    return DecodedText(unpacking: bytes, limit: limit)
  }

  /// The bytes of a source as they are; nil where it gives more than `limit`.
  package static func bytes(of source: some ByteSource, limit: Int) throws(SystemFault) -> [UInt8]? {
    let bytes = try beginning(of: source, limit: limit)
    return bytes.count > limit ? nil : bytes
  }

  /// The bytes of a source from its beginning: all of them, or more than `limit` where it gives more.
  package static func beginning(of source: some ByteSource, limit: Int) throws(SystemFault) -> [UInt8] {
    var source = source
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = try chunk(of: &source)
      if chunk.isEmpty { break }
      bytes += chunk
    }
    return bytes
  }

  /// Nil where the unpacked text is above the limit; damaged compression gives what came before.
  package init?(unpacking bytes: [UInt8], limit: Int) {
    guard bytes.starts(with: GzipInflater.magic) else {
      self.init(bytes)
      return
    }
    let inflater = GzipInflater()
    var input = bytes[...]
    var output: [UInt8] = []
    while case .madeOutput = inflater.inflate(&input, limit: 1 << 16, into: &output) {
      if output.count > limit { return nil }
    }
    self.init(output)
  }

  private static func chunk(of source: inout some ByteSource) throws(SystemFault) -> [UInt8] {
    var failure: SystemFault?
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, count in
      do throws(SystemFault) {
        count = try source.read(into: UnsafeMutableRawBufferPointer(room))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure { throw failure }
    return chunk
  }
}
