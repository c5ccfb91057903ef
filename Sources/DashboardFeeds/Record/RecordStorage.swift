// Where the bytes of a record lie: in a file, or in the memory of a session.

import DashboardModel

/// Bytes that are appended to at the end, read anywhere, and given up at the front. Offsets stay what they are when the
/// front is given up.
protocol RecordStorage: AnyObject {
  /// The offset of the first byte that is still there, behind the head.
  var start: Int { get }
  /// The offset behind the last byte.
  var end: Int { get }
  /// Appends bytes as a whole.
  func append(_ bytes: [UInt8]) throws(RecordFault)
  /// Bytes at an offset; fewer where there are no more.
  func read(_ offset: Int, _ count: Int) throws(RecordFault) -> [UInt8]
  /// Gives up everything before an offset, where a segment begins.
  func drop(before offset: Int) throws(RecordFault)
}

/// Why a record could not be written or read, as facts; `text` has the words.
package enum RecordFault: Error, Hashable, Sendable {
  /// The system refused; `code` is errno.
  case system(path: String, code: Int32)
  /// The file is none of ours.
  case foreign(path: String)
  /// A later version of the format.
  case newer(path: String, version: Int)
  /// There is nothing in it yet.
  case empty(path: String)
  /// A piece that was written whole cannot be understood.
  case damaged(path: String, offset: Int, what: String)

  /// What happened, why, and what to do next.
  package var text: String {
    switch self {
    case .system(let path, let code): FeedFault.system(path, code).text
    case .foreign(let path):
      "\(path): is no record. `gmsa-tui record SOURCE \(path)` writes one; a snapshot opens as any other source."
    case .newer(let path, let version):
      "\(path): record version \(version) was written by a newer gmsa-tui; this one reads up to version "
        + "\(RecordFormat.version). Update gmsa-tui."
    case .empty(let path): "\(path): the record holds nothing yet; its sources had not answered."
    case .damaged(let path, let offset, let what):
      "\(path): damaged at byte \(offset) (\(what)); what lies before and behind that part can be shown."
    }
  }
}

/// A record in memory, for the last hours of a session.
final class MemoryStorage: RecordStorage {
  /// A segment's bytes, by the offset of its first.
  private var pieces: [(offset: Int, bytes: [UInt8])] = []
  private(set) var end = 0

  var start: Int { pieces.first?.offset ?? end }

  /// Pieces as large as a segment mostly is, so that a few are searched.
  private static let pieceBytes = 1 << 20

  func append(_ bytes: [UInt8]) throws(RecordFault) {
    if let last = pieces.last, last.bytes.count + bytes.count <= Self.pieceBytes {
      pieces[pieces.count - 1].bytes += bytes
    } else {
      pieces.append((end, bytes))
    }
    end += bytes.count
  }

  func read(_ offset: Int, _ count: Int) throws(RecordFault) -> [UInt8] {
    var found: [UInt8] = []
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    var place = low - 1
    var next = offset
    while place >= 0, place < pieces.count, found.count < count {
      let piece = pieces[place]
      let from = next - piece.offset
      guard from >= 0, from < piece.bytes.count else { break }
      let part = piece.bytes[from..<min(piece.bytes.count, from + count - found.count)]
      found += part
      next += part.count
      place += 1
    }
    return found
  }

  /// Whole pieces alone are given up; what is left of one before the offset is not read again.
  func drop(before offset: Int) throws(RecordFault) {
    while let first = pieces.first, first.offset + first.bytes.count <= offset { pieces.removeFirst() }
  }
}
