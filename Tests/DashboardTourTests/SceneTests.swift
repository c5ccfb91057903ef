// What each scene shows, as an operator would count it: scripts in, figures out.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@testable import DashboardTour

@Suite("Scenes")
struct SceneTests {
  static func theme(isASCII: Bool = false) throws -> Theme {
    try #require(BuiltInThemes.named("default", isASCII: isASCII))
  }

  static func player(
    _ scenes: [Scene], seed: UInt64 = 1, columns: Int = 120, rows: Int = 36, keys: KeyMap = .standard
  ) throws -> TourPlayer {
    TourPlayer(scenes, seed: seed, columns: columns, rows: rows, theme: try theme(), keys: keys)
  }

  /// Plays until a caption has these words, and to the end of its looks.
  private func played(_ scene: Scene, through words: String) throws -> TourPlayer {
    var player = try Self.player([scene])
    while !player.caption.contains(words), let pause = player.untilNext { player.pass(pause) }
    let beat = player.beat
    var last = player
    while player.beat == beat, let pause = player.untilNext {
      last = player
      player.pass(pause)
    }
    return player.beat == beat ? player : last
  }

  private func figures(_ player: TourPlayer) throws -> Figures { try #require(player.state.picture).figures }

  @Test("tomorrow four replicas miss their file, and three copies lie where none is needed")
  func tomorrow() throws {
    let today = try figures(played(.tomorrow, through: "A, B and C"))
    #expect((today.needed, today.present, today.missing) == (3, 3, 0))
    let tomorrow = try figures(played(.tomorrow, through: "Four replicas fail"))
    #expect((tomorrow.needed, tomorrow.present, tomorrow.missing) == (4, 3, 4))
    #expect(tomorrow.atRisk == 13)
  }

  @Test("every credspec on every host: 120 copies for 19, and nothing is missing")
  func everywhere() throws {
    let player = try played(.everywhere, through: "120 copies for 19")
    let figures = try figures(player)
    #expect((figures.needed, figures.present, figures.perHost) == (19, 120, 120))
    #expect(figures.missing == 0 && figures.atRisk == 0)
    let counted = try played(.everywhere, through: "The scaling screen")
    #expect(counted.state.screen == .scaling)
    #expect(counted.state.scaling.scaling?.copiesAHost == 6)
  }

  @Test("under configs needed and present are the same at every step")
  func configs() throws {
    var player = try Self.player([.configs])
    while let pause = player.untilNext {
      let figures = try figures(player)
      #expect(figures.needed == figures.present)
      #expect(figures.missing == 0 && figures.surplus == 0 && figures.perHost == 0)
      player.pass(pause)
    }
    #expect(try figures(player).needed == 19)
  }

  @Test("without its binding hr is denied, and with it all is as before")
  func resources() throws {
    let denied = try #require(try played(.resources, through: "hr loses its binding").state.picture)
    #expect(denied.serviceByCredentialSpec.rowCounts.map { $0[.denied] }.reduce(0, +) == 1)
    #expect(denied.findings.contains { $0.card.id == "GMSA202" })
    let healed = try #require(try played(.resources, through: "One RoleBinding").state.picture)
    #expect(healed.serviceByCredentialSpec.rowCounts.map { $0[.denied] }.reduce(0, +) == 0)
    #expect(healed.figures.needed == 19)
  }

  @Test("a rotation leaves two files behind, none under configs, and running pods until they are restarted")
  func rotation() throws {
    let files = try played(.rotation, through: "N and T were forgotten")
    #expect(try figures(files).stale == 2)
    let configs = try played(.rotation, through: "With Swarm configs")
    #expect(try figures(configs).stale == 0)
    #expect(try figures(configs).missing == 0)
    let kept = try played(.rotation, through: "With Kubernetes")
    #expect(try figures(kept).stale == 4)
    let restarted = try played(.rotation, through: "kubectl rollout restart")
    #expect(try figures(restarted).stale == 0)
  }

  @Test("at 3 a.m. the why screen names the file that K lacks")
  func forgotten() throws {
    let evening = try figures(played(.forgotten, through: "at risk"))
    #expect(evening.atRisk == 1)
    let night = try played(.forgotten, through: "Enter tells why")
    #expect(night.state.screen == .why)
    #expect(night.state.now.text.contains("T03:"))
    let page = try #require(night.state.pages.last).page
    #expect(page.plainText.contains("gmsa-ledger.json"))
    #expect(page.plainText.contains("win-k"))
    #expect(page.lines.contains { $0.isProblem })
    let healed = try played(.forgotten, through: "One copy later")
    #expect(try figures(healed).missing == 0)
  }

  @Test("drift is found as drift, a dead webhook as a dead webhook, and a missing inventory as nothing")
  func others() throws {
    func rules(_ scene: Scene, through words: String) throws -> Set<String> {
      Set(try #require(try played(scene, through: words).state.picture).findings.map(\.card.id))
    }
    #expect(try rules(.drift, through: "three versions").isSuperset(of: ["GMSA104", "GMSA102"]))
    #expect(try rules(.webhookDown, through: "billing is rolled out").contains("GMSA206"))
    let unlisted = try played(.unlisted, through: "Figures say so")
    #expect(try figures(unlisted).missing == 0)
    #expect(try figures(unlisted).unverified > 0)
    #expect(unlisted.state.scaling.scaling?.unverifiedHosts == 2)
    #expect(try figures(played(.drain, through: "E is drained")).missing == 1)
  }

  @Test("every scene has its name once, a sentence, and ends; the tour takes about three minutes")
  func table() {
    #expect(Set(SceneTable.names).count == SceneTable.names.count)
    for scene in SceneTable.all {
      #expect(scene.sentence.hasSuffix(".") && scene.seconds > 5 && scene.seconds < 60, "\(scene.name)")
      #expect(scene.name.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect((150...210).contains(SceneTable.tour.map(\.seconds).reduce(0, +)))
    #expect(SceneTable.scenes(named: "none") == nil)
  }

  @Test(
    "every key and command of every script is one, and does something", arguments: SceneTable.all.map(\.name))
  func scripts(name: String) throws {
    for scene in try #require(SceneTable.scenes(named: name)) {
      for step in scene.steps {
        switch step {
        case .press(let keys):
          for key in keys.split(separator: " ") { #expect(Key(name: String(key)) != nil, "\(key)") }
        case .run(let command): #expect(CommandTable.named(command) != nil, "\(command)")
        case .say(let text):
          #expect(TourStrip.wrapped(text, columns: 78, rows: 3).last?.hasSuffix("~") == false, "\(text)")
        case .happens, .look, .home: break
        }
      }
    }
  }

  @Test("no scene shows a notice of a command that could not run", arguments: SceneTable.all.map(\.name))
  func noRefusals(name: String) throws {
    var player = try Self.player(try #require(SceneTable.scenes(named: name)))
    while let pause = player.untilNext {
      #expect(player.state.notice?.contains(": ") != true, "\(player.state.notice ?? "")")
      player.pass(pause)
    }
  }
}
