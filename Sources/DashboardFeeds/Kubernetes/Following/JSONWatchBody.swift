// A watch as JSON: an event a line, of whatever length.

import DashboardModel
import StructuredText

/// The body of a watch in JSON.
struct JSONWatchBody: BodySplitter {
  private static let lineFeed = UInt8(ascii: "\n")
  /// Longer than any object that a server keeps; what is longer is no event.
  private static let longestLine = 64 << 20

  private let decoder: any KubernetesDecoder.Type
  private let source: String
  private var rest: [UInt8] = []

  init(_ decoder: any KubernetesDecoder.Type, source: String) {
    self.decoder = decoder
    self.source = source
  }

  mutating func read(
    _ chunk: [UInt8], _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault) {
    var start = chunk.startIndex
    while let end = chunk[start...].firstIndex(of: Self.lineFeed) {
      if rest.isEmpty {
        try readLine(chunk[start..<end], &context, each)
      } else {
        rest += chunk[start..<end]
        try readLine(rest[...], &context, each)
        rest.removeAll()
      }
      start = end + 1
    }
    rest += chunk[start...]
    if rest.count > Self.longestLine { throw BodyFault(words: "a line of it has more than 64 MB") }
  }

  private func readLine(
    _ line: ArraySlice<UInt8>, _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault) {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    var (type, object) = ("", JSONCursor?.none)
    do throws(JSONFault) {
      var cursor = JSONCursor(line)
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "type": type = try value.string()
        case "object": object = JSONCursor(try value.raw())
        default: break
        }
      }
    } catch {
      let beginning = String(decoding: line.prefix(60), as: UTF8.self)
      throw BodyFault(words: "it holds a line that is no event: \(error.reason.text), at `\(beginning)`")
    }
    guard let object else { throw BodyFault(words: "it holds an event without an object") }
    each(try piece(type, object, &context))
  }

  private func piece(
    _ type: String, _ object: JSONCursor, _ context: inout ReadingContext
  ) throws(BodyFault) -> BodyPiece {
    var cursor = object
    switch type {
    case "BOOKMARK":
      let head = ObjectHead(object)
      return .bookmark(version: head.version, isInitialEnd: head.isInitialEnd)
    case "ERROR":
      var refusal = APIRefusal(code: 500)
      try? refusal.read(&cursor)
      return .refusal(refusal)
    default: break
    }
    guard let change = WatchedChange(rawValue: type) else {
      throw BodyFault(words: "it holds an event of the unknown type \(type)")
    }
    do throws(JSONFault) {
      return .change(change, try decoder.object(&cursor, &context))
    } catch {
      let head = ObjectHead(object)
      let item = UnreadableItem(
        source: "\(source) \(head.name)", path: error.path, reason: error.reason.text)
      return .unreadable(item, version: head.version)
    }
  }
}

/// What the metadata of any object says, read without a decoder.
struct ObjectHead {
  var name = ""
  var version = ""
  /// Whether it is the bookmark behind the last object of a list that came as changes.
  var isInitialEnd = false

  /// Reads an object; what cannot be read stays empty.
  init(_ object: JSONCursor) {
    var cursor = object
    try? cursor.members { (key, value) throws(JSONFault) in
      guard key == "metadata" else { return }
      try value.members { (key, value) throws(JSONFault) in
        switch key {
        case "name": name = try value.optionalString() ?? ""
        case "resourceVersion": version = try value.optionalString() ?? ""
        case "annotations":
          try value.members { (key, value) throws(JSONFault) in
            if key == "k8s.io/initial-events-end" { isInitialEnd = try value.string() == "true" }
          }
        default: break
        }
      }
    }
  }
}
