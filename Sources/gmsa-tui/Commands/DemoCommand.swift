// gmsa-tui demo: the dashboard on a simulated cluster.

import ArgumentParser
import DashboardFeeds

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The dashboard on a simulated cluster that lives; nothing to install or connect.")

  @Option(help: "The same seed gives the same cluster.")
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
    ]
    where value < 1 || value > limit {
      throw ValidationError("--\(name) must be between 1 and \(limit)")
    }
    if !(0...DemoOptions.fastest).contains(speed) {
      throw ValidationError("--speed must be between 0 and \(Int(DemoOptions.fastest))")
    }
  }

  func run() throws {
    let settings = try screen.settings()
    let options = DemoOptions(
      seed: seed, hosts: hosts, services: services, credentialSpecs: credspecs, replicas: replicas,
      speed: speed)
    let feed = DemoFeed(options: options, start: SystemTime.now, clock: ContinuousClock())
    try Dashboard(feeds: [feed], settings: settings).run()
  }
}
