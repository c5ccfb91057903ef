// Who may use a credential spec, as the admission webhook's review in the pod's namespace would be answered.

import DashboardModel
import Testing

@Suite("Grants")
struct GrantTableTests {
  /// One binding of the role `users` and whether account `web` of namespace `shop` may use `a` by it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let binding: RoleBinding
    let isAllowed: Bool

    init(
      _ sentence: String, in namespace: String?, roleKind: String = "ClusterRole", to subject: GrantSubject,
      isAllowed: Bool
    ) {
      testDescription = sentence
      binding = bound(in: namespace, roleKind: roleKind, to: subject)
      self.isAllowed = isAllowed
    }
  }

  static let cases = [
    Case("a RoleBinding in the pod's namespace allows", in: "shop", to: web, isAllowed: true),
    Case("it may bind a Role as well", in: "shop", roleKind: "Role", to: web, isAllowed: true),
    Case("a RoleBinding of another namespace allows nothing", in: "default", to: web, isAllowed: false),
    Case("a ClusterRoleBinding allows everywhere", in: nil, to: web, isAllowed: true),
    Case(
      "a ClusterRoleBinding to a Role allows nothing", in: nil, roleKind: "Role", to: web, isAllowed: false),
    Case(
      "an account of another namespace is another account", in: "shop",
      to: GrantSubject(kind: "ServiceAccount", name: "web", namespace: "default"), isAllowed: false),
    Case(
      "a RoleBinding lends its namespace to an account without one", in: "shop",
      to: GrantSubject(kind: "ServiceAccount", name: "web", namespace: ""), isAllowed: true),
    Case(
      "a ClusterRoleBinding has none to lend", in: nil,
      to: GrantSubject(kind: "ServiceAccount", name: "web"), isAllowed: false),
    Case(
      "another account is another account", in: "shop",
      to: GrantSubject(kind: "ServiceAccount", name: "db", namespace: "shop"), isAllowed: false),
    Case(
      "the account as a user counts", in: nil,
      to: GrantSubject(kind: "User", name: "system:serviceaccount:shop:web"), isAllowed: true),
    Case("a person's name does not", in: nil, to: GrantSubject(kind: "User", name: "web"), isAllowed: false),
    Case("every account is a group", in: nil, to: group("system:serviceaccounts"), isAllowed: true),
    Case("in a RoleBinding too", in: "shop", to: group("system:serviceaccounts"), isAllowed: true),
    Case(
      "the namespace's accounts are one", in: nil, to: group("system:serviceaccounts:shop"), isAllowed: true),
    Case(
      "another namespace's accounts are another", in: "shop", to: group("system:serviceaccounts:default"),
      isAllowed: false),
    Case("system:authenticated never counts", in: nil, to: group("system:authenticated"), isAllowed: false),
    Case(
      "a kind that RBAC does not know never counts", in: nil, to: GrantSubject(kind: "Team", name: "web"),
      isAllowed: false),
  ]

  @Test("the subjects that reach a service account", arguments: cases)
  func subjects(_ example: Case) {
    let table = GrantTable(roles: Self.roles, bindings: [example.binding]) { _, _, _ in true }
    let permission = permission(table, "a")
    if case .allowed(let grants) = permission {
      #expect(example.isAllowed)
      #expect(grants.map(\.subject) == example.binding.subjects)
    } else {
      #expect(permission == .notAllowed)
      #expect(!example.isAllowed)
    }
  }

  @Test(
    "the rules that let a credential spec be used",
    arguments: [
      (RoleRule(groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["use"]), true),
      (RoleRule(groups: ["*"], resources: ["*"], verbs: ["*"]), true),
      (RoleRule(groups: ["*"], resources: ["*"], verbs: ["*"], names: ["b"]), false),
      (RoleRule(groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["get"]), false),
      (RoleRule(groups: [""], resources: ["gmsacredentialspecs"], verbs: ["use"]), false),
      (RoleRule(groups: ["windows.k8s.io"], resources: ["pods"], verbs: ["use"]), false),
    ])
  func rules(_ rule: RoleRule, _ isAllowed: Bool) {
    let role = Role(cluster: "c", namespace: nil, name: "users", rules: [rule])
    let table = GrantTable(roles: [role], bindings: [bound(in: "shop", to: web)]) { _, _, _ in true }
    #expect((permission(table, "a") != .notAllowed) == isAllowed)
  }

  @Test("a binding that reaches no service account is nobody's grant")
  func grantsOfNobody() {
    let bindings = [
      bound(in: nil, to: group("system:authenticated")), bound(in: "default", to: web),
      bound(in: "shop", to: web),
    ]
    let table = GrantTable(roles: Self.roles, bindings: bindings) { _, _, _ in true }
    #expect(
      table.boundGrants.filter { $0.holder != nil }.map(\.grant.binding) == ["shop/RoleBinding/grant"])
    #expect(table.boundGrants.count == 3)
  }

  @Test("a grant names its binding and its role")
  func grantsInWords() {
    let bindings = [bound(in: nil, to: web), bound(in: "shop", roleKind: "Role", to: web)]
    let table = GrantTable(roles: Self.roles, bindings: bindings) { _, _, _ in true }
    #expect(
      table.grants(cluster: "c", namespace: "shop", account: "web").map(\.words)
        == ["shop/RoleBinding/grant (Role/users)", "ClusterRoleBinding/grant (ClusterRole/users)"])
  }

  @Test(
    "nothing is denied while bindings were not read, and what is seen is allowed all the same",
    arguments: [
      FactKind.roleBindings, .clusterRoleBindings,
    ])
  func unreadBindings(_ missing: FactKind) {
    let isRead: @Sendable (FactKind, ClusterName, String?) -> Bool = { kind, _, _ in kind != missing }
    let none = GrantTable(roles: [], bindings: [], isRead: isRead)
    #expect(permission(none, "a") == .unknown("not all \(missing.word) were read"))
    let seen = GrantTable(roles: Self.roles, bindings: [bound(in: "shop", to: web)], isRead: isRead)
    #expect(permission(seen, "a") != permission(none, "a"))
    #expect(permission(seen, "z") == .unknown("not all \(missing.word) were read"))
  }

  @Test("the role bindings of the pod's namespace are enough; those of others need not be read")
  func bindingsOfOneNamespace() {
    let table = GrantTable(roles: [], bindings: []) { kind, _, namespace in
      kind != .roleBindings || namespace == "shop"
    }
    #expect(permission(table, "a") == .notAllowed)
    #expect(
      table.permission(cluster: "c", namespace: "default", account: "web", credentialSpec: "a")
        == .unknown("not all role bindings were read"))
  }

  @Test("a binding whose role was not read leaves its own accounts open, and no others")
  func unreadRoles() {
    let table = GrantTable(roles: [], bindings: [bound(in: "shop", to: web)]) { kind, _, _ in
      kind != .clusterRoles
    }
    #expect(permission(table, "a") == .unknown("the role of shop/RoleBinding/grant was not read"))
    #expect(
      table.permission(cluster: "c", namespace: "shop", account: "db", credentialSpec: "a") == .notAllowed)
  }

  @Test("a role that a whole list lacks allows nothing")
  func absentRoles() {
    let table = GrantTable(roles: [], bindings: [bound(in: "shop", to: web)]) { _, _, _ in true }
    #expect(permission(table, "a") == .notAllowed)
  }

  @Test("clusters do not share their grants")
  func clustersApart() {
    let table = GrantTable(roles: Self.roles, bindings: [bound(in: "shop", to: web)]) { _, _, _ in true }
    #expect(
      table.permission(cluster: "d", namespace: "shop", account: "web", credentialSpec: "a") == .notAllowed)
  }

  @Test("what an account may use is joined over its own, its namespace's and everybody's grants")
  func allowedNames() {
    let roles = ["a", "b", nil].map { name in
      Role(cluster: "c", namespace: nil, name: name ?? "all", rules: [use(name.map { [$0] } ?? [])])
    }
    let bindings = [
      bound(in: "shop", role: "a", to: web),
      bound(in: nil, role: "b", to: group("system:serviceaccounts:shop")),
      bound(in: "ops", role: "all", to: group("system:serviceaccounts")),
    ]
    let table = GrantTable(roles: roles, bindings: bindings) { _, _, _ in true }
    let own = table.allowedNames(cluster: "c", namespace: "shop", account: "web")
    #expect(own.names == ["a", "b"])
    #expect(!own.includesEverything)
    #expect(table.allowedNames(cluster: "c", namespace: "ops", account: "x").includes("z"))
    #expect(table.allowedNames(cluster: "c", namespace: "web", account: "web").isEmpty)
    #expect(
      table.boundGrants.map(\.holder)
        == [
          .accounts(namespace: "ops"), .account(namespace: "shop", name: "web"), .accounts(namespace: "shop"),
        ])
    #expect(table.boundGrants.map(\.grant.names) == [nil, ["a"], ["b"]])
  }

  static let roles = [
    Role(cluster: "c", namespace: nil, name: "users", rules: [use(["a", "b"])]),
    Role(cluster: "c", namespace: "shop", name: "users", rules: [use(["a"])]),
  ]

  private func permission(_ table: GrantTable, _ name: String) -> Permission {
    table.permission(cluster: "c", namespace: "shop", account: "web", credentialSpec: name)
  }
}

private let web = GrantSubject(kind: "ServiceAccount", name: "web", namespace: "shop")

private func group(_ name: String) -> GrantSubject { GrantSubject(kind: "Group", name: name) }

private func use(_ names: [String]) -> RoleRule {
  RoleRule(groups: ["windows.k8s.io"], resources: ["gmsacredentialspecs"], verbs: ["use"], names: names)
}

private func bound(
  in namespace: String?, roleKind: String = "ClusterRole", role: String = "users", to subject: GrantSubject
) -> RoleBinding {
  RoleBinding(
    cluster: "c", namespace: namespace, name: "grant", roleKind: roleKind, roleName: role, subjects: [subject]
  )
}
