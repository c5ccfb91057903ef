// A baseline: findings that are known, each with a reason and a last day, in the form that a config's mutes have.

import DashboardModel
import StructuredText

/// Reads and writes baselines: a YAML file with the key `mutes` alone.
enum BaselineFile {
  /// The mutes of a file.
  static func mutes(_ path: String) throws(ConfigError) -> [Mute] {
    let file = ConfigFile(path: path, namedBy: "--baseline")
    let text = try file.text() ?? ""
    do throws(ConfigFaults) {
      let contents = try ConfigReader.read(text)
      let others = contents.places.filter { $0.key != "mutes" }
      if others.isEmpty { return contents.config.mutes.map(\.mute) }
      throw ConfigFaults(
        others.map {
          ConfigFault(
            place: $0.value, problem: .unknown(what: "key of a baseline", name: $0.key, known: ["mutes"]))
        })
    } catch {
      throw .wrong(path: path, faults: error.all)
    }
  }

  /// Findings as a baseline, a mute for each rule and subject.
  static func text(of findings: [Finding], reason: String, until: CalendarDay) -> String {
    var told: Set<[String]> = []
    let mutes = findings.compactMap { finding -> Mute? in
      let cluster = finding.subject.cluster?.text
      guard told.insert([finding.card.id, finding.subject.text, cluster ?? ""]).inserted else { return nil }
      return Mute(
        rule: finding.card.id, subject: MutePattern(finding.subject.text),
        cluster: cluster.map(MutePattern.init),
        reason: reason, until: until)
    }
    var config = Config()
    config.mutes = mutes.map { PlacedMute(mute: $0, place: TextPlace(line: 1, column: 1, byteOffset: 0)) }
    guard case .block(let entries)? = ConfigTable.row("mutes")?.text(config) else { return "mutes: []\n" }
    return "mutes:\n" + entries.flatMap(\.lines).map { "  \($0)\n" }.joined()
  }
}
