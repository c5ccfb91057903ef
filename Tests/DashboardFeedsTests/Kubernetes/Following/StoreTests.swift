// Stores of a list's objects: what is told twice, late or not any more never makes a ghost, and nothing is lost.

import DashboardModel
import DashboardTesting
import Testing

@testable import DashboardFeeds

@Suite("The stores of a followed list")
struct StoreTests {
  /// A pod as a decoder hands it over.
  private static func pod(_ name: Int, version: UInt64, state: ReplicaState = .running) -> ReadObject {
    let replica = Replica(cluster: "c", namespace: "n", name: "p\(name)", state: state)
    let key = ObjectKey(cluster: "c", kind: .pod, namespace: "n", name: "p\(name)")
    return ReadObject(key: key, revision: version, identity: UInt64(name), facts: .replica(replica))
  }

  @Test("hold what a fresh list holds, whatever is repeated, late or missed in between", arguments: 0..<200)
  func equalsFreshList(seed: Int) {
    var random = SeededRandom(seed: seed)
    var truth: [Int: (version: UInt64, state: ReplicaState)] = [:]
    var (store, told) = (ReplicaStore(), [ReadObject]())
    var outcome = ReplicaStore.Outcome()
    for version in 1...120 as ClosedRange<UInt64> {
      let name = Int.random(in: 0..<20, using: &random)
      let state: ReplicaState = Bool.random(using: &random) ? .running : .failing
      if truth[name] != nil, Int.random(in: 0..<3, using: &random) == 0 {
        truth[name] = nil
        store.remove(Self.pod(name, version: version), &outcome)
      } else {
        truth[name] = (version, state)
        let pod = Self.pod(name, version: version, state: state)
        told.append(pod)
        store.put(pod, isLate: false, &outcome)
      }
      // A server may tell an old change again; the machine marks it as late.
      if let old = told.randomElement(using: &random), Bool.random(using: &random) {
        store.put(old, isLate: true, &outcome)
      }
      if Int.random(in: 0..<30, using: &random) == 0 {
        store.beginWhole()
        for (name, pod) in truth {
          store.put(Self.pod(name, version: pod.version, state: pod.state), isLate: false, &outcome)
        }
        store.endWhole(&outcome)
      }
    }
    let expected = truth.map {
      Replica(cluster: "c", namespace: "n", name: "p\($0.key)", state: $0.value.state)
    }
    #expect(Set(store.replicas) == Set(expected))
    #expect(store.replicas.count == truth.count)
  }

  @Test("say in their changes what they hold", arguments: 0..<50)
  func changes(seed: Int) {
    var random = SeededRandom(seed: seed)
    var store = ReplicaStore()
    var held: [String: Replica] = [:]
    for version in 1...200 as ClosedRange<UInt64> {
      var outcome = ReplicaStore.Outcome()
      let name = Int.random(in: 0..<30, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: store.remove(Self.pod(name, version: version), &outcome)
      case 1:
        store.beginWhole()
        for name in 0..<30 where Bool.random(using: &random) {
          store.put(Self.pod(name, version: version), isLate: false, &outcome)
        }
        store.endWhole(&outcome)
      default:
        let state: ReplicaState = Bool.random(using: &random) ? .running : .starting
        store.put(Self.pod(name, version: version, state: state), isLate: false, &outcome)
      }
      for change in outcome.changes {
        switch change {
        case .changed(let replica): held[replica.name] = replica
        case .removed(_, _, let name, _): held[name] = nil
        }
      }
      #expect(Set(held.values) == Set(store.replicas))
    }
  }

  @Test("count pods that nothing depends on, and keep none of them")
  func counts() {
    var (store, outcome) = (ReplicaStore(), ReplicaStore.Outcome())
    func bystander(_ name: Int) -> ReadObject {
      var pod = Self.pod(name, version: 1)
      pod.facts = .nothing
      return pod
    }
    store.beginWhole()
    for name in 0..<5 { store.put(bystander(name), isLate: false, &outcome) }
    store.endWhole(&outcome)
    store.remove(bystander(0), &outcome)
    #expect(store.skipped == 4)
    #expect(store.count == 0)
    #expect(outcome.changes.isEmpty)
  }

  @Test("tell of a pod again that was made anew under the name of one that is gone")
  func namesakes() {
    var (store, outcome) = (ReplicaStore(), ReplicaStore.Outcome())
    var second = Self.pod(1, version: 9, state: .starting)
    second.identity = 77
    store.put(Self.pod(1, version: 2), isLate: false, &outcome)
    outcome = ReplicaStore.Outcome()
    store.beginWhole()
    store.put(second, isLate: false, &outcome)
    store.endWhole(&outcome)
    guard case .changed(let replica)? = outcome.changes.last else {
      Issue.record("the one that is there is told of last")
      return
    }
    #expect(replica.state == .starting)
  }
}
