// The checks that Swarm makes before a task runs on a node. A Kubernetes template sets none of these terms.

extension PreparedTerms {
  func checkConstraints(_ host: Host, _ judgement: inout Judgement) {
    for constraint in constraints {
      switch constraint.outcome(on: host) {
      case .holds: continue
      case .fails: judgement.refuse(.constraint(constraint.text))
      case .unusable: judgement.refuse(.unknownConstraint(constraint.text))
      }
      if judgement.isSettled { return }
    }
  }

  /// One of the image's platforms must be the node's; none told by the registry is no filter.
  /// Source: moby/swarmkit manager/scheduler/filter.go (PlatformFilter).
  func checkPlatforms(_ host: Host, _ judgement: inout Judgement) {
    guard !terms.platforms.isEmpty else { return }
    let found = Platform(
      operatingSystem: host.operatingSystemWord ?? "", architecture: host.architecture ?? "")
    if terms.platforms.contains(where: { $0.includes(found) }) { return }
    if terms.platforms.contains(where: { $0.mayInclude(found) }) {
      return judgement.lack("the node's platform was not told")
    }
    judgement.refuse(.platform(wanted: terms.platforms, found: found))
  }
}

extension Platform {
  /// Whether an image for this platform runs on a node of the other. Empty parts match any.
  func includes(_ node: Platform) -> Bool {
    (operatingSystem.isEmpty || operatingSystem == node.operatingSystem)
      && (architecture.isEmpty
        || Self.normalised(architecture) == Self.normalised(node.architecture))
  }

  /// The same where parts of the node's platform may be untold.
  func mayInclude(_ node: Platform) -> Bool {
    let known = Platform(
      operatingSystem: node.operatingSystem.isEmpty ? "" : operatingSystem,
      architecture: node.architecture.isEmpty ? "" : architecture)
    return known.includes(node)
  }

  private static func normalised(_ architecture: String) -> String {
    switch architecture {
    case "x86_64": "amd64"
    case "aarch64": "arm64"
    default: architecture
    }
  }
}
