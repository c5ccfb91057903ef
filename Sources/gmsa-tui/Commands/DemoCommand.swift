// gmsa-tui demo: the dashboard on a simulated cluster, or a guided tour of what it is for.

import ArgumentParser
import DashboardFeeds
import DashboardTour

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The dashboard on a simulated cluster that lives; nothing to install or connect.",
    discussion: """
      Examples:
        gmsa-tui demo                   a cluster that lives
        gmsa-tui demo tour              a guided tour of three minutes, with captions
        gmsa-tui demo drift             one scene of it; --list names all
        gmsa-tui demo tour --export cast tour.cast
                                        the same as an asciicast file, for asciinema and web pages

      In a tour: p holds it and goes on, < and > go back and on, [ and ] change its speed, q leaves. All other keys are the
      dashboard's: the tour is held while you look around.
      """)

  @Argument(
    help: ArgumentHelp(
      "tour, or the name of a scene; with --export then the FILE to write (- for standard output).",
      valueName: "scenario"),
    completion: .list(SceneTable.names))
  var words: [String] = []

  @Flag(help: "List the scenarios.")
  var list = false

  @Option(
    help: ArgumentHelp("Write the scenario into a file instead of playing it: cast.", valueName: "format"),
    completion: .list(["cast"]))
  var export: String?

  @Option(help: "With --export, the columns of the terminal.")
  var columns = 120

  @Option(help: "With --export, the rows of the terminal.")
  var rows = 36

  @Option(help: "The same seed gives the same cluster, and the same tour byte for byte.")
  var seed: UInt64 = 1

  @Option(help: "Windows hosts.")
  var hosts = 40

  @Option(help: "Services.")
  var services = 24

  @Option(help: "Credential specs.")
  var credspecs = 16

  @Option(help: "Replicas of all services together; without it two to five a service.")
  var replicas: Int?

  @Option(help: "Simulated steps a second; 0 stands still.")
  var speed = 1.0

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    for (name, value, limit) in [
      ("hosts", hosts, 20_000), ("services", services, 10_000), ("credspecs", credspecs, 5_000),
      ("columns", columns, 500), ("rows", rows, 200),
    ]
    where value < 1 || value > limit {
      throw ValidationError("--\(name) must be between 1 and \(limit)")
    }
    if !(0...DemoOptions.fastest).contains(speed) {
      throw ValidationError("--speed must be between 0 and \(Int(DemoOptions.fastest))")
    }
    if let export, export != "cast" { throw ValidationError("--export knows cast, not \(export)") }
    _ = try scenario()
  }

  func run() throws {
    if list { return printList() }
    let settings = try screen.settings()
    guard let (name, scenes, file) = try scenario() else { return try runCluster(settings) }
    let tour = TourRun(name: name, scenes: scenes, seed: seed, settings: settings)
    if let file { try tour.export(to: file, columns: columns, rows: rows) } else { try tour.run() }
  }

  private func runCluster(_ settings: Settings) throws {
    let options = DemoOptions(
      seed: seed, hosts: hosts, services: services, credentialSpecs: credspecs, replicas: replicas,
      speed: speed)
    let feed = DemoFeed(options: options, start: SystemTime.now, clock: ContinuousClock())
    try Dashboard(feeds: [feed], settings: settings).run()
  }

  /// What was asked for; nil: the cluster that lives. A file follows where one is to be written.
  private func scenario() throws -> (name: String, scenes: [Scene], file: String?)? {
    var rest = words[...]
    var name: String?
    if let first = rest.first, SceneTable.scenes(named: first) != nil { name = rest.removeFirst() }
    if export != nil {
      guard let file = rest.popFirst() else {
        throw ValidationError("--export cast needs a FILE to write; - is standard output")
      }
      try expectNoMore(rest)
      let tour = name ?? SceneTable.tourName
      return (tour, SceneTable.scenes(named: tour) ?? [], file)
    }
    try expectNoMore(rest)
    return name.flatMap { name in SceneTable.scenes(named: name).map { (name, $0, nil) } }
  }

  private func expectNoMore(_ words: ArraySlice<String>) throws {
    guard let word = words.first else { return }
    throw ValidationError(
      "no scenario is called \"\(word)\"; there are: \(SceneTable.names.joined(separator: ", "))")
  }

  private func printList() {
    var output = StandardOutput()
    let width = (SceneTable.names.map(\.count).max() ?? 0) + 2
    func line(_ name: String, _ text: String) {
      output.write(name + String(repeating: " ", count: width - name.count) + text + "\n")
    }
    line(SceneTable.tourName, "The guided tour: \(SceneTable.tour.map(\.name).joined(separator: ", ")).")
    for scene in SceneTable.all { line(scene.name, "\(scene.sentence) (\(Int(scene.seconds)) s)") }
    output.flush()
  }
}
