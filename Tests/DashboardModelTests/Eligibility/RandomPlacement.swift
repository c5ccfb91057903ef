// Random hosts and templates from small vocabularies, so that terms hold about as often as they do not.

import DashboardModel
import DashboardTesting

enum RandomPlacement {
  static let clusters: [ClusterName] = ["a", "b"]
  private static let keys = ["pool", "Zone", "cores"]
  private static let values = ["a", "B", "b", "8", "16", ""]
  private static let effects = ["NoSchedule", "NoExecute", "PreferNoSchedule"]
  private static let taintKeys = [
    "os", "node.kubernetes.io/unschedulable", "node.kubernetes.io/not-ready",
    "node.kubernetes.io/disk-pressure",
  ]

  static func host(_ number: Int, _ random: inout SeededRandom) -> Host {
    let id = HostID(cluster: pick(clusters, &random), name: "Node-\(number % 12)")
    var host = Host(
      id: id, operatingSystem: pick([.windows, .windows, .linux, .other, nil], &random),
      isFromNodeList: chance(9, in: 10, &random))
    host.architecture = pick(["amd64", "x86_64", "arm64", nil], &random)
    host.labels = labels(&random)
    host.engineLabels = labels(&random)
    host.isReady = pick([true, true, false, nil], &random)
    host.role = pick(["manager", "worker", nil], &random)
    host.nodeID = chance(1, in: 2, &random) ? "id\(number)" : nil
    host.address = pick(["10.0.0.\(number)", "10.1.0.\(number)", "fd00::\(number)", nil], &random)
    if chance(1, in: 4, &random) {
      host.acceptsReplicas = false
      host.closedBecause = pick(["cordoned", "paused", "drained", nil], &random)
    }
    if chance(1, in: 3, &random) {
      host.taints = [Taint(key: pick(taintKeys, &random), effect: pick(effects, &random))]
    }
    return host
  }

  static func terms(_ random: inout SeededRandom) -> SchedulingTerms {
    var terms = SchedulingTerms()
    if chance(1, in: 8, &random) { terms.nodeName = "Node-\(Int.random(in: 0..<14, using: &random))" }
    terms.operatingSystem = pick(["windows", "linux", nil, nil, nil], &random)
    terms.isDaemonSet = chance(1, in: 5, &random)
    if chance(1, in: 3, &random) { terms.nodeSelector = [pick(keys, &random): pick(values, &random)] }
    if chance(1, in: 3, &random) {
      terms.requiredAffinity = (0..<Int.random(in: 0...2, using: &random)).map { _ in affinity(&random) }
    }
    if chance(1, in: 2, &random) {
      terms.tolerations = [
        Toleration(
          key: pick(taintKeys + [""], &random), comparison: pick(["Exists", "Equal", ""], &random),
          effect: pick(effects + [""], &random))
      ]
    }
    if chance(1, in: 3, &random) { terms.constraints = [constraint(&random), constraint(&random)] }
    if chance(1, in: 5, &random) {
      terms.platforms = [
        Platform(
          operatingSystem: pick(["windows", "linux", ""], &random),
          architecture: pick(["amd64", ""], &random))
      ]
    }
    return terms
  }

  private static func affinity(_ random: inout SeededRandom) -> NodeSelectorTerm {
    let comparison = pick(["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt", "Near"], &random)
    let isBare = comparison == "Exists" || comparison == "DoesNotExist"
    let labels = NodeRequirement(
      key: pick(keys, &random), comparison: comparison, values: isBare ? [] : [pick(values, &random)])
    let name = "Node-\(Int.random(in: 0..<14, using: &random))"
    let field = NodeRequirement(
      key: "metadata.name", comparison: pick(["In", "NotIn"], &random), values: [name])
    return NodeSelectorTerm(
      labels: chance(3, in: 4, &random) ? [labels] : [], fields: chance(1, in: 4, &random) ? [field] : [])
  }

  private static func constraint(_ random: inout SeededRandom) -> String {
    let number = Int.random(in: 0..<14, using: &random)
    let (key, value) = pick(
      [
        ("node.labels.\(pick(keys, &random))", pick(["A", "b", "8"], &random)),
        ("Engine.Labels.\(pick(keys, &random))", pick(["A", "b", "8"], &random)),
        ("node.hostname", "node-\(number)"), ("node.id", "ID\(number)"), ("node.role", "Manager"),
        ("node.platform.os", "windows"), ("node.platform.arch", "x86_64"), ("node.ip", "10.0.0.0/16"),
        ("node.ip", "fd00::/16"), ("node.ip", "10.0.0.\(number)"), ("node.ip", "here"), ("node.zone", "b"),
      ], &random)
    return key + pick(["==", "!=", "!="], &random) + value
  }

  private static func labels(_ random: inout SeededRandom) -> [String: String] {
    var labels = ["serial": "\(Int.random(in: 0..<1000, using: &random))"]
    for key in keys where chance(2, in: 3, &random) { labels[key] = pick(values, &random) }
    return labels
  }

  private static func chance(_ part: Int, in whole: Int, _ random: inout SeededRandom) -> Bool {
    Int.random(in: 0..<whole, using: &random) < part
  }

  private static func pick<Choice>(_ choices: [Choice], _ random: inout SeededRandom) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
