// As much of JSON Schema as docs/formats/report.schema.json uses.

import Foundation

/// Checks a value against a schema. A word of JSON Schema that it does not know is trouble, never passed over.
struct SchemaCheck {
  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "required", "properties",
    "additionalProperties", "propertyNames", "items", "minimum",
  ]

  let root: [String: Any]

  /// What is wrong, a line each, with the place.
  func troubles(in value: Any) -> [String] { troubles(value, root, "") }

  private func troubles(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let definitions = root["$defs"] as? [String: [String: Any]]
      return definitions?[String(name)].map { troubles(value, $0, place) } ?? ["\(place): no \(name)"]
    }
    var found = Set(schema.keys).subtracting(Self.known).map { "\(place): the check does not know \($0)" }
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.isOf($0, value) })
    {
      found.append("\(place): \(value) is no \(types)")
    }
    if let allowed = schema["enum"] as? [Any] ?? schema["const"].map({ [$0] }),
      !allowed.contains(where: { ($0 as? NSObject) == (value as? NSObject) })
    {
      found.append("\(place): \(value) is none of \(allowed)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(place): \(number) is below \(least)")
    }
    return found + members(value, schema, place) + items(value, schema, place)
  }

  private func members(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(place): no \($0)" }
    for (key, member) in object {
      if let names = schema["propertyNames"] as? [String: Any] { found += troubles(key, names, place) }
      if let property = properties[key] ?? schema["additionalProperties"] as? [String: Any] {
        found += troubles(member, property, "\(place)/\(key)")
      } else {
        found.append("\(place): \(key) is not in the schema")
      }
    }
    return found
  }

  private func items(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    guard let array = value as? [Any], let item = schema["items"] as? [String: Any] else { return [] }
    return array.enumerated().flatMap { troubles($0.element, item, "\(place)/\($0.offset)") }
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "boolean": value is Bool
    case "integer": value is Int
    case "number": value is Double || value is Int
    case "null": value is NSNull
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }
}
