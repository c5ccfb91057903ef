// The checks that Kubernetes makes before a pod runs on a node. A Swarm service sets none of these terms.

extension PreparedTerms {
  /// With `spec.nodeName` the scheduler is not asked: what it alone checks (NoSchedule taints, cordons, readiness)
  /// does not count, what the kubelet checks itself does. Source: kubernetes pkg/kubelet/lifecycle/predicate.go.
  private var skipsScheduler: Bool { terms.nodeName != nil && !terms.isDaemonSet }

  func checkNodeName(_ host: Host, _ judgement: inout Judgement) {
    guard let wanted = terms.nodeName, wanted != host.id.name else { return }
    judgement.refuse(.otherNode(wanted: wanted))
  }

  /// The kubelet refuses pods whose `spec.os` is not its own.
  func checkOperatingSystem(_ host: Host, _ judgement: inout Judgement) {
    guard let wanted = terms.operatingSystem, !wanted.isEmpty else { return }
    guard let found = host.operatingSystemWord else {
      let isOfOtherKind = host.operatingSystem == .other && (wanted == "windows" || wanted == "linux")
      return isOfOtherKind
        ? judgement.refuse(.operatingSystem(wanted: wanted, found: "another"))
        : judgement.lack("the node's operating system was not told")
    }
    if found != wanted { judgement.refuse(.operatingSystem(wanted: wanted, found: found)) }
  }

  func checkNodeSelector(_ host: Host, _ judgement: inout Judgement) {
    for (key, wanted) in nodeSelector where host.labels[key] != wanted {
      judgement.refuse(.nodeSelector(key: key, wanted: wanted, found: host.labels[key]))
      if judgement.isSettled { return }
    }
  }

  func checkAffinity(_ host: Host, _ judgement: inout Judgement) {
    guard let affinity = terms.requiredAffinity else { return }
    if affinity.contains(where: { $0.holds(on: host) }) { return }
    judgement.refuse(.affinity(affinity.compactMap { $0.firstFailure(on: host) }))
  }

  func checkTaints(_ host: Host, _ judgement: inout Judgement) {
    for taint in host.taints where counts(taint) && !tolerates(taint) {
      // A cordon is said once, in its own word.
      if taint.isOfCordon && !host.acceptsReplicas { continue }
      if let name = terms.runtimeClass {
        judgement.lack("runtime class \(name) may tolerate taint \(taint.text); classes are not read")
      } else {
        judgement.refuse(.taint(taint))
      }
    }
  }

  private func counts(_ taint: Taint) -> Bool {
    taint.effect == "NoExecute" || taint.effect == "NoSchedule" && !skipsScheduler
  }

  func tolerates(_ taint: Taint) -> Bool {
    tolerations.contains { $0.tolerates(taint) }
  }

  /// Closed nodes: a cordon can be tolerated; Swarm's pause and drain can not.
  func checkOpenness(_ host: Host, _ judgement: inout Judgement) {
    guard !host.acceptsReplicas else { return }
    if let word = host.closedBecause, word != "cordoned" {
      judgement.refuse(.closed(because: word))
    } else if !skipsScheduler && !tolerates(.ofCordon) {
      judgement.refuse(.closed(because: "cordoned"))
    }
  }

  /// The node controller says "not ready" to the scheduler by taints. Only where it did not is the condition asked.
  func checkReadiness(_ host: Host, _ judgement: inout Judgement) {
    guard host.isReady == false, !terms.isDaemonSet, !skipsScheduler else { return }
    if host.taints.contains(where: \.isOfReadiness) || tolerates(.ofUnreadiness) { return }
    judgement.refuse(.notReady)
  }
}

extension Host {
  /// The operating system in the orchestrator's word; nil where not told or of another kind without a label.
  var operatingSystemWord: String? {
    switch operatingSystem {
    case .windows: "windows"
    case .linux: "linux"
    case .other, nil: labels["kubernetes.io/os"]
    }
  }
}
