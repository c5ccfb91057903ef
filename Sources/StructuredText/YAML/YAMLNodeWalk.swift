// Turns Yams' nodes into JSON within bounds: aliases share nodes, their expansion does not.

internal import Yams

/// Writes nodes as JSON and counts what that costs.
struct YAMLNodeWalk {
  static let maximumDepth = JSONCursor.maximumDepth

  /// Nodes visited and bytes written may reach this together.
  let limit: Int
  private(set) var spent = 0

  init(limit: Int) { self.limit = limit }

  /// The limit for a text: fifty times its size, at least one and at most sixty-four MiB.
  static func limit(for text: [UInt8]) -> Int { min(max(1 << 20, text.count * 50), 64 << 20) }

  /// The JSON of a node.
  mutating func json(_ node: Node) throws(YAMLProblem) -> [UInt8] {
    var output: [UInt8] = []
    try append(node, depth: 0, to: &output)
    return output
  }

  /// The members of a mapping, merge keys resolved, in the order of the text.
  mutating func members(_ mapping: Node.Mapping, depth: Int = 0) throws(YAMLProblem) -> [(
    key: Node, value: Node
  )] {
    var own: [(key: Node, value: Node)] = []
    var merged: [Node] = []
    for (key, value) in mapping {
      try spend(1, at: key)
      if let scalar = key.scalar, scalar.style == .plain, scalar.string == "<<" {
        merged.append(value)
      } else {
        own.append((key, value))
      }
    }
    guard !merged.isEmpty else { return own }
    var names = Set(own.compactMap { $0.key.scalar?.string })
    for source in merged {
      for mapping in try mappings(source) {
        guard depth < Self.maximumDepth else { throw tooDeep(source) }
        for member in try members(mapping, depth: depth + 1) {
          guard let name = member.key.scalar?.string, names.insert(name).inserted else { continue }
          own.append(member)
        }
      }
    }
    return own
  }

  /// The name of a member; keys that are no scalars have none.
  func name(_ key: Node) throws(YAMLProblem) -> String {
    guard let scalar = key.scalar else {
      throw problem(.malformedYAML(problem: "a mapping or sequence used as a key"), at: key)
    }
    return scalar.string
  }

  mutating func spend(_ amount: Int, at node: Node) throws(YAMLProblem) {
    spent += amount
    guard spent <= limit else { throw problem(.yamlExpansion(limit: limit), at: node) }
  }

  /// What a scalar means.
  static func meaning(_ scalar: Node.Scalar) -> YAMLScalar {
    guard scalar.style == .plain || scalar.style == .any else { return .string }
    let tag = scalar.tag.description
    // The parser marks quoted text and explicit tags; what it left open is resolved here.
    switch tag {
    case Tag.Name.str.rawValue, Tag.Name.binary.rawValue, Tag.Name.timestamp.rawValue: return .string
    default: return YAMLScalar(plain: scalar.string)
    }
  }

  // MARK: Steps

  private mutating func append(_ node: Node, depth: Int, to output: inout [UInt8]) throws(YAMLProblem) {
    guard depth < Self.maximumDepth else { throw tooDeep(node) }
    let before = output.count
    switch node {
    case .scalar(let scalar): Self.append(scalar, to: &output)
    case .sequence(let sequence):
      output.append(Byte.openBracket)
      for (index, element) in sequence.enumerated() {
        if index > 0 { output.append(Byte.comma) }
        try append(element, depth: depth + 1, to: &output)
      }
      output.append(Byte.closeBracket)
    case .mapping(let mapping): try append(mapping, depth: depth, to: &output)
    case .alias: throw problem(.unsupportedYAMLAliases, at: node)
    }
    if case .scalar = node {
      try spend(output.count - before, at: node)
    } else {
      try spend(2, at: node)
    }
  }

  private mutating func append(_ mapping: Node.Mapping, depth: Int, to output: inout [UInt8])
    throws(YAMLProblem)
  {
    output.append(Byte.openBrace)
    for (index, member) in try members(mapping).enumerated() {
      if index > 0 { output.append(Byte.comma) }
      let name = try name(member.key)
      try spend(name.utf8.count + 4, at: member.key)
      JSONQuoting.plain.append(name, to: &output)
      output.append(Byte.colon)
      try append(member.value, depth: depth + 1, to: &output)
    }
    output.append(Byte.closeBrace)
  }

  private static func append(_ scalar: Node.Scalar, to output: inout [UInt8]) {
    switch meaning(scalar) {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .number(let text): output += text.utf8
    case .string: JSONQuoting.plain.append(scalar.string, to: &output)
    }
  }

  private func mappings(_ source: Node) throws(YAMLProblem) -> [Node.Mapping] {
    if let mapping = source.mapping { return [mapping] }
    guard let sequence = source.sequence else {
      throw problem(.malformedYAML(problem: "a merge key without a mapping"), at: source)
    }
    return sequence.compactMap(\.mapping)
  }

  private func tooDeep(_ node: Node) -> YAMLProblem {
    problem(.yamlTooDeep(limit: Self.maximumDepth), at: node)
  }

  func problem(_ reason: DocumentFault.Reason, at node: Node) -> YAMLProblem {
    YAMLProblem(reason: reason, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
