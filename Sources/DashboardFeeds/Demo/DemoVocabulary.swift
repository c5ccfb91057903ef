// The invented company: Harbour, what it runs, and how it names things.

import DashboardModel

/// The two clusters of the demo; they differ in how credential specs are delivered.
enum DemoOrchestrator: Int, Hashable, Sendable, CaseIterable {
  case kubernetes
  case swarm

  var cluster: ClusterName { self == .kubernetes ? "harbour-k8s" : "harbour-swarm" }
  /// Zones are letters; no letter is in both clusters, so that no host name is either.
  var zones: [String] { self == .kubernetes ? ["d", "e", "f"] : ["a", "b", "c"] }
}

/// The group of hosts that a service is meant for.
enum DemoPool: String, Hashable, Sendable, CaseIterable {
  case web
  case app
  case batch

  /// The pool of the host or credential spec at a place in its cluster: two fifths web, two app, one batch.
  static func at(_ index: Int) -> DemoPool {
    switch index % 5 {
    case 0, 2: .web
    case 1, 3: .app
    default: .batch
    }
  }
}

/// A line of business that has an account of its own.
struct Business: Sendable {
  /// Its word in names, at most nine letters: an account name has room for fifteen.
  let word: String
  /// The role of its first service.
  let role: String
  /// Its Kubernetes namespace.
  let namespace: String

  static let all: [Business] = [
    Business(word: "payments", role: "web", namespace: "finance"),
    Business(word: "ledger", role: "api", namespace: "finance"),
    Business(word: "crm", role: "portal", namespace: "sales"),
    Business(word: "hr", role: "intranet", namespace: "people"),
    Business(word: "billing", role: "batch", namespace: "finance"),
    Business(word: "warehouse", role: "api", namespace: "supply"),
    Business(word: "orders", role: "web", namespace: "sales"),
    Business(word: "reports", role: "web", namespace: "finance"),
    Business(word: "invoices", role: "api", namespace: "finance"),
    Business(word: "fleet", role: "portal", namespace: "supply"),
    Business(word: "claims", role: "web", namespace: "service"),
    Business(word: "pricing", role: "api", namespace: "sales"),
    Business(word: "catalog", role: "web", namespace: "sales"),
    Business(word: "tickets", role: "portal", namespace: "service"),
    Business(word: "audit", role: "batch", namespace: "finance"),
    Business(word: "loyalty", role: "api", namespace: "sales"),
    Business(word: "payroll", role: "batch", namespace: "people"),
    Business(word: "partners", role: "portal", namespace: "sales"),
    Business(word: "refunds", role: "worker", namespace: "finance"),
    Business(word: "tax", role: "api", namespace: "finance"),
    Business(word: "shipping", role: "web", namespace: "supply"),
    Business(word: "customs", role: "api", namespace: "supply"),
    Business(word: "training", role: "web", namespace: "people"),
    Business(word: "archive", role: "worker", namespace: "service"),
  ]

  /// Roles that later services of one business take, in turn.
  static let roles = ["web", "api", "portal", "batch", "worker", "sync", "intranet", "import"]

  /// The business at a place, counted round and round.
  static func at(_ index: Int) -> Business { all[index % all.count] }

  /// The gMSA at a place: `gmsa-payments`; beyond the first round `gm-payments2` and so on.
  static func account(_ index: Int) -> String {
    let round = index / all.count
    return round == 0 ? "gmsa-\(at(index).word)" : "gm-\(at(index).word)\(round + 1)"
  }

  /// The name of the `turn`th service of the business at a place.
  static func service(_ index: Int, turn: Int) -> String {
    let business = at(index)
    let round = index / all.count
    let first = roles.firstIndex(of: business.role) ?? 0
    let role = roles[(first + turn) % roles.count]
    let number = turn < roles.count ? "" : "\(turn / roles.count + 1)"
    return "\(business.word)\(round == 0 ? "" : "\(round + 1)")-\(role)\(number)"
  }
}
