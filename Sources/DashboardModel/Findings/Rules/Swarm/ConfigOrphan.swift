// GMSA401: Swarm configs that hold a credential spec for nobody.

/// Fires when a Swarm config holds a credential spec and no service refers to it.
public struct ConfigOrphan: FindingRule {
  /// GMSA401.
  public static let card = RuleCard(
    id: "GMSA401", name: "config-orphan", severity: .notice, since: "0.1",
    page: RulePage(
      means:
        "A Swarm config holds a credential spec, all services were read, and no service's template refers to "
        + "it, neither as credential spec nor as a mounted file.",
      matters:
        "Configs cannot be changed, so each rotation leaves one behind. Old ones are easily taken for the "
        + "current one, and a rollback to them brings an outdated account back.",
      confirm:
        "docker service ps shows whether tasks of an update in progress still run with it. A stack file that is not "
        + "deployed at the moment may name it, and docker service rollback would go back to it.",
      fix:
        "Remove it with docker config rm once no rollback needs it. Swarm refuses while a service refers to it.",
      sources: ["moby/swarmkit manager/controlapi/config.go"]))

  let config: CredentialSpecID
  let account: AccountName?
  let createdAt: Timestamp?
  /// Whether tasks run with it whose service names another one by now: an update is under way, or stuck.
  let isStillHeld: Bool
  /// Services whose rollback would refer to it: Swarm removes it all the same, and the rollback breaks.
  let rollbacks: [ServiceID]

  /// About the config.
  public var subject: FindingSubject { .subject(.credentialSpec(config)) }

  /// Names the account too: that is what an operator knows it by.
  public var message: String {
    let holds = account.map { "a credspec of \($0.text)" } ?? "a credspec"
    var whoElse = "no service refers to it"
    if let first = rollbacks.first {
      let others = rollbacks.count == 1 ? "" : " and \(rollbacks.count - 1) more"
      whoElse = "only a rollback of \(first.name)\(others) would refer to it"
    }
    let rest = isStillHeld ? "; tasks that an update has not reached still run with it" : ""
    return "config \(config.name) holds \(holds), and \(whoElse)\(rest)"
  }

  /// The config.
  public func evidence(in picture: Picture) -> [Evidence] {
    [
      Evidence(
        object: "config \(config.name)", field: "CreatedAt", value: createdAt?.text ?? "unknown",
        at: createdAt)
    ]
      + rollbacks.prefix(NameList.shown).map {
        Evidence(
          object: "service \($0.name)", field: "PreviousSpec", value: "refers to config \(config.name)")
      }
  }

  /// Shows it, before anybody removes it.
  public var nextStep: CopyableCommand {
    .onManager("docker config inspect --pretty \(QuotedWord.posix(config.name))")
  }

  /// One finding a config, where all services of the cluster were read.
  public static func findings(in picture: Picture) -> [ConfigOrphan] {
    let structure = picture.snapshot.structure
    let unnamed = (0..<picture.count(.credentialSpec)).filter { place in
      let entry = picture.credentialSpec(place)
      return entry.id.delivery == .swarmConfig && entry.object != nil
        && picture.services(referringTo: place).isEmpty
        && structure.coverage.includes(.services, in: entry.id.cluster)
    }.map { picture.credentialSpec($0) }
    if unnamed.isEmpty { return [] }
    let mounted = picture.fileMountedConfigs
    let rollbacks = picture.rollbackReferrers
    let held = picture.snapshot.heldCredentialSpecs
    return unnamed.filter { mounted[$0.id] == nil }.map { entry in
      ConfigOrphan(
        config: entry.id, account: entry.account, createdAt: entry.object?.createdAt,
        isStillHeld: held.contains(entry.id), rollbacks: rollbacks[entry.id] ?? [])
    }
  }
}

extension Snapshot {
  /// What replicas that are placed and not finished were handed, whatever their service names now: in the middle of an
  /// update the old ones still run with the old one. Cost: the distinct hand-overs of each service.
  var heldCredentialSpecs: Set<CredentialSpecID> {
    var held: Set<CredentialSpecID> = []
    for service in structure.services.indices {
      for handed in replicas[service].handOvers { held.formUnion(handed.map(\.credentialSpec)) }
    }
    return held
  }
}

extension Picture {
  /// Services whose rollback would refer to a credential spec, by the credential spec.
  public var rollbackReferrers: [CredentialSpecID: [ServiceID]] {
    var services: [CredentialSpecID: [ServiceID]] = [:]
    for service in snapshot.structure.services {
      for id in service.rollbackReferences ?? [] { services[id, default: []].append(service.id) }
    }
    return services
  }

  /// Services that attach a config with a File target, by the config.
  var fileMountedConfigs: [CredentialSpecID: [ServiceID]] {
    var services: [CredentialSpecID: [ServiceID]] = [:]
    for service in snapshot.structure.services where !service.template.fileMountedConfigs.isEmpty {
      for name in service.template.fileMountedConfigs {
        let id = CredentialSpecID(cluster: service.id.cluster, delivery: .swarmConfig, name: name)
        services[id, default: []].append(service.id)
      }
    }
    return services
  }
}
