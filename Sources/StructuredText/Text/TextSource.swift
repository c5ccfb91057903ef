// The stage between a file and its readers: unpacks, decodes, counts, a bounded piece at a time.

/// Why no more text comes.
enum TextSourceFault: Error {
  case system(SystemFault)
  case damagedCompression
  case truncatedCompression
}

/// Gives the text of a byte source as UTF-8.
struct TextSource<Source: ByteSource> {
  private var source: Source
  private let chunkBytes: Int
  private var raw: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var inflater: GzipInflater?
  private var decoder = TextDecoder()
  private(set) var bytesRead = 0

  init(_ source: Source, chunkBytes: Int) {
    self.source = source
    self.chunkBytes = chunkBytes
  }

  var bytesExpected: Int? { source.bytesExpected }

  /// Appends the next piece of text, of at most a few chunks; false when there is nothing more.
  mutating func read(into output: inout [UInt8]) throws(TextSourceFault) -> Bool {
    let isFirst = bytesRead == 0
    if raw.isEmpty, !isAtEnd { try fill() }
    if isFirst { try startInflating() }
    guard let inflater else { return finishPlain(into: &output) }
    var piece: [UInt8] = []
    switch inflater.inflate(&raw, limit: chunkBytes, into: &piece) {
    case .damaged:
      raw = []
      isAtEnd = true
      decoder.decode(piece[...], into: &output)
      throw .damagedCompression
    case .madeOutput: break
    case .needsInput:
      if isAtEnd {
        decoder.finish(into: &output)
        if !inflater.isBetweenMembers { throw .truncatedCompression }
        return false
      }
    }
    decoder.decode(piece[...], into: &output)
    return true
  }

  private mutating func finishPlain(into output: inout [UInt8]) -> Bool {
    if raw.isEmpty {
      decoder.finish(into: &output)
      return false
    }
    decoder.decode(raw, into: &output)
    raw = []
    return true
  }

  private mutating func startInflating() throws(TextSourceFault) {
    // One byte may come alone from a pipe.
    while raw.count < 2, !isAtEnd { try fill() }
    if raw.starts(with: GzipInflater.magic) { inflater = GzipInflater() }
  }

  private mutating func fill() throws(TextSourceFault) {
    var failure: SystemFault?
    let fresh = [UInt8](unsafeUninitializedCapacity: chunkBytes) { room, count in
      do throws(SystemFault) {
        count = try source.read(into: UnsafeMutableRawBufferPointer(room))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure {
      isAtEnd = true
      throw .system(failure)
    }
    bytesRead += fresh.count
    isAtEnd = fresh.isEmpty
    raw = raw.isEmpty ? fresh[...] : raw + fresh
  }
}
