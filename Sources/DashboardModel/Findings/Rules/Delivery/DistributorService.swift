// GMSA105: services whose work is to copy credential specs to every host.

/// Fires when a global service or DaemonSet mounts the folder of credential specs.
public struct DistributorService: RowRule {
  /// GMSA105.
  public static let card = RuleCard(
    id: "GMSA105", name: "distributor-service", severity: .notice, since: "0.1",
    page: RulePage(
      means:
        "A service that runs on every host mounts the folder where Docker looks for credential specs. Such a "
        + "service copies files to all hosts, whether or not a replica there needs them.",
      matters:
        "The copies grow with hosts times credential specs, new hosts start without them, and whoever may "
        + "change this service may write any credential spec to every host.",
      confirm: "Look at what the service's containers do with the mount: a copy command is the usual find.",
      fix:
        "Deliver by the orchestrator: docker config create and --credential-spec config:// (API 1.40, Engine "
        + "19.03), or the custom resource GMSACredentialSpec with its admission webhook. Then remove the service "
        + "and the files.",
      sources: [
        "moby/swarmkit manager/dispatcher/assignments.go",
        "docker/docs content/manuals/engine/swarm/services.md",
        "kubernetes-sigs/windows-gmsa README.md",
      ]))

  let service: ServiceID
  let folder: String
  let hostCount: Int

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// Names the folder and counts the hosts that have a replica.
  public var message: String {
    let hosts = hostCount == 0 ? "every host it runs on" : hostCount == 1 ? "1 host" : "\(hostCount) hosts"
    let pattern = service.kind == .swarmService ? "a Swarm config (config://)" : "the custom resource"
    return "\(service.spokenName) mounts the credspec folder on \(hosts); \(pattern) replaces such copying"
  }

  /// The mount.
  public func evidence(in picture: Picture) -> [Evidence] {
    [Evidence(object: "service \(service.spokenName)", field: "mounted host path", value: folder)]
  }

  /// Shows what it does.
  public var nextStep: CopyableCommand {
    service.kind == .swarmService
      ? .onManager("docker service inspect \(QuotedWord.posix(service.name))")
      : .kubectl("get \(service.kubectlWords) -o yaml")
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service.
  public static func findings(of rows: [Int], in picture: Picture) -> [DistributorService] {
    rows.compactMap { row in
      let service = picture.service(row)
      guard service.runsOnEveryHost, let folder = service.template.mountedCredentialSpecFolder else {
        return nil
      }
      let hosts = Set(
        picture.replicas(ofService: row).filter { $0.replica.state != .finished }.compactMap(\.host))
      return DistributorService(service: service.id, folder: folder, hostCount: hosts.count)
    }
  }
}
