// Facts of texts that are in memory already: recorded answers, and whatever else is no file.

package import DashboardModel
import StructuredText

/// Reads texts as files are read.
package enum FileFacts {
  /// A text and the name that messages call it by.
  package struct Text: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// What the texts say together, as loose files or as those of one named cluster. The faults are of whole texts.
  package static func slice(
    of texts: [Text], cluster: ClusterName? = nil, feed: FeedID = "texts", chunkBytes: Int = .max
  ) -> (slice: FeedSlice, faults: [FeedFault]) {
    let naming = cluster.map { ClusterNaming.named($0) } ?? .loose
    var readings: [FileReading] = []
    var kubernetes = ReadingContext(cluster: naming.kubernetes)
    for text in texts {
      var reader = FileReader(
        source: text.name, kubernetes: kubernetes, swarm: ReadingContext(cluster: naming.swarm)
      )
      FileReader.documentReader.read(MemoryByteSource(text.bytes, chunkBytes: chunkBytes)) {
        reader.handle($0)
      }
      kubernetes = reader.kubernetes
      readings.append(reader.reading)
    }
    let assembly = FactsAssembly(readings)
    let slice = FeedSlice(
      feed: feed, status: .settled, revision: 1, facts: assembly.facts,
      unreadable: readings.flatMap(\.unreadable) + assembly.notes
    )
    return (slice, readings.compactMap(\.fault))
  }

  /// The slices of a snapshot that is in memory already.
  static func snapshot(of text: Text) -> (slices: [FeedSlice], fault: FeedFault?) {
    let naming = ClusterNaming.loose
    var reader = FileReader(
      source: text.name, kubernetes: ReadingContext(cluster: naming.kubernetes),
      swarm: ReadingContext(cluster: naming.swarm)
    )
    FileReader.documentReader.read(MemoryByteSource(text.bytes)) { reader.handle($0) }
    return (reader.reading.snapshot, reader.reading.fault)
  }
}
