// Pods as protobuf: the wanted fields become JSON, which the one decoder of pods reads. What a pod means is written once.

import StructuredText

extension PodFacts {
  /// Reads a pod's message.
  static func object(
    protobuf bytes: ArraySlice<UInt8>, _ context: inout ReadingContext
  ) throws(PodProtobufFault) -> ReadObject {
    do throws(ProtobufFault) {
      try context.podJSON.write(bytes, as: PodMessages.pod)
    } catch {
      throw .protobuf(error)
    }
    do throws(JSONFault) {
      var cursor = JSONCursor(context.podJSON.json)
      return try object(&cursor, &context)
    } catch {
      throw .contents(error)
    }
  }

  /// The revision of any object's message: a bookmark has nothing else.
  static func resourceVersion(protobuf bytes: ArraySlice<UInt8>) throws(ProtobufFault) -> String? {
    var cursor = ProtobufCursor(bytes)
    while let (number, value) = try cursor.next() {
      if number == 1, case .bytes(let metadata) = value { return try ProtobufTexts(metadata)[6] }
    }
    return nil
  }
}

/// Why a pod's message could not be read.
enum PodProtobufFault: Error, Hashable, Sendable {
  /// It is no protobuf, or of another shape.
  case protobuf(ProtobufFault)
  /// A value in it is not what it must be.
  case contents(JSONFault)
}
