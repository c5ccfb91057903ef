// One object as a decoder read it: who it is, how new it is, and the facts that it says.

import DashboardModel

/// Who an object is: two objects with one key are the same one, seen twice.
struct ObjectKey: Hashable, Sendable {
  var cluster: ClusterName
  var kind: ObjectKind
  /// Empty for kinds without namespaces.
  var namespace: String
  /// Kubernetes name, Swarm ID.
  var name: String

  init(cluster: ClusterName, kind: ObjectKind, namespace: String, name: String) {
    self.cluster = cluster
    self.kind = kind
    self.namespace = namespace
    self.name = name
  }
}

/// An object that was read.
struct ReadObject: Sendable {
  var key: ObjectKey
  /// Kubernetes `resourceVersion` where it is a number, Swarm `Version.Index`; the greater is the newer. Source:
  /// Kubernetes calls it opaque, yet every server counts it up; it only decides which of two contradicting files wins.
  var revision: UInt64?
  /// A hash of the uid: an object of the same name that was made anew, or lives in another cluster, differs.
  var identity: UInt64
  /// What the object says.
  var facts: ObjectFacts

  init(key: ObjectKey, revision: UInt64?, identity: UInt64, facts: ObjectFacts) {
    self.key = key
    self.revision = revision
    self.identity = identity
    self.facts = facts
  }
}

/// What one object says. Replicas are the bulk and stand in place; all others are boxed.
enum ObjectFacts: Hashable, Sendable {
  /// A pod.
  case replica(Replica)
  /// A Swarm task, whose state, host and config are known only beside other tasks, nodes and configs.
  case task(SwarmTask)
  /// A Swarm config, which may turn out to be a credential spec by a service that refers to it.
  case config(SwarmConfig)
  /// Any other.
  case facts(FactsBox)
  /// Read, and of no concern.
  case nothing

  /// Boxes facts that a closure fills in.
  static func making(_ fill: (inout Facts) -> Void) -> ObjectFacts {
    var facts = Facts()
    fill(&facts)
    return .facts(FactsBox(facts))
  }
}

/// Facts behind one reference, so that a list of 30,000 pods does not pay for the size of rarer kinds.
final class FactsBox: Hashable, Sendable {
  let facts: Facts

  init(_ facts: Facts) { self.facts = facts }
  static func == (left: FactsBox, right: FactsBox) -> Bool {
    left === right || left.facts == right.facts
  }
  func hash(into hasher: inout Hasher) { hasher.combine(facts) }
}
