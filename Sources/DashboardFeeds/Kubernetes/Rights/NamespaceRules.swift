// What a SelfSubjectRulesReview says: everything that one may do in one namespace.

import StructuredText

/// The rules that hold for a login in one namespace, those of the whole cluster among them.
struct NamespaceRules: Hashable, Sendable {
  /// A rule of the answer.
  struct Rule: Hashable, Sendable {
    var verbs: [String] = []
    var groups: [String] = []
    var resources: [String] = []
    /// Objects that it is limited to; empty: none.
    var names: [String] = []
  }

  private(set) var rules: [Rule] = []
  /// Whether the server could not tell all rules, as where a webhook authorises.
  private(set) var isIncomplete = false

  /// Whether they allow to list a kind.
  func allowsList(_ resource: KubernetesResource) -> Bool {
    rules.contains { rule in
      rule.names.isEmpty && Self.has(rule.verbs, "list") && Self.has(rule.groups, resource.group)
        && Self.has(rule.resources, resource.name)
    }
  }

  /// Whether one of them allows everything.
  var allowsEverything: Bool {
    rules.contains { rule in
      rule.names.isEmpty && [rule.verbs, rule.groups, rule.resources].allSatisfy { $0.contains("*") }
    }
  }

  private static func has(_ words: [String], _ word: String) -> Bool {
    words.contains("*") || words.contains(word)
  }

  /// Reads the answer. Source: kubernetes/api authorization/v1 types.go, SubjectRulesReviewStatus.
  init(_ answer: [UInt8]) throws(JSONFault) {
    var cursor = JSONCursor(answer)
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      guard key == "status" else { continue }
      try cursor.openObject()
      while let key = try cursor.nextKey() {
        switch key {
        case "resourceRules":
          try cursor.openArray()
          while try cursor.nextElement() { rules.append(try Self.rule(&cursor)) }
        case "incomplete": isIncomplete = try cursor.null() ? false : try cursor.bool()
        default: break
        }
      }
    }
  }

  private static func rule(_ cursor: inout JSONCursor) throws(JSONFault) -> Rule {
    var rule = Rule()
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "verbs": rule.verbs = try texts(&cursor)
      case "apiGroups": rule.groups = try texts(&cursor)
      case "resources": rule.resources = try texts(&cursor)
      case "resourceNames": rule.names = try texts(&cursor)
      default: break
      }
    }
    return rule
  }

  private static func texts(_ cursor: inout JSONCursor) throws(JSONFault) -> [String] {
    var texts: [String] = []
    try cursor.openArray()
    while try cursor.nextElement() { texts.append(try cursor.string()) }
    return texts
  }
}
