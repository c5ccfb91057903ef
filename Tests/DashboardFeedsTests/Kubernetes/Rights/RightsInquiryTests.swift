// What a login may list is found out by asking, with as few questions as it takes.

import DashboardModel
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Rights")
struct RightsInquiryTests {
  private let folder: TemporaryFolder
  private let nodes = KubernetesResource(group: "", version: "v1", name: "nodes", isNamespaced: false)
  private let pods = KubernetesResource(group: "", version: "v1", name: "pods", isNamespaced: true)
  private let deployments = KubernetesResource(
    group: "apps", version: "v1", name: "deployments", isNamespaced: true)

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      current-context: one
      clusters: [{name: c, cluster: {server: "https://h:1"}}]
      contexts: [{name: one, context: {cluster: c, user: u, namespace: shop}}]
      users: [{name: u, user: {token: planted-token}}]
      """, to: "kubeconfig")
  }

  private func rights(
    _ server: ReviewedServer, namespaces: [String] = []
  ) async throws(KubernetesFault) -> KubernetesRights {
    let paths = KubeconfigPaths(flag: "\(folder.path)/kubeconfig", environment: Environment())
    let now = { @Sendable in Timestamp(milliseconds: 0) }
    let login = KubernetesLogin(
      LoginOrigin(.kubeconfig(paths, context: nil)), environment: Environment(), now: now)
    let session = KubernetesSession(login: login, transport: server, now: now)
    return try await RightsInquiry(session: session, namespaces: namespaces)
      .rights(to: [nodes, pods, deployments])
  }

  @Test("an administrator costs two questions")
  func administrator() async throws {
    let server = ReviewedServer([.init(resource: "*")])
    let rights = try await rights(server)
    #expect(rights.scopes == [nodes: .everywhere, pods: .everywhere, deployments: .everywhere])
    #expect(server.asked.count == 2)
  }

  @Test("a reader of the whole cluster costs a question a kind, and makes no list")
  func reader() async throws {
    let server = ReviewedServer(Set(["/nodes", "/pods", "apps/deployments"].map { .init(resource: $0) }))
    #expect(
      try await rights(server).scopes == [nodes: .everywhere, pods: .everywhere, deployments: .everywhere])
    #expect(server.asked.count == 4)
    #expect(server.asked.allSatisfy { $0.hasPrefix("POST") })
  }

  @Test("a user of one namespace gets that one, found by the context; what is refused has the server's words")
  func oneNamespace() async throws {
    let server = ReviewedServer([.init(resource: "/pods", namespace: "shop")])
    let rights = try await rights(server)
    #expect(rights.scope(of: pods) == .namespaces(["shop"]))
    #expect(rights.scope(of: nodes) == .refused(words: "nodes is forbidden: User \"u\" cannot list it"))
    #expect(
      rights.scope(of: deployments) == .refused(words: "deployments is forbidden: User \"u\" cannot list it"))
    #expect(!rights.isNothing)
  }

  @Test("a user who sees all namespaces and may read some of them gets those")
  func someNamespaces() async throws {
    let server = ReviewedServer(
      [
        .init(resource: "/namespaces"), .init(resource: "/pods", namespace: "web"),
        .init(resource: "/pods", namespace: "batch"),
      ], namespaces: ["shop", "web", "batch"])
    let namespaces = KubernetesResource(group: "", version: "v1", name: "namespaces", isNamespaced: false)
    let paths = KubeconfigPaths(flag: "\(folder.path)/kubeconfig", environment: Environment())
    let now = { @Sendable in Timestamp(milliseconds: 0) }
    let login = KubernetesLogin(
      LoginOrigin(.kubeconfig(paths, context: nil)), environment: Environment(), now: now)
    let inquiry = RightsInquiry(
      session: KubernetesSession(login: login, transport: server, now: now), namespaces: [])
    let rights = try await inquiry.rights(to: [namespaces, pods])
    #expect(rights.scope(of: pods) == .namespaces(["batch", "web"]))
  }

  @Test("namespaces that are named are the only ones, also for an administrator")
  func namedNamespaces() async throws {
    let server = ReviewedServer([.init(resource: "*")], namespaces: ["shop", "web"])
    let rights = try await rights(server, namespaces: ["web", "shop"])
    #expect(rights.scope(of: pods) == .namespaces(["shop", "web"]))
    #expect(rights.scope(of: nodes) == .everywhere)
    #expect(rights.notes == [])
  }

  @Test("a named namespace that does not exist, or may not be read, is said")
  func wrongNamespaces() async throws {
    let server = ReviewedServer(
      [.init(resource: "/pods", namespace: "shop"), .init(resource: "/namespaces")],
      namespaces: ["shop", "web"])
    let rights = try await rights(server, namespaces: ["shop", "web", "shpo"])
    #expect(rights.scope(of: pods) == .namespaces(["shop"]))
    #expect(rights.notes.contains { $0.contains("no namespace shpo") })
    #expect(rights.notes.contains("nothing may be listed in namespace web"))
  }

  @Test("a server that answers no reviews is asked for the lists themselves")
  func withoutReviews() async throws {
    let server = ReviewedServer(
      [.init(resource: "/nodes"), .init(resource: "/pods", namespace: "shop")], answersReviews: false)
    let rights = try await rights(server)
    #expect(rights.scope(of: nodes) == .everywhere)
    #expect(rights.scope(of: pods) == .namespaces(["shop"]))
    guard case .refused(let words) = rights.scope(of: deployments) else {
      Issue.record("deployments are not refused")
      return
    }
    #expect(words.contains("forbidden"))
  }

  @Test("nothing at all is nothing, and a login that nobody knows is a fault of its own")
  func nothing() async throws {
    #expect(try await rights(ReviewedServer([])).isNothing)
    do throws(KubernetesFault) {
      _ = try await rights(ReviewedServer([], status: 401))
      Issue.record("401 is no fault")
    } catch {
      #expect(error.cause == .notAuthorised)
      #expect(error.text.contains("does not know this login (401, token)"))
      #expect(!error.text.contains("planted-token"))
    }
  }

  @Test("the recorded rules of the lab's namespaced user allow pods and no nodes")
  func recorded() throws {
    let text = #"""
      {"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1","status":{"resourceRules":[
      {"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["selfsubjectaccessreviews","selfsubjectrulesreviews"]},
      {"verbs":["get","list","watch"],"apiGroups":[""],"resources":["configmaps","endpoints","pods","serviceaccounts"]},
      {"verbs":["get","list","watch"],"apiGroups":[""],"resources":["nodes"],"resourceNames":["one"]}],
      "nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}],"incomplete":false}}
      """#
    let rules = try NamespaceRules(Array(text.utf8))
    #expect(rules.allowsList(pods) && !rules.allowsList(nodes) && !rules.allowsList(deployments))
    #expect(!rules.allowsEverything && !rules.isIncomplete)
  }
}
