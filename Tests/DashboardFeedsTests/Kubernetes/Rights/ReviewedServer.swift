// A server that knows what one user may list, and answers reviews, lists and single namespaces accordingly: a mock of
// authorisation alone. The recorded and live tests ask the real one.

import Synchronization

@testable import Transport

/// Answers as kube-apiserver 1.20 does with RBAC.
final class ReviewedServer: HTTPTransport {
  /// What may be listed: `group/resource` or `*`, everywhere or in one namespace.
  struct Grant: Hashable, Sendable {
    var resource: String
    var namespace: String?
  }

  private let grants: Set<Grant>
  private let namespaces: [String]
  private let answersReviews: Bool
  private let status: Int?
  private let counted = Mutex<[String]>([])

  /// `status`: what everything is answered with, whatever is asked.
  init(_ grants: Set<Grant>, namespaces: [String] = ["shop"], answersReviews: Bool = true, status: Int? = nil)
  {
    self.grants = grants
    self.namespaces = namespaces
    self.answersReviews = answersReviews
    self.status = status
  }

  /// The requests so far: method and path.
  var asked: [String] { counted.withLock { $0 } }

  func open(_ request: HTTPRequest, at endpoint: HTTPEndpoint) async throws(TransportFault) -> HTTPResponse {
    counted.withLock { $0.append("\(request.method) \(request.path)") }
    if let status {
      return Self.answer(status, #"{"kind":"Status","message":"Unauthorized","code":\#(status)}"#)
    }
    switch request.question {
    case .review(let review): return answersReviews ? self.review(review) : Self.forbidden("reviews")
    case .get: return get(request.path, query: request.query)
    }
  }

  private func review(_ review: SelfReview) -> HTTPResponse {
    switch review {
    case .access(let access):
      let namespace = access.namespace.isEmpty ? nil : access.namespace
      let isAllowed =
        access.verb == "*" ? allows("*", nil) : allows("\(access.group)/\(access.resource)", namespace)
      return Self.answer(201, #"{"kind":"SelfSubjectAccessReview","status":{"allowed":\#(isAllowed)}}"#)
    case .rules(let namespace):
      let rules = grants.filter { $0.namespace == nil || $0.namespace == namespace }.map { grant in
        let parts = grant.resource.split(separator: "/", omittingEmptySubsequences: false)
        let (group, name) = parts.count == 2 ? (parts[0], parts[1]) : ("*", "*")
        let verbs = grant.resource == "*" ? #""*""# : #""get","list""#
        return #"{"verbs":[\#(verbs)],"apiGroups":["\#(group)"],"resources":["\#(name)"]}"#
      }
      return Self.answer(
        201,
        #"{"kind":"SelfSubjectRulesReview","status":{"resourceRules":[\#(rules.joined(separator: ","))],"incomplete":false}}"#
      )
    }
  }

  private func get(_ path: String, query: [QueryItem]) -> HTTPResponse {
    let parts = path.split(separator: "/").map(String.init)
    let rest = parts.dropFirst(parts.first == "api" ? 2 : 3)
    let group = parts.first == "api" ? "" : parts[1]
    let namespace = rest.count == 3 ? rest.dropFirst().first : nil
    let name = rest.last ?? ""
    guard allows("\(group)/\(name)", namespace) else { return Self.forbidden(name) }
    let wanted = query.first { $0.name == "fieldSelector" }?.value.dropFirst("metadata.name=".count)
    let shown = namespaces.filter { wanted == nil || wanted == Substring($0) }
    let items = name == "namespaces" ? shown.map { #"{"metadata":{"name":"\#($0)"}}"# } : []
    return Self.answer(200, #"{"kind":"List","items":[\#(items.joined(separator: ","))]}"#)
  }

  private func allows(_ resource: String, _ namespace: String?) -> Bool {
    grants.contains { grant in
      (grant.resource == "*" || grant.resource == resource)
        && (grant.namespace == nil || grant.namespace == namespace)
    }
  }

  private static func forbidden(_ what: String) -> HTTPResponse {
    answer(403, #"{"kind":"Status","message":"\#(what) is forbidden: User \"u\" cannot list it","code":403}"#)
  }

  private static func answer(_ status: Int, _ body: String) -> HTTPResponse {
    let isRead = Mutex(false)
    return HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")],
      body: HTTPBody(pull: {
        isRead.withLock { isRead in
          defer { isRead = true }
          return .success(isRead ? nil : Array(body.utf8))
        }
      }))
  }
}
