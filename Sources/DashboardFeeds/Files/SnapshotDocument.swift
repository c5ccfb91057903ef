// Writes slices as a snapshot file, and reads one whole.

package import DashboardModel
import StructuredText

/// A snapshot file. Writing streams: memory stays at a few facts, whatever the size of the fleet.
package enum SnapshotDocument {
  /// Writes slices; `sink` takes the text piece by piece. Throws what `sink` or an encoder throws.
  package static func write(
    _ slices: [FeedSlice], createdAt: Timestamp, to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    try SnapshotWriter(slices, to: sink).write(createdAt: createdAt)
  }

  /// Writes slices with other names for all that names somebody: first everything is looked at, then written. Cost: each
  /// fact is coded twice more.
  package static func writeAnonymous(
    _ slices: [FeedSlice], createdAt: Timestamp, to sink: @escaping ([UInt8]) throws -> Void
  ) throws {
    var collector = NameCollector()
    try SnapshotWriter(
      slices, to: { _ in },
      rewriting: { fact in
        collector.collect(try SnapshotCoding.decode(SnapshotValue.self, from: fact[...]), member: "")
        return fact
      }
    ).write(createdAt: createdAt)
    let anonymiser = Anonymiser(collector)
    try SnapshotWriter(
      slices, to: sink,
      rewriting: { fact in
        let value = try SnapshotCoding.decode(SnapshotValue.self, from: fact[...])
        return try SnapshotCoding.encode(anonymiser.anonymous(value))
      }
    ).write(createdAt: createdAt)
  }

  /// Reads a snapshot file whole. What could not be read is among `unreadable`; throws where the file as a whole is no
  /// snapshot that this program can read.
  package static func slices(
    inFile path: String
  ) throws(FeedFault) -> (slices: [FeedSlice], unreadable: [UnreadableItem]) {
    let naming = ClusterNaming.loose
    var reader = FileReader(
      source: path, kubernetes: ReadingContext(cluster: naming.kubernetes),
      swarm: ReadingContext(cluster: naming.swarm)
    )
    FileReader.documentReader.read(path: path) { reader.handle($0) }
    if let fault = reader.reading.fault { throw fault }
    return (reader.reading.snapshot, reader.reading.unreadable)
  }
}
