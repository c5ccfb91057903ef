// The stream of an engine's events, cut into events as it comes.

internal import StructuredText

/// Cuts events out of chunks. What is no event is skipped and counted: the next line may be one.
struct EventStream {
  private var stream = ItemStream(maximumItemBytes: 1 << 20)
  /// How many pieces could not be read.
  private(set) var damaged = 0

  /// The events that a chunk completes.
  mutating func events(in chunk: [UInt8]) -> [EngineEvent] {
    // JSON text sequences, which engines may choose, put a record separator before each event. Source: RFC 7464.
    stream.append(chunk.contains(0x1E) ? chunk.filter { $0 != 0x1E } : chunk)
    var events: [EngineEvent] = []
    while let piece = stream.next() {
      switch piece {
      case .item(let item):
        do throws(JSONFault) {
          var cursor = item.cursor
          if let event = try EngineEvent.read(&cursor) { events.append(event) }
        } catch {
          damaged += 1
        }
      case .documentEnded: break
      case .fault: damaged += 1
      }
    }
    return events
  }
}
