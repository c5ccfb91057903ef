// GMSA403: credential spec configs that are mounted into containers, too.

/// Fires when a config that holds a credential spec is attached to a service with a File target.
public struct ConfigMounted: FindingRule {
  /// GMSA403.
  public static let card = RuleCard(
    id: "GMSA403", name: "config-mounted", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A service attaches a config that holds a credential spec with a File target, so that Swarm writes it "
        + "into the service's containers as a file. The engine needs it at run time only (a Runtime target).",
      matters:
        "Whoever gets into the container reads domain, SID, account and plug-in settings there. The mount "
        + "does not give the container its identity either: only --credential-spec does.",
      confirm: "In the service's Configs, entries of a credential spec have \"Runtime\": {} and no \"File\".",
      fix: "Remove the File entry (in a stack file: the config under configs:, not the one under "
        + "credential_spec:) and keep credential_spec with config.",
      sources: [
        "moby/moby api/types/swarm/config.go",
        "moby/swarmkit manager/controlapi/service.go",
      ]))

  let config: CredentialSpecID
  let services: NameList
  let firstService: ServiceID

  /// About the config.
  public var subject: FindingSubject { .subject(.credentialSpec(config)) }

  /// Names the services.
  public var message: String {
    let verb = services.count == 1 ? "mounts" : "mount"
    return "\(services.text) \(verb) config \(config.name) into containers as a file"
  }

  /// The attachment.
  public func evidence(in picture: Picture) -> [Evidence] {
    services.names.map {
      Evidence(object: "service \($0)", field: "Configs[].File", value: config.name)
    }
  }

  /// Shows the attached configs of the first service.
  public var nextStep: CopyableCommand {
    let format = "'{{json .Spec.TaskTemplate.ContainerSpec.Configs}}'"
    return .onManager("docker service inspect --format \(format) \(QuotedWord.posix(firstService.name))")
  }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a config.
  public static func findings(in picture: Picture) -> [ConfigMounted] {
    let mounted = picture.fileMountedConfigs
    if mounted.isEmpty { return [] }
    return (0..<picture.count(.credentialSpec)).compactMap { place in
      let entry = picture.credentialSpec(place)
      guard entry.id.delivery == .swarmConfig, let services = mounted[entry.id], let first = services.first
      else { return nil }
      return ConfigMounted(
        config: entry.id,
        services: NameList(
          services.prefix(NameList.shown).map(\.spokenName), count: services.count, noun: "service"),
        firstService: first)
    }
  }
}
