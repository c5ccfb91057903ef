// What a Kubernetes feed follows: a list a row, made from the table of kinds.

import DashboardModel
import Transport

/// One list that is followed: of the whole cluster or of a namespace, whole or by a selector.
struct ListSubject: Sendable {
  /// How its objects are read, and what the list tells of completeness.
  let row: KubernetesKind
  /// The namespace; nil: the whole cluster.
  let namespace: String?
  /// Selectors of the request.
  let selectors: [QueryItem]
  /// What tells lists of one kind apart on the sources screen.
  let suffix: String
  /// The name on the sources screen.
  let name: String

  init(_ row: KubernetesKind, in namespace: String? = nil, selectors: [QueryItem] = [], suffix: String = "") {
    self.row = row
    self.namespace = namespace
    self.selectors = selectors
    self.suffix = suffix
    name = row.resource + suffix + (namespace.map { " of \($0)" } ?? "")
  }

  /// The resources that it may be served as, newest first: an older server has only an older version.
  var resources: [KubernetesResource] { row.resources }

  /// The request of the API.
  func request(_ request: ListWatchRequest, as resource: KubernetesResource) -> HTTPRequest {
    var http = HTTPRequest(
      get: resource.path(in: namespace),
      query: request.query.map { QueryItem($0.name, $0.value) } + selectors)
    let isPods = row.kind == .pod
    http.headers.append(
      HTTPHeader("Accept", (isPods ? "application/vnd.kubernetes.protobuf, " : "") + "application/json"))
    http.silenceLimit = request.isWatch ? watchSilence(request) : .seconds(60)
    return http
  }

  /// Bookmarks come about once a minute; where the server keeps no watch cache, as of events, none come.
  private func watchSilence(_ request: ListWatchRequest) -> Duration {
    if case .stream = request { return .seconds(10) }
    return row.kind == .event ? .seconds(660) : .seconds(100)
  }
}

extension ListSubject {
  /// What is followed of a cluster from the beginning; in some namespaces alone where the operator named them.
  static func all(namespaces: [String]) -> [ListSubject] {
    KubernetesKinds.followed.flatMap { row -> [ListSubject] in
      let places: [String?] = row.isNamespaced && !namespaces.isEmpty ? namespaces : [nil]
      return places.flatMap { subjects(of: row, in: $0) }
    }
  }

  /// The lists of a kind in a namespace, or in the whole cluster: one, but of events one a reason, since a field selector
  /// knows no "or" and most events are of no concern.
  static func subjects(of row: KubernetesKind, in namespace: String?) -> [ListSubject] {
    guard row.kind == .event else { return [ListSubject(row, in: namespace)] }
    return EventFacts.followedReasons.map { reason in
      ListSubject(
        row, in: namespace, selectors: [QueryItem("fieldSelector", "reason=\(reason)")], suffix: " \(reason)")
    }
  }

  /// What stands behind a webhook: its service, and who answers for it.
  static func behind(webhookService name: String, in namespace: String) -> [ListSubject] {
    KubernetesKinds.behindWebhooks.map { row in
      let selector =
        row.kind == .endpointSlice
        ? QueryItem("labelSelector", "kubernetes.io/service-name=\(name)")
        : QueryItem("fieldSelector", "metadata.name=\(name)")
      return ListSubject(row, in: namespace, selectors: [selector], suffix: " \(name)")
    }
  }
}
