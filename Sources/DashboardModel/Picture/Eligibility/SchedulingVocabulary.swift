// Everything that a set of scheduling terms reads of a host, so that hosts which agree in it can be judged once.

/// What terms read of hosts beyond the few facts that every term reads. Two hosts that agree in all of it, and in
/// those facts, get the same verdict from each of the terms.
struct SchedulingVocabulary {
  /// What terms want to know of one label.
  struct ValueReads {
    /// The values that some term names: all others are alike.
    var named: Set<String> = []
    /// Whether the value is compared as a number, so that every value is a case of its own.
    var isCompared = false
  }

  /// Kubernetes labels, as written.
  private(set) var labels: [String: ValueReads] = [:]
  /// Swarm node labels; values in lower case.
  private(set) var constrainedLabels: [String: ValueReads] = [:]
  /// Swarm engine labels; values in lower case.
  private(set) var engineLabels: [String: ValueReads] = [:]
  /// Names of Kubernetes nodes.
  private(set) var nodeNames: Set<String> = []
  /// Swarm host names, in lower case.
  private(set) var hostnames: Set<String> = []
  /// Swarm node IDs, in lower case.
  private(set) var nodeIDs: Set<String> = []
  /// Addresses and networks.
  private(set) var ranges: Set<NetworkRange> = []

  init(of terms: some Sequence<PreparedTerms>) {
    for prepared in terms {
      if let name = prepared.terms.nodeName { nodeNames.insert(name) }
      for (key, value) in prepared.nodeSelector { labels[key, default: ValueReads()].named.insert(value) }
      for term in prepared.terms.requiredAffinity ?? [] { read(term) }
      for constraint in prepared.constraints { read(constraint) }
    }
  }

  private mutating func read(_ term: NodeSelectorTerm) {
    for requirement in term.labels {
      let isCompared = requirement.comparison == "Gt" || requirement.comparison == "Lt"
      labels[requirement.key, default: ValueReads()].named.formUnion(requirement.values)
      if isCompared { labels[requirement.key, default: ValueReads()].isCompared = true }
    }
    for requirement in term.fields { nodeNames.formUnion(requirement.values) }
  }

  private mutating func read(_ constraint: PlacementConstraint) {
    guard case .usable(let subject, _, let written) = constraint.form else { return }
    let value = written.lowercased()
    switch subject {
    case .id: nodeIDs.insert(value)
    case .hostname: hostnames.insert(value)
    case .address(let range): ranges.insert(range)
    case .label(let key): constrainedLabels[key, default: ValueReads()].named.insert(value)
    case .engineLabel(let key): engineLabels[key, default: ValueReads()].named.insert(value)
    // Read of every host.
    case .role, .operatingSystem, .architecture: break
    }
  }
}
