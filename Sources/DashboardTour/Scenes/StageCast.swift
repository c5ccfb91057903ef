// What several scenes begin with: six services, where they run, and where their files lie.

/// The usual cast: nineteen replicas of six services on hosts A to T.
enum StageCast {
  /// Every host of the stage.
  static let everyHost = "abcdefghijklmnopqrst"

  private static let hosts: [(service: String, hosts: String)] = [
    ("payments", "qrst"), ("ledger", "bcd"), ("crm", "efg"), ("hr", "hij"), ("billing", "kl"),
    ("orders", "mnop"),
  ]

  /// All six services are on stage, and may use their credential specs.
  static let services: [StageChange] =
    [.services(hosts.map(\.service).joined(separator: " "))] + hosts.map { .allow($0.service, true) }

  /// Each service runs where it is cast for; payments elsewhere, where a scene wants so.
  static func places(payments: String = "qrst") -> [StageChange] {
    services + hosts.map { .place($0.service, on: $0.service == "payments" ? payments : $0.hosts) }
  }

  /// The file of each service lies where it is cast for, and nowhere else.
  static let filesWhereTheyRun: [StageChange] = hosts.flatMap { service, hosts in
    [.remove(service, from: everyHost), .copy(service, to: hosts)]
  }

  /// The file of each service lies on every host.
  static let filesEverywhere: [StageChange] = hosts.map { .copy($0.service, to: everyHost) }
}
