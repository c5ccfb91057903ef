// Which taints a toleration tolerates, and the tolerations that Kubernetes adds by itself.

extension Toleration {
  /// Empty effect and empty key stand for any. Source: kubernetes core/v1 toleration.go.
  func tolerates(_ taint: Taint) -> Bool {
    if !effect.isEmpty && effect != taint.effect { return false }
    if !key.isEmpty && key != taint.key { return false }
    switch comparison {
    case "Exists": return true
    case "", "Equal": return value == taint.value
    default: return false
    }
  }

  /// What the controller adds to the pods of every DaemonSet. A node that is not ready normally has a NoSchedule
  /// taint too, which these do not tolerate; the one for pods on the host's network is left out, since
  /// Windows has it not. Source: kubernetes pkg/controller/daemon/util/daemonset_util.go.
  static let ofEveryDaemonSet: [Toleration] = [
    Toleration(key: "node.kubernetes.io/not-ready", comparison: "Exists", effect: "NoExecute"),
    Toleration(key: "node.kubernetes.io/unreachable", comparison: "Exists", effect: "NoExecute"),
    Toleration(key: "node.kubernetes.io/disk-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/memory-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/pid-pressure", comparison: "Exists", effect: "NoSchedule"),
    Toleration(key: "node.kubernetes.io/unschedulable", comparison: "Exists", effect: "NoSchedule"),
  ]
}

extension Taint {
  static let ofCordon = Taint(key: "node.kubernetes.io/unschedulable", effect: "NoSchedule")
  static let ofUnreadiness = Taint(key: "node.kubernetes.io/not-ready", effect: "NoSchedule")

  var isOfCordon: Bool { key == Self.ofCordon.key && effect == Self.ofCordon.effect }
  var isOfReadiness: Bool { key == Self.ofUnreadiness.key || key == "node.kubernetes.io/unreachable" }
}
