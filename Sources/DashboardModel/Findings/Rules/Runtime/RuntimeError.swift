// GMSA604: replicas that fail with an error text whose meaning is known.

/// Fires when a replica of a service with a credential spec fails with a text that is known to be about its identity.
public struct RuntimeError: RowRule {
  /// GMSA604.
  public static let card = RuleCard(
    id: "GMSA604", name: "runtime-error", severity: .critical, since: "0.1",
    page: RulePage(
      means:
        "A container or task failed, and its error text is known: an engine, the Host Compute Service or the webhook "
        + "says so when a credential spec is in the way. A winapi number in it is decoded: 3489660941 is 0xD000000D, "
        + "without the NT bit the NTSTATUS 0xC000000D, invalid parameter.",
      matters:
        "The replica does not run, and it will fail again on every host that has the same cause. Other replicas of "
        + "the service may go on until they are moved.",
      confirm:
        "Read the number with gmsa-tui explain NUMBER. On the host read the log "
        + "Microsoft-Windows-Containers-CCG/Admin, and event 11507 of Microsoft-Windows-Hyper-V-Compute-Admin.",
      fix:
        "Invalid parameter: put the contents right (gmsa-tui lint). RPC server unavailable: the way to a domain "
        + "controller, or the credential spec's plug-in and its secret. Texts of engines name what they lack.",
      sources: [
        "[MS-ERREF] 2.1, 2.3", "microsoft/Windows-Containers#221, #541, #544",
        "kubernetes-sigs/windows-gmsa PR 31", "microsoft/hcsshim internal/credentials",
        "moby/moby daemon/oci_windows.go",
      ]))

  let service: ServiceID
  let fault: RuntimeFault
  let replicaCount: Int
  let hosts: [HostID]
  /// The first few texts.
  private let facts: [Evidence]

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }
  /// The service, and the hosts where it fails.
  public func reach(in picture: Picture) -> FindingReach { FindingReach(services: [service], hosts: hosts) }
  /// The same text with the same number is one cause in a cluster.
  public var causeKey: String { "\(service.cluster.text) \(fault.key)" }

  /// Counts the replicas and says what the text means.
  public var message: String {
    switch replicaCount {
    case 0: "replicas of \(service.spokenName) cannot be made: \(fault.words)"
    case 1: "1 replica of \(service.spokenName) fails: \(fault.words)"
    default: "\(replicaCount) replicas of \(service.spokenName) fail: \(fault.words)"
    }
  }

  /// The texts, and the number decoded.
  public func evidence(in picture: Picture) -> [Evidence] {
    guard let code = fault.code else { return facts }
    let name = code.symbol.map { " \($0)" } ?? ""
    return facts + [
      Evidence(
        object: "number \(code.value)", field: "decoded",
        value: "\(WindowsErrorCode.hexadecimal(code.value)) = \(code.name)\(name)")
    ]
  }

  /// The place where the next line of the story stands.
  public var nextStep: CopyableCommand {
    switch fault.known.origin {
    case .hostComputeService, .windows:
      return .onHost(
        hosts.first, "Get-WinEvent -LogName Microsoft-Windows-Containers-CCG/Admin -MaxEvents 20")
    case .engine, .swarm:
      return .onManager("docker service ps --no-trunc \(QuotedWord.posix(service.name))")
    case .webhook, .kubernetes:
      let kind = service.kind.rawValue.lowercased()
      let namespace = QuotedWord.posix(service.namespace)
      return .kubectl("-n \(namespace) describe \(kind) \(QuotedWord.posix(service.name))")
    }
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service and fault.
  public static func findings(of rows: [Int], in picture: Picture) -> [RuntimeError] {
    var reader = RuntimeFaultReader()
    return rows.flatMap { row -> [RuntimeError] in
      if picture.service(row).template.references.isEmpty { return [] }
      var inquiry = FailureInquiry(picture, row)
      inquiry.read(&reader)
      return inquiry.failures.map { failure in
        RuntimeError(
          service: picture.service(row).id, fault: failure.fault, replicaCount: failure.count,
          hosts: failure.hosts.sorted().map { picture.snapshot.structure.hosts[$0].id }, facts: failure.facts)
      }
    }
  }
}
