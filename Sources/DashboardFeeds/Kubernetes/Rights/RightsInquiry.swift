// Finds out what a login may list: asks the server what it allows, and where it does not tell, by asking for one object.

import StructuredText
import Transport

/// Questions about one login's rights.
package struct RightsInquiry: Sendable {
  /// Questions that are open at the same time.
  private static let width = 8
  /// Namespaces that are asked about, where a login may see their names and not list across them.
  private static let namespaceLimit = 100

  private static let namespaces = KubernetesResource(
    group: "", version: "v1", name: "namespaces", isNamespaced: false)

  let session: KubernetesSession
  /// The namespaces that the operator named; empty: all that may be read.
  let asked: [String]

  package init(session: KubernetesSession, namespaces: [String]) {
    self.session = session
    asked = namespaces
  }

  /// The rights to list these kinds. Throws where the server cannot be asked at all: it is out of reach, or does not know
  /// the login.
  package func rights(
    to resources: [KubernetesResource]
  ) async throws(KubernetesFault) -> KubernetesRights {
    let access: KubernetesAccess
    do throws(LoginFault) { access = try await session.login.access() } catch { throw .login(error) }
    let home = asked.first ?? access.contextNamespace ?? "default"
    let rules = try await rules(in: home)
    if asked.isEmpty, rules?.allowsEverything == true, try await mayEverything() {
      return KubernetesRights(scopes: Dictionary(uniqueKeysWithValues: resources.map { ($0, .everywhere) }))
    }
    var rights = KubernetesRights()
    for namespace in asked where try await isAbsent(namespace) {
      rights.notes.append("there is no namespace \(namespace): check the name behind -n")
    }
    let wide = resources.filter { asked.isEmpty || !$0.isNamespaced }
    for (resource, answer) in try await wideAnswers(wide, rules) { rights.scopes[resource] = answer }
    try await addNarrow(resources, home, rules, to: &rights)
    return rights
  }

  // MARK: The whole cluster

  private func wideAnswers(
    _ resources: [KubernetesResource], _ rules: NamespaceRules?
  ) async throws(KubernetesFault) -> [(KubernetesResource, KubernetesRights.Scope)] {
    try await each(resources) { (resource) throws(KubernetesFault) in
      // Rules of the whole cluster hold in every namespace, so what is not among them here is allowed nowhere.
      if let rules, !rules.isIncomplete {
        guard rules.allowsList(resource) else { return try await trial(resource, in: nil) }
        if let allowed = try await mayList(resource, in: nil), allowed { return .everywhere }
      }
      return try await trial(resource, in: nil)
    }
  }

  // MARK: Namespaces

  /// Looks for namespaces where a kind may be listed that may not be listed across them.
  private func addNarrow(
    _ resources: [KubernetesResource], _ home: String, _ homeRules: NamespaceRules?,
    to rights: inout KubernetesRights
  ) async throws(KubernetesFault) {
    let narrow = resources.filter { $0.isNamespaced && rights.scopes[$0] != .everywhere }
    if narrow.isEmpty { return }
    var names = asked
    if names.isEmpty { names = try await visibleNamespaces(home, rights) }
    let answers = try await each(names) { (name) throws(KubernetesFault) -> [KubernetesRights.Scope] in
      let rules = name == home ? homeRules : try await self.rules(in: name)
      return try await scopes(of: narrow, in: name, rules)
    }
    for (index, resource) in narrow.enumerated() {
      let allowed = answers.filter { $0.1[index] == .everywhere }.map(\.0)
      if !allowed.isEmpty {
        rights.scopes[resource] = .namespaces(allowed.sorted())
      } else if rights.scopes[resource] == nil, let refused = answers.first?.1[index] {
        rights.scopes[resource] = refused
      }
    }
    for (name, scopes) in answers where !asked.isEmpty && !scopes.contains(.everywhere) {
      rights.notes.append("nothing may be listed in namespace \(name)")
    }
  }

  /// For each kind whether it may be listed in one namespace.
  private func scopes(
    of resources: [KubernetesResource], in name: String, _ rules: NamespaceRules?
  ) async throws(KubernetesFault) -> [KubernetesRights.Scope] {
    var scopes: [KubernetesRights.Scope] = []
    for resource in resources {
      if let rules, rules.allowsList(resource) {
        scopes.append(.everywhere)
      } else if let rules, !rules.isIncomplete, asked.isEmpty {
        scopes.append(.refused(words: ""))
      } else {
        scopes.append(try await trial(resource, in: name))
      }
    }
    return scopes
  }

  /// The namespace that the context names, and those whose names may be seen.
  private func visibleNamespaces(
    _ home: String, _ rights: KubernetesRights
  ) async throws(KubernetesFault) -> [String] {
    guard rights.scopes[Self.namespaces] == .everywhere else { return [home] }
    let query = [QueryItem("limit", "\(Self.namespaceLimit)")]
    let answer = try await session.json(HTTPRequest(get: Self.namespaces.path(), query: query), upTo: 8 << 20)
    let names = (try? ObjectNames.names(inList: answer)) ?? []
    return names.contains(home) ? names : [home] + names
  }

  // MARK: Questions

  /// The rules in a namespace; nil where the server does not answer such questions.
  private func rules(in namespace: String) async throws(KubernetesFault) -> NamespaceRules? {
    guard let answer = try await review(.rules(namespace: namespace)) else { return nil }
    return try? NamespaceRules(answer)
  }

  private func mayEverything() async throws(KubernetesFault) -> Bool {
    let everything = SelfReview.ResourceAccess(verb: "*", group: "*", resource: "*")
    return try await review(.access(everything)).flatMap(AccessAnswer.isAllowed) ?? false
  }

  /// Whether a kind may be listed; nil where the server does not answer such questions.
  private func mayList(
    _ resource: KubernetesResource, in namespace: String?
  ) async throws(KubernetesFault) -> Bool? {
    let access = SelfReview.ResourceAccess(
      verb: "list", group: resource.group, resource: resource.name, namespace: namespace ?? "")
    return try await review(.access(access)).flatMap(AccessAnswer.isAllowed)
  }

  /// The answer to a review; nil where it is refused.
  private func review(_ review: SelfReview) async throws(KubernetesFault) -> [UInt8]? {
    do throws(KubernetesFault) {
      return try await session.json(HTTPRequest(review), upTo: 8 << 20)
    } catch {
      guard case .refusal(let refusal) = error, [.forbidden, .status].contains(refusal.reason) else {
        throw error
      }
      return nil
    }
  }

  /// Asks for one object of a list: what no review tells, the list itself does, with the server's own words.
  private func trial(
    _ resource: KubernetesResource, in namespace: String?
  ) async throws(KubernetesFault) -> KubernetesRights.Scope {
    let request = HTTPRequest(get: resource.path(in: namespace), query: [QueryItem("limit", "1")])
    let answer = try await session.answer(request)
    // Read also where nothing in it matters: a connection whose answer was dropped cannot be used again.
    let body: [UInt8]
    do throws(TransportFault) {
      body = try await answer.response.body.collected(upTo: 1 << 20)
    } catch {
      throw .transport(error, answer.access.endpoint)
    }
    guard [401, 403].contains(answer.response.status) else { return .everywhere }
    let refusal = session.refusal(answer, body, request.path)
    if refusal.reason != .forbidden { throw .refusal(refusal) }
    return .refused(words: refusal.words)
  }

  /// Whether a namespace is known not to exist: by the list, since the documented role allows no single reads.
  private func isAbsent(_ namespace: String) async throws(KubernetesFault) -> Bool {
    let query = [QueryItem("fieldSelector", "metadata.name=\(namespace)"), QueryItem("limit", "1")]
    do throws(KubernetesFault) {
      let answer = try await session.json(HTTPRequest(get: Self.namespaces.path(), query: query))
      return (try? ObjectNames.names(inList: answer))?.isEmpty == true
    } catch {
      guard case .refusal(let refusal) = error, refusal.reason == .forbidden else { throw error }
      return false
    }
  }

  /// Asks about several things at once, a few at a time; answers come in the order of the things.
  private func each<Thing: Sendable, Answer: Sendable>(
    _ things: [Thing],
    _ ask: @escaping @Sendable (Thing) async throws(KubernetesFault) -> Answer
  ) async throws(KubernetesFault) -> [(Thing, Answer)] {
    let answers = await withTaskGroup(of: (Int, Result<Answer, KubernetesFault>).self) { group in
      var answers = [Result<Answer, KubernetesFault>?](repeating: nil, count: things.count)
      var next = 0
      func start() {
        let index = next
        next += 1
        group.addTask {
          do throws(KubernetesFault) {
            return (index, .success(try await ask(things[index])))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      while next < min(Self.width, things.count) { start() }
      while let (index, answer) = await group.next() {
        answers[index] = answer
        if case .failure = answer { group.cancelAll() } else if next < things.count { start() }
      }
      return answers
    }
    var pairs: [(Thing, Answer)] = []
    // The first fault is told; those of questions that were cancelled for it come after it or not at all.
    for case .failure(let fault)? in answers where !fault.isCancelled { throw fault }
    for (thing, answer) in zip(things, answers) {
      if let answer { pairs.append((thing, try answer.get())) }
    }
    return pairs
  }
}

extension KubernetesFault {
  /// Whether nobody wanted the answer any more.
  fileprivate var isCancelled: Bool {
    switch self {
    case .transport(.cancelled, _), .login(.cancelled): true
    default: false
    }
  }
}

/// The answer of a SelfSubjectAccessReview.
enum AccessAnswer {
  /// Whether it allows; nil where it does not say.
  static func isAllowed(_ answer: [UInt8]) -> Bool? {
    var cursor = JSONCursor(answer)
    var isAllowed: Bool?
    do throws(JSONFault) {
      try cursor.openObject()
      while let key = try cursor.nextKey() {
        guard key == "status" else { continue }
        try cursor.openObject()
        while let key = try cursor.nextKey() {
          if key == "allowed" { isAllowed = try cursor.bool() }
        }
      }
    } catch {
      return nil
    }
    return isAllowed
  }
}

/// The names of a list's objects.
enum ObjectNames {
  static func names(inList answer: [UInt8]) throws(JSONFault) -> [String] {
    var cursor = JSONCursor(answer)
    var names: [String] = []
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      guard key == "items" else { continue }
      try cursor.openArray()
      while try cursor.nextElement() {
        try cursor.openObject()
        while let key = try cursor.nextKey() {
          guard key == "metadata" else { continue }
          try cursor.openObject()
          while let key = try cursor.nextKey() {
            if key == "name" { names.append(try cursor.string()) }
          }
        }
      }
    }
    return names
  }
}
