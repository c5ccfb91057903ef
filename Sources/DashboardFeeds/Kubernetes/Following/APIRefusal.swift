// What a Kubernetes API server says when it does not do what it was asked: what the machine decides by.

import StructuredText

/// An answer that is none: an HTTP status, or the Status object of an ERROR event. Source: kubernetes meta/v1 Status.
struct APIRefusal: Error, Hashable, Sendable {
  /// The HTTP status, or the Status object's code.
  var code: Int
  /// The machine's word: `Expired`, `Forbidden`, `NotFound`; empty where none was said.
  var reason = ""
  /// After how many seconds to come again, by `Retry-After` or the Status.
  var retryAfter: Int?
  /// The server's words; empty where it has none.
  var message = ""
  /// What happened, for the operator, where somebody knows it better than the message.
  var words = ""

  /// A refusal of which only these are known.
  init(code: Int, reason: String = "", retryAfter: Int? = nil) {
    self.code = code
    self.reason = reason
    self.retryAfter = retryAfter
  }

  /// Reads the Status in `body`, JSON or protobuf, as far as it is one.
  init(code: Int, body: [UInt8], retryAfter: Int? = nil, words: String = "") {
    self.init(code: code, retryAfter: retryAfter)
    self.words = words
    if let envelope = try? ProtobufEnvelope(body[...]) {
      read(protobuf: envelope.contents)
    } else {
      var cursor = JSONCursor(body)
      try? read(&cursor)
    }
  }

  /// Reads a Status object at the cursor, which decides the code where it has one.
  mutating func read(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "code": code = try value.optionalInt() ?? code
      case "reason": reason = try value.optionalString() ?? ""
      case "message": message = try value.optionalString() ?? ""
      case "details":
        try value.members { (key, value) throws(JSONFault) in
          if key == "retryAfterSeconds", retryAfter == nil { retryAfter = try value.optionalInt() }
        }
      default: break
      }
    }
  }

  /// Reads a Status message. Source: apimachinery meta/v1 generated.proto, Status and StatusDetails.
  mutating func read(protobuf bytes: ArraySlice<UInt8>) {
    var cursor = ProtobufCursor(bytes)
    while let field = try? cursor.next() {
      switch (field.number, field.value) {
      case (3, .bytes(let text)): message = String(decoding: text, as: UTF8.self)
      case (4, .bytes(let text)): reason = String(decoding: text, as: UTF8.self)
      case (5, .bytes(let details)): readDetails(details)
      case (6, .number(let number)): code = Int(truncatingIfNeeded: number)
      default: break
      }
    }
  }

  private mutating func readDetails(_ bytes: ArraySlice<UInt8>) {
    var cursor = ProtobufCursor(bytes)
    while let field = try? cursor.next() {
      if field.number == 5, case .number(let seconds) = field.value, seconds > 0, seconds < 86_400 {
        retryAfter = retryAfter ?? Int(seconds)
      }
    }
  }

  /// One sentence for the operator.
  var text: String {
    if !words.isEmpty { return words }
    let head = reason.isEmpty ? "the server answered \(code)" : "the server answered \(code) \(reason)"
    return message.isEmpty ? head : "\(head): \(message)"
  }
}
