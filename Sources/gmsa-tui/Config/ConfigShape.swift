// The types of values in a config: how each is read, written, and told to a JSON Schema.

import DashboardModel
import StructuredText

/// A type of value.
struct ConfigShape<Value: Hashable & Sendable>: Sendable {
  /// What it is, as in "expected true or false".
  let words: String
  /// Reads a value; notes what is wrong.
  let read: @Sendable (DocumentNode, inout ConfigReading) -> Value?
  /// Writes a value as YAML that reads back as the same.
  let write: @Sendable (Value) -> ConfigText
  /// Writes the members of its JSON Schema.
  let schema: @Sendable (inout JSONWriter<String>) -> Void
}

/// A value as YAML.
enum ConfigText: Hashable, Sendable {
  /// Behind its key.
  case inline(String)
  /// Below its key, a line or more each, with the place where the config has it.
  case block([Entry])

  /// A part of a block.
  struct Entry: Hashable, Sendable {
    let lines: [String]
    let place: TextPlace
  }
}

extension ConfigShape where Value == Bool {
  /// True or false.
  static var truth: Self {
    ConfigShape(words: "true or false") { node, reading in
      node.bool ?? reading.unexpected(node, "true or false")
    } write: { value in
      .inline(value ? "true" : "false")
    } schema: { json in
      json.member("type", "boolean")
    }
  }
}

extension ConfigShape where Value: CaseIterable & RawRepresentable<String> {
  /// One of a few words.
  static var choice: Self {
    let names = Value.allCases.map(\.rawValue)
    let words = names.joined(separator: ", ")
    return ConfigShape(words: words) { node, reading in
      node.string.flatMap(Value.init(rawValue:))
        ?? reading.unexpected(node, "one of \(words)", known: names)
    } write: { value in
      .inline(YAMLWord.text(value.rawValue))
    } schema: { json in
      json.key("enum")
      json.array { json in for name in names { json.value(name) } }
    }
  }
}

extension ConfigShape where Value == Duration? {
  /// A length of time, or never.
  static var age: Self {
    let words = "a length of time such as 90s, 15m, 2h or 1d, or never"
    return ConfigShape(words: words) { node, reading in
      guard let text = node.string else { return reading.unexpected(node, words) }
      if text == "never" { return .some(nil) }
      guard let age = DurationWord.duration(text) else { return reading.unexpected(node, words) }
      return .some(age)
    } write: { age in
      .inline(age.map(DurationWord.text) ?? "never")
    } schema: { json in
      json.member("type", "string")
    }
  }
}

extension ConfigShape where Value == String? {
  /// A name, or the word that stands for none.
  static func name(
    _ noun: String, absent: String, isKnown: @escaping @Sendable (String) -> Bool, known: [String]
  ) -> Self {
    let words = "\(noun): \(([absent] + known).joined(separator: ", "))"
    return ConfigShape(words: words) { node, reading in
      guard let text = node.string, text == absent || isKnown(text) else {
        return reading.unexpected(node, words, known: [absent] + known)
      }
      return .some(text == absent ? nil : text)
    } write: { value in
      .inline(YAMLWord.text(value ?? absent))
    } schema: { json in
      json.member("type", "string")
    }
  }
}

extension ConfigShape {
  /// A list of words, each of which means something.
  static func list<Element: Hashable & Sendable>(
    _ words: String, of element: String, read: @escaping @Sendable (String) -> Element?,
    write: @escaping @Sendable (Element) -> String
  ) -> Self where Value == [Element] {
    ConfigShape(words: words) { node, reading in
      guard let nodes = reading.elements(node, words) else { return nil }
      return nodes.compactMap { node in
        guard let text = reading.text(node, element) else { return nil }
        return read(text) ?? reading.unexpected(node, element)
      }
    } write: { value in
      .inline(YAMLWord.list(value.map(write)))
    } schema: { json in
      json.member("type", "array")
      json.key("items")
      json.object { json in json.member("type", "string") }
    }
  }
}
