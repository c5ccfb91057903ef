// Gives everything in a snapshot that names somebody another name: the same one everywhere, so that cells and findings
// stay what they are.

import DashboardModel

/// New names for all that stand in some facts.
struct Anonymiser {
  private let words: AnonymousWords
  /// Names whose words are all ordinary ones, in lower case, the longest first: in texts they are looked for as a whole.
  private let ordinaryNames: [String]

  /// New names for those that were found; `anonymous` gives them.
  init(_ collector: NameCollector) {
    ordinaryNames = collector.names.filter { name in
      let parts = AnonymousWords.words(of: name)
      return parts.count > 1
        && parts.allSatisfy { AnonymousVocabulary.words.contains($0) || $0.allSatisfy(\.isNumber) }
    }.sorted { ($1.count, $0) < ($0.count, $1) }
    words = AnonymousWords(
      collector.words, guids: collector.guids, addresses: collector.addresses,
      domainParts: collector.domainParts)
  }

  /// A fact with new names.
  func anonymous(_ value: SnapshotValue) -> SnapshotValue { anonymous(value, member: "", label: nil) }

  private func anonymous(_ value: SnapshotValue, member: String, label: String?) -> SnapshotValue {
    switch value {
    case .text(let text): return .text(anonymous(text, member: member, label: label))
    case .list(let list):
      return .list(list.map { anonymous($0, member: $0.isObject ? "" : member, label: label) })
    case .object(let members):
      let isDictionary = AnonymousVocabulary.dictionaries.contains(member)
      var fresh: [String: SnapshotValue] = [:]
      // A requirement's values belong to the label that its key names.
      let key: String? = if case .text(let key)? = members["key"] { key } else { nil }
      for (name, value) in members {
        if isDictionary {
          fresh[labelName(name)] = anonymous(value, member: "value", label: name)
        } else {
          fresh[name] = anonymous(
            value, member: name, label: ["value", "values"].contains(name) ? key : nil)
        }
      }
      return .object(fresh)
    default: return value
    }
  }

  private func anonymous(_ text: String, member: String, label: String?) -> String {
    if AnonymousVocabulary.members.contains(member) { return text }
    if let label, AnonymousVocabulary.labelsWithValues.contains(label) { return text }
    if member == "image" { return image(text) }
    if member == "runAsUser", WindowsUser.carriesIdentity(text) { return text }
    if member == "key" { return labelName(text) }
    if member == "constraints" { return constraint(text) }
    if AnonymousVocabulary.texts.contains(member) { return prose(text) }
    return name(text)
  }

