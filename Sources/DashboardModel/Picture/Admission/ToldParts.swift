// What is known of a service as a whole: whether its replicas, and what its template names now, were read.

extension Snapshot {
  /// Whether the replicas of a service were read. Nobody can say that every running replica has the contents where none
  /// was. A list of some namespaces may be all that there is, and says nothing only of a service that must have replicas
  /// elsewhere. `service` is the index in the structure.
  func tellsReplicas(ofService service: Int) -> Bool {
    let subject = structure.services[service]
    switch structure.coverage.coverage(of: .replicas, in: subject.id.cluster) {
    case .everything: return true
    case .nothing: return subject.wantedReplicas == 0
    case .namespaces(let read):
      let needsNone = [.cronJob, .job, .daemonSet].contains(subject.id.kind) || subject.wantedReplicas == 0
      return needsNone || read.contains(subject.id.namespace)
    }
  }

  /// Why it is not known what a service's template names now; nil where it is. A service that was read off its replicas
  /// shows what they were made from, and its workload may have moved on since, unless the whole list of workloads was
  /// read and has no such one: then a controller of another kind made them.
  func templateGap(ofService service: Int) -> String? {
    let subject = structure.services[service]
    guard subject.isInferredFromReplicas else { return nil }
    let kind = subject.id.kind.workloadList
    if structure.coverage.includes(kind, in: subject.id.cluster, namespace: subject.id.namespace) {
      return nil
    }
    return structure.coverage.reasonForGap(kind, in: subject.id.cluster)
  }
}

extension ServiceKind {
  /// The list that has workloads of the kind.
  var workloadList: FactKind { self == .job || self == .cronJob ? .jobs : .services }
}
