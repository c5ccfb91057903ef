// The scheduler's filters that decide by a node's own words. Source: kubernetes pkg/scheduler/framework/plugins
// (nodename, nodeaffinity, tainttoleration, nodeunschedulable) and component-helpers scheduling/corev1.

extension SchedulingTerms {
  func kubernetesRefusals(of host: Host) -> [Refusal] {
    var refusals: [Refusal] = []
    if let refusal = operatingSystemRefusal(of: host) { refusals.append(refusal) }
    // A pod with a node name is past the scheduler: labels, affinity and taints NoSchedule are not asked.
    if nodeName != nil { return refusals }
    for (key, wanted) in nodeSelector.sorted(by: { $0.key < $1.key }) where host.labels[key] != wanted {
      refusals.append(.nodeSelector(key: key, wanted: wanted, found: host.labels[key]))
    }
    if let affinity = affinityRefusal(of: host) { refusals.append(affinity) }
    for taint in host.taints where taint.excludes && !tolerates(taint) { refusals.append(.taint(taint)) }
    refusals += stateRefusals(of: host)
    return refusals
  }

  /// The kubelet refuses a pod whose `spec.os` is not the node's. Source: kubernetes pkg/kubelet/lifecycle/predicate.go.
  private func operatingSystemRefusal(of host: Host) -> Refusal? {
    guard let wanted = operatingSystem else { return nil }
    let found = host.labels["kubernetes.io/os"] ?? host.operatingSystem?.rawValue
    guard let found, found != wanted else { return nil }
    return .operatingSystem(wanted: wanted, found: found)
  }

  private func affinityRefusal(of host: Host) -> Refusal? {
    guard let terms = requiredAffinity else { return nil }
    var failed: [NodeRequirement] = []
    for term in terms {
      if term.labels.isEmpty && term.fields.isEmpty { continue }
      let failing =
        term.labels.first { !$0.holds(host.labels[$0.key]) }
        ?? term.fields.first { !$0.holdsForField(host) }
      guard let failing else { return nil }
      failed.append(failing)
    }
    return .affinity(failed)
  }

  private func stateRefusals(of host: Host) -> [Refusal] {
    if isDaemonSet { return [] }
    var refusals: [Refusal] = []
    let cordon = Taint(key: "node.kubernetes.io/unschedulable", effect: "NoSchedule")
    let isTainted = host.taints.contains { $0.key == cordon.key }
    if !host.acceptsReplicas, !tolerates(cordon), !isTainted {
      refusals.append(.closed(because: host.closedBecause ?? "cordoned"))
    }
    let silence = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
    if host.isReady == false, !host.taints.contains(where: { silence.contains($0.key) }) {
      refusals.append(.notReady)
    }
    return refusals
  }

  func tolerates(_ taint: Taint) -> Bool {
    if isDaemonSet, Self.daemonSetTolerations.contains(where: { $0.tolerates(taint) }) { return true }
    return tolerations.contains { $0.tolerates(taint) }
  }

  /// What the DaemonSet controller adds to every pod. Source: kubernetes pkg/controller/daemon/util/daemonset_util.go.
  private static let daemonSetTolerations: [Toleration] = [
    Toleration(key: "node.kubernetes.io/not-ready", comparison: "Exists", effect: "NoExecute"),
    Toleration(key: "node.kubernetes.io/unreachable", comparison: "Exists", effect: "NoExecute"),
    Toleration(key: "node.kubernetes.io/disk-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/memory-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/pid-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/unschedulable", comparison: "Exists", effect: "NoSchedule"),
  ]
}

extension Taint {
  /// `PreferNoSchedule` is a wish; the others exclude.
  var excludes: Bool { effect == "NoSchedule" || effect == "NoExecute" }
}

extension Toleration {
  /// Source: kubernetes core/v1 Toleration.ToleratesTaint.
  func tolerates(_ taint: Taint) -> Bool {
    if !effect.isEmpty, effect != taint.effect { return false }
    if !key.isEmpty, key != taint.key { return false }
    switch comparison {
    case "", "Equal": return !key.isEmpty && value == taint.value
    case "Exists": return true
    default: return false
    }
  }
}

extension NodeRequirement {
  /// Whether a label's value (nil: absent) satisfies the requirement; a comparison that is none is satisfied by nothing.
  func holds(_ found: String?) -> Bool {
    switch comparison {
    case "In": found.map(values.contains) ?? false
    case "NotIn": found.map { !values.contains($0) } ?? true
    case "Exists": found != nil
    case "DoesNotExist": found == nil
    case "Gt": compare(found) { $0 > $1 }
    case "Lt": compare(found) { $0 < $1 }
    default: false
    }
  }

  private func compare(_ found: String?, _ isOrdered: (Int64, Int64) -> Bool) -> Bool {
    guard let found = found.flatMap({ Int64($0) }), values.count == 1, let bound = Int64(values[0]) else {
      return false
    }
    return isOrdered(found, bound)
  }

  /// Kubernetes knows the field `metadata.name` alone, with `In` and `NotIn`.
  func holdsForField(_ host: Host) -> Bool {
    key == "metadata.name" && (comparison == "In" || comparison == "NotIn") && holds(host.id.name)
  }
}