  /// A name: all its words are new, unless every cluster has it.
  private func name(_ text: String) -> String {
    if AnonymousVocabulary.names.contains(text.lowercased()) || Timestamp(text) != nil { return text }
    // What Docker fills in, as `{{.Node.Hostname}}`, is read by rules.
    if text.contains("{{") { return prose(text) }
    if AnonymousVocabulary.isWellKnownLabel(text) { return wellKnown(text) }
    if let identifier = IdentifierText.rewritten(text, with: words) { return identifier }
    // `system:serviceaccount:NAMESPACE:NAME` and the groups of a namespace keep what Kubernetes calls them.
    for prefix in ["system:serviceaccounts:", "system:serviceaccount:"] where text.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count).split(separator: ":", omittingEmptySubsequences: false)
      return prefix + rest.map { name(String($0)) }.joined(separator: ":")
    }
    // `namespace/name`, as webhooks name their service.
    if text.contains("/"), !text.contains("\\"), !text.contains(" ") {
      return text.split(separator: "/", omittingEmptySubsequences: false).map { name(String($0)) }
        .joined(separator: "/")
    }
    return words.rewritten(text) { !NameCollector.endings.contains($0.lowercased()) }
  }

  /// The webhook is known by its image and release; where that was mirrored to is nobody's business.
  private func image(_ text: String) -> String {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.popLast() else { return name(text) }
    let kept = last.contains("gmsa-webhook") ? last : name(last)
    return (parts.map(name) + [kept]).joined(separator: "/")
  }

  private func labelName(_ text: String) -> String { name(text) }

  /// Kubernetes' own label or annotation; one of the alpha annotations begins with a container's name.
  private func wellKnown(_ text: String) -> String {
    guard let range = text.firstRange(of: ".container.alpha.windows.kubernetes.io/") else { return text }
    return name(String(text[..<range.lowerBound])) + text[range.lowerBound...]
  }

  /// `node.labels.ZONE==VALUE`: what Swarm calls its fields stays.
  private func constraint(_ text: String) -> String {
    let fields = ["node.labels.", "engine.labels."]
    for sign in ["==", "!="] {
      guard let range = text.firstRange(of: sign) else { continue }
      let left = text[..<range.lowerBound].filter { $0 != " " }
      let right = String(text[range.upperBound...].drop { $0 == " " })
      if let field = fields.first(where: left.hasPrefix) {
        return field + name(String(left.dropFirst(field.count))) + sign + name(right)
      }
      return left + sign + name(right)
    }
    return name(text)
  }

  /// A text with a name of ordinary words, as `image-service`, replaced wherever it stands by itself.
  private func replacing(_ name: String, in text: String) -> String {
    guard text.lowercased().contains(name) else { return text }
    var fresh = ""
    var rest = Substring(text)
    while let range = rest.range(ofFolded: name) {
      let before = range.lowerBound == rest.startIndex ? nil : rest[rest.index(before: range.lowerBound)]
      let after = range.upperBound == rest.endIndex ? nil : rest[range.upperBound]
      let isWhole = ![before, after].contains { $0.map(AnonymousWords.isOfWord) ?? false }
      fresh +=
        rest[..<range.lowerBound] + (isWhole ? words.rewritten(String(rest[range])) : String(rest[range]))
      rest = rest[range.upperBound...]
    }
    return fresh + rest
  }

  /// A text: names in it are new, and so is every word that nobody would print of himself.
  private func prose(_ text: String) -> String {
    var identified = IdentifierText.everywhere(text, words)
    for name in ordinaryNames { identified = replacing(name, in: identified) }
    return words.rewritten(identified) { word in
      let folded = word.lowercased()
      return !AnonymousVocabulary.words.contains(folded) && !AnonymousVocabulary.names.contains(folded)
    }
  }
}

extension AnonymousVocabulary {
  /// Whether a label's name is Kubernetes' own.
  static func isWellKnownLabel(_ text: String) -> Bool {
    guard let domain = text.split(separator: "/").first, text.contains("/") else { return false }
    return labelDomains.contains { domain == $0 || domain.hasSuffix(".\($0)") }
  }
}

/// Finds every word that names somebody.
struct NameCollector {
  /// Endings of file names and the like, which stay.
  static let endings: Set<String> = ["json", "yaml", "yml", "exe", "dll", "credspec"]

  private(set) var names: Set<String> = []
  private(set) var words: Set<String> = []
  private(set) var guids: Set<String> = []
  private(set) var addresses: Set<String> = []
  private(set) var domainParts: Set<String> = []

  mutating func collect(_ value: SnapshotValue, member: String) {
    switch value {
    case .text(let text): collect(text, member: member)
    case .list(let list): for value in list { collect(value, member: value.isObject ? "" : member) }
    case .object(let members):
      for (name, value) in members {
        if AnonymousVocabulary.dictionaries.contains(member) { collect(name, member: "key") }
        collect(value, member: name)
      }
    default: break
    }
  }

  private mutating func collect(_ text: String, member: String) {
    if AnonymousVocabulary.members.contains(member) || Timestamp(text) != nil { return }
    guids.formUnion(IdentifierText.guids(in: text))
    domainParts.formUnion(IdentifierText.domainParts(in: text))
    addresses.formUnion(IdentifierText.addresses(in: text))
    if AnonymousVocabulary.texts.contains(member) || text.contains("{{") {
      words.formUnion(
        AnonymousWords.words(of: text).filter {
          // Numbers in texts are error numbers and counts.
          !AnonymousVocabulary.words.contains($0) && !$0.allSatisfy(\.isNumber)
        })
      return
    }
    let folded = text.lowercased()
    if AnonymousVocabulary.names.contains(folded) { return }
    if member == "key", AnonymousVocabulary.isWellKnownLabel(text) { return }
    names.insert(folded)
    words.formUnion(AnonymousWords.words(of: text).filter { !Self.endings.contains($0) })
  }
}

extension Substring {
  /// Where a text in lower case stands, without case; nil where it does not.
  fileprivate func range(ofFolded text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let end = index(start, offsetBy: text.count, limitedBy: endIndex)
      guard let end else { return nil }
      if self[start..<end].lowercased() == text { return start..<end }
      start = index(after: start)
    }
    return nil
  }
}
