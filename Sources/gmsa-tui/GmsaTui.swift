import ArgumentParser

@main
struct GmsaTui: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "gmsa-tui")
}
