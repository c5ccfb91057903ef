// Which fields of a protobuf message are wanted, and what they are called in JSON.

/// The wanted fields of a message. What is not in the table is skipped unread.
package final class ProtobufMessage: Sendable {
  /// What a field is.
  package indirect enum Kind: Sendable {
    /// A text; an empty one is as good as none.
    case text
    /// A list of texts.
    case texts
    /// True or false.
    case truth
    /// A whole number.
    case integer
    /// A moment: seconds and nanoseconds since 1970, written as RFC 3339; 0 is none.
    case time
    /// A message.
    case message(ProtobufMessage)
    /// A list of messages.
    case messages(ProtobufMessage)
    /// A message whose members stand in JSON beside those of the one around it.
    case embedded(ProtobufMessage)
    /// A map of texts to texts.
    case map
  }

  /// A wanted field.
  struct Field: Sendable {
    let number: Int
    /// `"name":`, as bytes.
    let member: [UInt8]
    let kind: Kind
  }

  private let fields: [Field?]

  /// A message of these fields, by number.
  package init(_ fields: [Int: (name: String, kind: Kind)]) {
    var table = [Field?](repeating: nil, count: (fields.keys.max() ?? 0) + 1)
    for (number, field) in fields {
      table[number] = Field(
        number: number, member: Array("\"\(field.name)\":".utf8), kind: field.kind)
    }
    self.fields = table
  }

  /// The wanted field of a number.
  func field(_ number: Int) -> Field? { number < fields.count ? fields[number] : nil }
}
