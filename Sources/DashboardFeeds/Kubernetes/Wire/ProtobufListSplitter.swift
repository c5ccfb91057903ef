// Takes a protobuf list apart while it arrives: one object at a time, so that no page stands in memory as a whole.

package import StructuredText

/// A splitter of one page. Bytes go in with `append`, objects come out of `next` until it has no more of them.
package struct ProtobufListSplitter: Sendable {
  /// What a page consists of.
  package enum Piece: Sendable {
    /// An object's message.
    case item(ArraySlice<UInt8>)
    /// The page is whole: the revision that it is of, and what leads to the next page; nil on the last one.
    case ended(resourceVersion: String, continuation: String?)
    /// Another kind than a list; a Status, for one.
    case other(kind: String)
  }

  private enum Stage: Sendable {
    case magic
    /// Among the fields of the envelope.
    case envelope
    /// Among the fields of the list, which ends at this position.
    case list(end: Int)
    case done
  }

  private var bytes = ArrivedBytes()
  private var stage = Stage.magic
  private var kind = ""
  private var metadata: ProtobufTexts?

  package init() {}

  /// Takes what has arrived.
  package mutating func append(_ chunk: [UInt8]) { bytes.append(chunk) }

  /// Whether the page came to its end; where the answer has ended and this is false, it was cut off.
  package var isWhole: Bool {
    if case .done = stage { true } else { false }
  }

  /// The next piece; nil where more bytes are needed, or after the end.
  package mutating func next() throws(ProtobufFault) -> Piece? {
    while true {
      switch stage {
      case .magic:
        guard let magic = bytes.take(ProtobufEnvelope.magic.count) else { return nil }
        guard magic.elementsEqual(ProtobufEnvelope.magic) else { throw .malformed }
        stage = .envelope
      case .envelope:
        if let piece = try readEnvelope() { return piece }
        if case .envelope = stage { return nil }
      case .list(let end):
        if bytes.position == end {
          stage = .done
          return .ended(resourceVersion: metadata?[2] ?? "", continuation: metadata?[3])
        }
        guard let (number, value) = try bytes.field() else { return nil }
        guard bytes.position <= end else { throw .malformed }
        if number == 1 { metadata = try ProtobufTexts(value) }
        if number == 2 { return .item(value) }
      case .done: return nil
      }
    }
  }

  /// Reads the envelope up to the contents of a list.
  private mutating func readEnvelope() throws(ProtobufFault) -> Piece? {
    while let (number, count) = try bytes.head() {
      if number == ProtobufEnvelope.contentsField {
        guard kind.hasSuffix("List") else {
          stage = .done
          return .other(kind: kind)
        }
        bytes.takeHead()
        stage = .list(end: bytes.position + count)
        return nil
      }
      guard let (_, value) = try bytes.field() else { return nil }
      if number == ProtobufEnvelope.typeField { kind = try ProtobufEnvelope.kind(value) }
    }
    return nil
  }
}

/// Takes a watch apart while it arrives. Source: apimachinery pkg/util/framer: a length of four bytes before each event;
/// meta/v1 WatchEvent.
package struct ProtobufWatchSplitter: Sendable {
  private var bytes = ArrivedBytes()
  private var length: Int?

  package init() {}

  /// Takes what has arrived.
  package mutating func append(_ chunk: [UInt8]) { bytes.append(chunk) }

  /// The next event: its type, and the kind and message of its object; nil where more bytes are needed.
  package mutating func next() throws(ProtobufFault) -> (
    type: String, kind: String, object: ArraySlice<UInt8>
  )? {
    if length == nil, let head = bytes.take(4) { length = head.reduce(0) { $0 << 8 | Int($1) } }
    guard let count = length else { return nil }
    guard count <= ArrivedBytes.largestObject else { throw .malformed }
    guard let frame = bytes.take(count) else { return nil }
    length = nil
    var cursor = ProtobufCursor(frame)
    var type = ""
    var object: ArraySlice<UInt8> = []
    while let (number, value) = try cursor.next() {
      guard case .bytes(let bytes) = value else { continue }
      if number == 1 { type = String(decoding: bytes, as: UTF8.self) }
      if number == 2 { object = try Self.raw(bytes) }
    }
    let envelope = try ProtobufEnvelope(object)
    return (type, envelope.kind, envelope.contents)
  }

  /// The bytes of a RawExtension.
  private static func raw(_ bytes: ArraySlice<UInt8>) throws(ProtobufFault) -> ArraySlice<UInt8> {
    var cursor = ProtobufCursor(bytes)
    while let (number, value) = try cursor.next() {
      if number == 1, case .bytes(let bytes) = value { return bytes }
    }
    throw .malformed
  }
}
