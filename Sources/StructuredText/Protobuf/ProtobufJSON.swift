// Writes the wanted fields of a protobuf message as JSON, so that one decoder reads what a server writes either way.

/// A writer that is used again for many messages, with the room that it has.
package struct ProtobufJSON: Sendable {
  /// How deep messages may nest.
  static let maximumDepth = 64

  /// The JSON written last.
  package private(set) var json: [UInt8] = []

  package init() {}

  /// Writes a message in place of what was written before.
  package mutating func write(
    _ bytes: ArraySlice<UInt8>, as message: ProtobufMessage
  ) throws(ProtobufFault) {
    json.removeAll(keepingCapacity: true)
    try object(bytes, message, depth: 0)
  }

  private mutating func object(
    _ bytes: ArraySlice<UInt8>, _ message: ProtobufMessage, depth: Int
  ) throws(ProtobufFault) {
    json.append(Byte.openBrace)
    try members(bytes, message, depth: depth)
    json.append(Byte.closeBrace)
  }

  /// Lists and maps stand as one run of fields of one number, as Kubernetes' marshallers write them.
  private mutating func members(
    _ bytes: ArraySlice<UInt8>, _ message: ProtobufMessage, depth: Int
  ) throws(ProtobufFault) {
    guard depth < Self.maximumDepth else { throw .tooDeep(limit: Self.maximumDepth) }
    var cursor = ProtobufCursor(bytes)
    var open: Int?
    var closing: UInt8 = 0
    while let (number, value) = try cursor.next() {
      guard let field = message.field(number) else { continue }
      if let run = open, run != number {
        json.append(closing)
        open = nil
      }
      if let (opening, end) = Self.brackets(of: field.kind) {
        if open == nil {
          startMember(field)
          json.append(opening)
          (open, closing) = (number, end)
        } else {
          json.append(Byte.comma)
        }
      }
      try write(value, field, depth: depth)
    }
    if open != nil { json.append(closing) }
  }

  private static func brackets(of kind: ProtobufMessage.Kind) -> (UInt8, UInt8)? {
    switch kind {
    case .texts, .messages: (Byte.openBracket, Byte.closeBracket)
    case .map: (Byte.openBrace, Byte.closeBrace)
    default: nil
    }
  }

  private mutating func write(
    _ value: ProtobufCursor.Value, _ field: ProtobufMessage.Field, depth: Int
  ) throws(ProtobufFault) {
    switch (field.kind, value) {
    case (.text, .bytes(let bytes)):
      if bytes.isEmpty { return }
      startMember(field)
      quote(bytes)
    case (.texts, .bytes(let bytes)): quote(bytes)
    case (.truth, .number(let number)):
      startMember(field)
      json += number == 0 ? Self.no : Self.yes
    case (.integer, .number(let number)):
      startMember(field)
      json += String(Int64(bitPattern: number)).utf8
    case (.time, .bytes(let bytes)): try time(bytes, field)
    case (.message(let inner), .bytes(let bytes)):
      startMember(field)
      try object(bytes, inner, depth: depth + 1)
    case (.messages(let inner), .bytes(let bytes)): try object(bytes, inner, depth: depth + 1)
    case (.embedded(let inner), .bytes(let bytes)): try members(bytes, inner, depth: depth + 1)
    case (.map, .bytes(let bytes)): try entry(bytes)
    default: throw .unexpectedKind(field: field.number)
    }
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  private mutating func startMember(_ field: ProtobufMessage.Field) {
    if json.last != Byte.openBrace { json.append(Byte.comma) }
    json += field.member
  }

  /// `"key":"value"` of a map: a message of its own on the wire.
  private mutating func entry(_ bytes: ArraySlice<UInt8>) throws(ProtobufFault) {
    var cursor = ProtobufCursor(bytes)
    var (key, text): (ArraySlice<UInt8>, ArraySlice<UInt8>) = ([], [])
    while let (number, value) = try cursor.next() {
      guard case .bytes(let bytes) = value else { continue }
      if number == 1 { key = bytes } else if number == 2 { text = bytes }
    }
    quote(key)
    json.append(Byte.colon)
    quote(text)
  }

  private mutating func time(_ bytes: ArraySlice<UInt8>, _ field: ProtobufMessage.Field) throws(ProtobufFault)
  {
    var cursor = ProtobufCursor(bytes)
    var seconds: Int64 = 0
    while let (number, value) = try cursor.next() {
      if number == 1, case .number(let raw) = value { seconds = Int64(bitPattern: raw) }
    }
    // Source: apimachinery meta/v1 time_proto.go: zero is no time.
    guard seconds != 0, let text = CivilTime.text(secondsSince1970: seconds) else { return }
    startMember(field)
    json.append(Byte.quote)
    json += text
    json.append(Byte.quote)
  }

  /// A text in quotes. Nearly every one can stand as it is.
  private mutating func quote(_ bytes: ArraySlice<UInt8>) {
    let isPlain = bytes.withUnsafeBufferPointer { buffer in
      buffer.allSatisfy { $0 >= 0x20 && $0 != Byte.quote && $0 != Byte.backslash && $0 != 0x7F }
    }
    if isPlain {
      json.append(Byte.quote)
      json += bytes
      json.append(Byte.quote)
    } else {
      JSONQuoting.plain.append(String(decoding: bytes, as: UTF8.self), to: &json)
    }
  }
}
