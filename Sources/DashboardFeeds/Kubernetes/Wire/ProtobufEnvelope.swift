// The envelope that Kubernetes puts around protobuf: four bytes, then a message with type and contents.

import StructuredText

/// What stands in an envelope. Source: apimachinery pkg/runtime/serializer/protobuf; runtime.Unknown, generated.proto.
struct ProtobufEnvelope: Sendable {
  /// `k8s` and a zero.
  static let magic: [UInt8] = [0x6B, 0x38, 0x73, 0x00]
  static let typeField = 1
  static let contentsField = 2

  /// `Pod`, `PodList`, `Status` …
  let kind: String
  /// The message itself.
  let contents: ArraySlice<UInt8>

  /// Opens an envelope that is there as a whole.
  init(_ bytes: ArraySlice<UInt8>) throws(ProtobufFault) {
    guard bytes.starts(with: Self.magic) else { throw .malformed }
    var cursor = ProtobufCursor(bytes.dropFirst(Self.magic.count))
    var kind = ""
    var contents: ArraySlice<UInt8> = []
    while let (number, value) = try cursor.next() {
      guard case .bytes(let bytes) = value else { continue }
      switch number {
      case Self.typeField: kind = try Self.kind(bytes)
      case Self.contentsField: contents = bytes
      default: break
      }
    }
    self.kind = kind
    self.contents = contents
  }

  /// The kind of a TypeMeta.
  static func kind(_ bytes: ArraySlice<UInt8>) throws(ProtobufFault) -> String {
    try ProtobufTexts(bytes)[2] ?? ""
  }
}

/// The texts of a message, by their fields' numbers.
struct ProtobufTexts {
  private var texts: [Int: String] = [:]

  init(_ bytes: ArraySlice<UInt8>) throws(ProtobufFault) {
    var cursor = ProtobufCursor(bytes)
    while let (number, value) = try cursor.next() {
      if case .bytes(let text) = value { texts[number] = String(decoding: text, as: UTF8.self) }
    }
  }

  subscript(_ number: Int) -> String? { texts[number].flatMap { $0.isEmpty ? nil : $0 } }
}
