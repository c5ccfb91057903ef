// The part of JSON Schema that our format pages use, so that a page and a file are held together.

package import Foundation
package import Testing

/// A schema, and a check of documents against it. Knows type, properties, required, additionalProperties, items, enum,
/// const, $ref to $defs, propertyNames, anyOf, minimum; any other keyword fails, so that none is passed over in silence.
package struct SchemaCheck {
  private let root: [String: Any]
  private static let known: Set<String> = [
    "$schema", "$id", "title", "description", "$defs", "type", "properties", "required",
    "additionalProperties", "propertyNames", "items", "enum", "const", "$ref", "anyOf", "minimum", "format",
    "examples",
  ]

  /// The schema `docs/formats/NAME.schema.json`.
  package init(format name: String) throws {
    let file = RepositoryFiles.url("docs/formats/\(name).schema.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = try #require(value as? [String: Any])
  }

  /// Expects that a document satisfies the schema.
  package func expectValid(_ document: Data, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let value = try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed)
    let problems = problems(value, root, at: "$")
    #expect(problems.isEmpty, "\(problems.prefix(5))", sourceLocation: sourceLocation)
  }

  /// What is wrong with a document.
  package func problems(in document: Data) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed), root, at: "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var problems = schema.keys.filter { !Self.known.contains($0) }.map { "\(path): unknown keyword \($0)" }
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return problems + ["\(path): no \(reference)"]
      }
      return problems + self.problems(value, target, at: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]],
      !choices.contains(where: { self.problems(value, $0, at: path).isEmpty })
    {
      problems.append("\(path): none of anyOf")
    }
    if let type = schema["type"], !types(type).contains(where: { isOf($0, value) }) {
      return problems + ["\(path): expected \(type), found \(value)"]
    }
    if let constant = schema["const"], !isEqual(constant, value) {
      problems.append("\(path): not \(constant)")
    }
    if let all = schema["enum"] as? [Any], !all.contains(where: { isEqual($0, value) }) {
      problems.append("\(path): \(value) is none of \(all)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      problems.append("\(path): below \(least)")
    }
    return problems + inObject(value, schema, path) + inArray(value, schema, path)
  }

  private func inObject(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var problems = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
      "\(path): lacks \($0)"
    }
    for (key, member) in object {
      if let names = schema["propertyNames"] as? [String: Any] {
        problems += self.problems(key, names, at: "\(path).\(key)")
      }
      if let property = properties[key] {
        problems += self.problems(member, property, at: "\(path).\(key)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        problems += self.problems(member, others, at: "\(path).\(key)")
      } else if schema["additionalProperties"] as? Bool == false {
        problems.append("\(path): unknown member \(key)")
      }
    }
    return problems
  }

  private func inArray(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    guard let array = value as? [Any], let items = schema["items"] as? [String: Any] else { return [] }
    return array.enumerated().flatMap { problems($1, items, at: "\(path)[\($0)]") }
  }

  private func types(_ type: Any) -> [String] { type as? [String] ?? [type as? String ?? ""] }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    let isBool = (value as? NSNumber).map { CFBooleanLike.isBool($0) } ?? false
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "boolean": return isBool
    case "number": return !isBool && value is Double
    case "integer": return !isBool && value is Int
    case "null": return value is NSNull
    default: return false
    }
  }

  private func isEqual(_ left: Any, _ right: Any) -> Bool {
    "\(left)" == "\(right)"
  }
}

/// JSONSerialization gives booleans and numbers as NSNumber; their Objective-C type tells them apart.
private enum CFBooleanLike {
  static func isBool(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
