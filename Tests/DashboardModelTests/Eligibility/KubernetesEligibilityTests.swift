// What the Kubernetes scheduler and the kubelet make of a template and a node, case by case.

import DashboardModel
import Testing

@Suite("Eligibility on Kubernetes nodes")
struct KubernetesEligibilityTests {
  /// A template, a node and what is expected of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let sentence: String
    let refusals: [Refusal]
    let terms: SchedulingTerms
    let host: Host
    var testDescription: String { sentence }

    init(
      _ sentence: String, refusals: [Refusal] = [], terms: (inout SchedulingTerms) -> Void = { _ in },
      host change: (inout Host) -> Void = { _ in }
    ) {
      self.sentence = sentence
      self.refusals = refusals
      var own = SchedulingTerms()
      terms(&own)
      self.terms = own
      var host = Host(id: HostID(cluster: "a", name: "win-1"), operatingSystem: .windows)
      host.labels = ["kubernetes.io/os": "windows", "pool": "gmsa", "cores": "8"]
      change(&host)
      self.host = host
    }
  }

  @Test("a node is chosen by its labels and its name", arguments: selectors + affinities)
  func labelsAndNames(_ example: Case) { expectVerdict(example) }

  @Test("a node is closed by its taints and its state", arguments: taints + states)
  func taintsAndStates(_ example: Case) { expectVerdict(example) }

  @Test("a pinned pod skips the scheduler and not the kubelet", arguments: pins + systems)
  func pinsAndSystems(_ example: Case) { expectVerdict(example) }

  private func expectVerdict(_ example: Case) {
    let expected: Eligibility = example.refusals.isEmpty ? .eligible : .refused(example.refusals)
    #expect(example.terms.eligibility(of: example.host) == expected)
  }

  static let selectors = [
    Case("a template without terms may run anywhere"),
    Case(
      "a selector that the labels satisfy lets the node pass", terms: { $0.nodeSelector = ["pool": "gmsa"] }),
    Case(
      "a selector refuses another value and an absent label, by key",
      refusals: [
        .nodeSelector(key: "pool", wanted: "web", found: "gmsa"),
        .nodeSelector(key: "zone", wanted: "", found: nil),
      ],
      terms: { $0.nodeSelector = ["zone": "", "pool": "web", "cores": "8"] }),
  ]

  static let affinities: [Case] =
    comparisons + [
      Case(
        "no term matches no node", refusals: [.affinity([])], terms: { $0.requiredAffinity = [] }),
      Case(
        "a term without requirements matches no node", refusals: [.affinity([])],
        terms: { $0.requiredAffinity = [NodeSelectorTerm()] }),
      Case(
        "one of several terms is enough",
        terms: {
          $0.requiredAffinity = [
            term("pool", "In", ["web"]), term("pool", "In", ["gmsa"]),
          ]
        }),
      Case(
        "of each term the first requirement that fails is the reason",
        refusals: [.affinity([requirement("zone", "Exists"), requirement("pool", "In", ["web"])])],
        terms: {
          $0.requiredAffinity = [
            NodeSelectorTerm(labels: [requirement("pool", "Exists"), requirement("zone", "Exists")]),
            term("pool", "In", ["web"]),
          ]
        }),
      Case(
        "the field metadata.name is the node's name",
        terms: {
          $0.requiredAffinity = [
            NodeSelectorTerm(fields: [requirement("metadata.name", "In", ["win-1"])])
          ]
        }),
      Case(
        "labels and fields of one term must both hold",
        refusals: [.affinity([requirement("metadata.name", "NotIn", ["win-1"])])],
        terms: {
          $0.requiredAffinity = [
            NodeSelectorTerm(
              labels: [requirement("pool", "Exists")],
              fields: [requirement("metadata.name", "NotIn", ["win-1"])])
          ]
        }),
      Case(
        "a field that Kubernetes does not know holds nowhere",
        refusals: [.affinity([requirement("metadata.uid", "NotIn", ["x"])])],
        terms: {
          $0.requiredAffinity = [NodeSelectorTerm(fields: [requirement("metadata.uid", "NotIn", ["x"])])]
        }),
    ]

  static let comparisons: [Case] = [
    ("pool", "In", ["web", "gmsa"], true), ("pool", "In", ["web"], false), ("zone", "In", ["a"], false),
    ("pool", "In", [], false), ("pool", "NotIn", ["web"], true), ("pool", "NotIn", ["gmsa"], false),
    ("zone", "NotIn", ["a"], true), ("pool", "NotIn", [], false), ("pool", "Exists", [], true),
    ("zone", "Exists", [], false), ("pool", "Exists", ["gmsa"], false), ("zone", "DoesNotExist", [], true),
    ("pool", "DoesNotExist", [], false), ("cores", "Gt", ["4"], true), ("cores", "Gt", ["8"], false),
    ("cores", "Lt", ["16"], true), ("cores", "Lt", ["8"], false), ("cores", "Gt", ["four"], false),
    ("cores", "Gt", ["4", "5"], false), ("pool", "Gt", ["4"], false), ("zone", "Lt", ["4"], false),
    ("pool", "Is", ["gmsa"], false), ("pool", "in", ["gmsa"], false),
  ].map { key, comparison, values, holds in
    let wanted = requirement(key, comparison, values)
    return Case(
      "\(key) \(comparison) \(values) " + (holds ? "holds" : "does not hold"),
      refusals: holds ? [] : [.affinity([wanted])],
      terms: { $0.requiredAffinity = [NodeSelectorTerm(labels: [wanted])] })
  }

  static let windowsTaint = Taint(key: "os", value: "windows", effect: "NoSchedule")
  static let notReadyTaint = Taint(key: "node.kubernetes.io/not-ready", effect: "NoSchedule")

  static let taints: [Case] =
    [
      Case(
        "PreferNoSchedule is a wish",
        host: { $0.taints = [Taint(key: "os", value: "windows", effect: "PreferNoSchedule")] }),
      Case(
        "every taint that nothing tolerates is a reason",
        refusals: [.taint(windowsTaint), .taint(Taint(key: "full", effect: "NoExecute"))],
        host: { $0.taints = [windowsTaint, Taint(key: "full", effect: "NoExecute")] }),
    ]
    + [
      (Toleration(key: "os", comparison: "Equal", value: "windows", effect: "NoSchedule"), true),
      (Toleration(key: "os", value: "windows"), true), (Toleration(key: "os", value: "linux"), false),
      (Toleration(key: "os", comparison: "Exists"), true), (Toleration(comparison: "Exists"), true),
      (Toleration(key: "os", comparison: "Exists", effect: "NoExecute"), false),
      (Toleration(key: "other", comparison: "Exists"), false),
      (Toleration(key: "os", comparison: "Like", value: "windows"), false),
    ].map { toleration, holds in
      Case(
        "\(toleration.key) \(toleration.comparison) \(toleration.value) \(toleration.effect) "
          + (holds ? "tolerates" : "does not tolerate") + " os=windows:NoSchedule",
        refusals: holds ? [] : [.taint(windowsTaint)], terms: { $0.tolerations = [toleration] },
        host: { $0.taints = [windowsTaint] })
    }

  static let states: [Case] = [
    Case(
      "a cordon is said once, though its taint says it too", refusals: [.closed(because: "cordoned")],
      host: cordon),
    Case(
      "a cordon can be tolerated",
      terms: {
        $0.tolerations = [Toleration(key: "node.kubernetes.io/unschedulable", comparison: "Exists")]
      }, host: cordon),
    Case("a DaemonSet tolerates a cordon", terms: { $0.isDaemonSet = true }, host: cordon),
    Case("a node that is not ready is refused", refusals: [.notReady], host: { $0.isReady = false }),
    Case(
      "a DaemonSet may run on a node whose readiness alone is lost", terms: { $0.isDaemonSet = true },
      host: { $0.isReady = false }),
    Case(
      "a taint of readiness is the reason by itself, for a DaemonSet too",
      refusals: [.taint(notReadyTaint)], terms: { $0.isDaemonSet = true },
      host: {
        $0.isReady = false
        $0.taints = [notReadyTaint, Taint(key: "node.kubernetes.io/not-ready", effect: "NoExecute")]
      }),
    Case(
      "who tolerates every taint may run on a node that is not ready",
      terms: { $0.tolerations = [Toleration(comparison: "Exists")] }, host: { $0.isReady = false }),
    Case("readiness that nobody told is no refusal", host: { $0.isReady = nil }),
    Case(
      "a DaemonSet tolerates pressure and not other taints", refusals: [.taint(windowsTaint)],
      terms: { $0.isDaemonSet = true },
      host: {
        $0.taints = ["disk", "memory", "pid"].map {
          Taint(key: "node.kubernetes.io/\($0)-pressure", effect: "NoSchedule")
        }
        $0.taints.append(windowsTaint)
      }),
  ]

  static let pins: [Case] = [
    Case(
      "a pod pinned to another node is refused", refusals: [.otherNode(wanted: "win-2")],
      terms: { $0.nodeName = "win-2" }),
    Case(
      "a pinned pod passes cordons, NoSchedule taints and readiness", terms: { $0.nodeName = "win-1" },
      host: {
        cordon(&$0)
        $0.taints.append(windowsTaint)
        $0.isReady = false
      }),
    Case(
      "the kubelet holds a pinned pod to selectors and NoExecute taints",
      refusals: [
        .nodeSelector(key: "pool", wanted: "web", found: "gmsa"),
        .taint(Taint(key: "full", effect: "NoExecute")),
      ],
      terms: {
        $0.nodeName = "win-1"
        $0.nodeSelector = ["pool": "web"]
      }, host: { $0.taints = [Taint(key: "full", effect: "NoExecute")] }),
  ]

  static let systems: [Case] = [
    Case("spec.os that is the node's passes", terms: { $0.operatingSystem = "windows" }),
    Case(
      "spec.os of another kind is refused", refusals: [.operatingSystem(wanted: "linux", found: "windows")],
      terms: { $0.operatingSystem = "linux" }),
    Case(
      "the label tells where the node's own word is missing",
      refusals: [.operatingSystem(wanted: "linux", found: "windows")],
      terms: { $0.operatingSystem = "linux" }, host: { $0.operatingSystem = nil }),
  ]

  @Test(
    "a host that no node list told of is unknown, unless the pod is pinned elsewhere or its system differs")
  func hostsOutsideNodeLists() {
    var host = Host(id: HostID(cluster: "a", name: "win-1"), operatingSystem: .windows, isFromNodeList: false)
    var terms = SchedulingTerms()
    #expect(isUnknown(terms, host))
    terms.nodeName = "win-1"
    terms.operatingSystem = "windows"
    #expect(isUnknown(terms, host))
    terms.operatingSystem = "linux"
    #expect(
      terms.eligibility(of: host)
        == .refused([.operatingSystem(wanted: "linux", found: "windows")]))
    terms.nodeName = "win-2"
    host.operatingSystem = nil
    #expect(terms.eligibility(of: host) == .refused([.otherNode(wanted: "win-2")]))
  }

  @Test("spec.os against a node whose system nobody told is unknown, and a refusal is surer than that")
  func untoldOperatingSystem() {
    let host = Host(id: HostID(cluster: "a", name: "n"))
    var terms = SchedulingTerms()
    terms.operatingSystem = "windows"
    #expect(isUnknown(terms, host))
    terms.nodeSelector = ["pool": "gmsa"]
    #expect(
      terms.eligibility(of: host)
        == .refused([.nodeSelector(key: "pool", wanted: "gmsa", found: nil)]))
  }

  private func isUnknown(_ terms: SchedulingTerms, _ host: Host) -> Bool {
    if case .unknown = terms.eligibility(of: host) { true } else { false }
  }
}

private func requirement(_ key: String, _ comparison: String, _ values: [String] = []) -> NodeRequirement {
  NodeRequirement(key: key, comparison: comparison, values: values)
}

private func term(_ key: String, _ comparison: String, _ values: [String]) -> NodeSelectorTerm {
  NodeSelectorTerm(labels: [requirement(key, comparison, values)])
}

private func cordon(_ host: inout Host) {
  host.acceptsReplicas = false
  host.closedBecause = "cordoned"
  host.taints = [Taint(key: "node.kubernetes.io/unschedulable", effect: "NoSchedule")]
}
