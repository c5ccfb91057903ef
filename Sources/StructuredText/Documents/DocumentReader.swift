// Reads one file from its first byte to its last item: unpack, decode, tell what it is, split, hand over.

/// Reads documents of any supported form and hands over one event at a time, on the caller's thread.
/// Memory stays at a few chunks plus the largest item, whatever the size of the file.
package struct DocumentReader: Sendable {
  /// Where arrays of items stand in an object: `items` of a Kubernetes list by default.
  package var itemPaths: [[String]] = [["items"]]
  /// An item above this becomes a fault and the rest goes on.
  package var maximumItemBytes = 64 << 20
  /// A YAML document that is no list of items is parsed as a whole, up to this size.
  package var maximumYAMLBytes = 8 << 20
  package var chunkBytes = 128 << 10
  /// After so many faults the rest of the file is not read.
  package var maximumFaults = 10_000

  package init() {}

  /// Reads everything. `isCancelled` is asked once a chunk, of at most a few hundred KiB.
  package func read(
    _ source: some ByteSource, isCancelled: () -> Bool = { false },
    _ handle: (DocumentEvent) -> Void
  ) {
    var reading = DocumentReading(self, TextSource(source, chunkBytes: max(16, chunkBytes)))
    reading.run(isCancelled, handle)
  }

  /// Opens and reads a file; a file that cannot be opened gives a fault and the end.
  package func read(
    path: String, isCancelled: () -> Bool = { false }, _ handle: (DocumentEvent) -> Void
  ) {
    do throws(SystemFault) {
      read(try FileByteSource(path: path), isCancelled: isCancelled, handle)
    } catch {
      let start = TextPlace(line: 1, column: 1, byteOffset: 0)
      handle(.fault(DocumentFault(reason: .system(code: error.code), place: start)))
      handle(.finished(isComplete: false))
    }
  }
}
