// GMSA402: services that stayed with an older config when a newer one of the same gMSA came.

/// Fires when a service refers to an older config of a gMSA than the newest one in its cluster.
public struct ConfigSuperseded: FindingRule {
  /// GMSA402.
  public static let card = RuleCard(
    id: "GMSA402", name: "config-superseded", severity: .warning, since: "0.1", explains: ["GMSA401"],
    page: RulePage(
      means:
        "Two or more Swarm configs hold credential specs of the same gMSA (DNS domain and account), and a "
        + "service refers to one that is not the newest. Configs cannot be changed: a rotation is a new config and "
        + "an update of every service. This service was left out.",
      matters: "The service hands out the older contents to each new task, long after somebody believed the "
        + "rotation was done.",
      confirm:
        "Compare the two with docker config inspect. Two configs may differ on purpose, for example in "
        + "their plug-in settings; then this finding can be ignored.",
      fix: "Update the service to the newest config; then remove the older one.",
      sources: [
        "moby/swarmkit manager/controlapi/config.go (only updates to Labels are allowed)",
        "docker/docs content/manuals/engine/swarm/services.md",
      ]))

  let config: CredentialSpecID
  let createdAt: Timestamp
  let newest: CredentialSpecID
  let newestCreatedAt: Timestamp
  let services: NameList
  let firstService: ServiceID

  /// About the older config.
  public var subject: FindingSubject { .subject(.credentialSpec(config)) }

  /// The newest config too: that nobody refers to it follows.
  public func reach(in picture: Picture) -> FindingReach {
    var reach = FindingReach(of: subject, in: picture)
    reach.credentialSpecs.append(newest)
    return reach
  }

  /// One rotation left them behind.
  public var causeKey: String { "\(newest.cluster.text) \(newest.name)" }

  /// Names both configs and who stayed behind.
  public var message: String {
    let verb = services.count == 1 ? "refers" : "refer"
    return "\(services.text) \(verb) to config \(config.name); \(newest.name) of the same gMSA is newer"
  }

  /// When each was made.
  public func evidence(in picture: Picture) -> [Evidence] {
    [(config, createdAt), (newest, newestCreatedAt)].map { config, time in
      Evidence(object: "config \(config.name)", field: "CreatedAt", value: time.text)
    }
  }

  /// Moves the first service on.
  public var nextStep: CopyableCommand {
    let source = QuotedWord.posix("config://\(newest.name)")
    return .onManager(
      "docker service update --credential-spec \(source) \(QuotedWord.posix(firstService.name))")
  }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding an older config, over the services that refer to it.
  public static func findings(in picture: Picture) -> [ConfigSuperseded] {
    picture.accountGroups.flatMap { group in
      Dictionary(grouping: group.filter { isDatedConfig(picture.credentialSpec($0)) }) { place in
        picture.credentialSpec(place).id.cluster
      }.sorted { $0.key.text < $1.key.text }.flatMap { findings(in: picture, configs: $0.value) }
    }
  }

  private static func isDatedConfig(_ entry: CredentialSpecEntry) -> Bool {
    entry.id.delivery == .swarmConfig && entry.object?.createdAt != nil
  }

  private static func findings(in picture: Picture, configs: [Int]) -> [ConfigSuperseded] {
    func made(_ place: Int) -> Timestamp { picture.credentialSpec(place).object?.createdAt ?? .distantPast }
    guard let newest = configs.max(by: { made($0) < made($1) }) else { return [] }
    return configs.compactMap { place in
      guard made(place) < made(newest) else { return nil }
      // A template read off old tasks tells nothing of where the service has moved since.
      let services = picture.services(referringTo: place).map { picture.service($0) }
        .filter { !$0.isInferredFromReplicas }
      guard let first = services.first else { return nil }
      return ConfigSuperseded(
        config: picture.credentialSpec(place).id, createdAt: made(place),
        newest: picture.credentialSpec(newest).id, newestCreatedAt: made(newest),
        services: NameList(
          services.prefix(NameList.shown).map(\.id.spokenName), count: services.count, noun: "service"),
        firstService: first.id)
    }
  }
}
