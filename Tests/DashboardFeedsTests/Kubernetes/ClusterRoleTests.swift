// The roles of the docs against the lists that the feed asks for: neither a right too few nor one too many.

import DashboardTesting
import Foundation
import StructuredText
import Testing

@testable import DashboardFeeds

@Suite("The roles of the docs")
struct ClusterRoleTests {
  /// A resource of a group.
  private struct Right: Hashable, CustomStringConvertible {
    let group: String
    let resource: String
    var description: String { "\(group)/\(resource)" }

    init(_ group: String, _ resource: String) {
      self.group = group
      self.resource = resource
    }

    init(_ resource: KubernetesResource) { self.init(resource.group, resource.name) }
  }

  /// The rights of a role, and the verbs that it has for all of them.
  private static func role(_ name: String) throws -> (rights: Set<Right>, verbs: Set<[String]>) {
    let text = try String(contentsOf: RepositoryFiles.url("docs/kubernetes/\(name).yaml"), encoding: .utf8)
    let root = try #require(try DocumentNode.parse(text))
    var rights: Set<Right> = []
    var verbs: Set<[String]> = []
    for rule in root["rules"]?.elements ?? [] {
      func texts(_ key: String) -> [String] { rule[key]?.elements?.compactMap(\.string) ?? [] }
      verbs.insert(texts("verbs"))
      for group in texts("apiGroups") {
        for resource in texts("resources") { rights.insert(Right(group, resource)) }
      }
    }
    return (rights, verbs)
  }

  @Test("the role of a cluster allows to list and watch what the feed may ask for, and nothing else")
  func clusterRole() throws {
    let role = try Self.role("cluster-role")
    #expect(role.rights == Set(KubernetesKinds.resources.map { Right($0) }))
    #expect(role.verbs == [["list", "watch"]])
  }

  @Test("the role of a namespace allows what has a namespace and is followed in it, and nothing else")
  func namespaceRole() throws {
    let role = try Self.role("namespace-role")
    let followed = KubernetesKinds.followed.filter(\.isNamespaced).flatMap(\.resources)
    #expect(role.rights == Set(followed.map { Right($0) }))
    #expect(role.verbs == [["list", "watch"]])
  }
}
