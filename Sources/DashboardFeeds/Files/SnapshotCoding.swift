// The one place that uses Foundation's JSON coders: snapshots are written and read fact by fact.

import FoundationEssentials
import StructuredText

/// Codes single facts.
enum SnapshotCoding {
  /// One fact from its JSON.
  static func decode<Fact: Decodable>(_ type: Fact.Type, from json: ArraySlice<UInt8>) throws -> Fact {
    try JSONDecoder().decode(type, from: Data(json))
  }

  /// One fact as JSON, members sorted.
  static func encode(_ fact: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(fact))
  }

  /// Where a fact could not be decoded and why, in words.
  static func problem(_ error: any Error) -> (path: String, reason: String) {
    if let reference = error as? SnapshotReference {
      return (reference.member, "names number \(reference.number) of \(reference.count)")
    }
    guard let error = error as? DecodingError else { return ("", "\(error)") }
    switch error {
    case .keyNotFound(let key, let context): return (path(context), "lacks \(key.stringValue)")
    case .typeMismatch(let type, let context): return (path(context), "expected \(type)")
    case .valueNotFound(let type, let context): return (path(context), "expected \(type), found null")
    case .dataCorrupted(let context): return (path(context), context.debugDescription)
    @unknown default: return ("", "could not be decoded")
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    var text = ""
    for key in context.codingPath {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return text
  }
}
