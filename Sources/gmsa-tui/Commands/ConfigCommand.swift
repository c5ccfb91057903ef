// gmsa-tui config: what is in force and where it came from, where the file lies, what is wrong with it.

import ArgumentParser
import DashboardFeeds
import DashboardModel

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "The config: what is in force, where it lies, what is wrong with it.",
    subcommands: [Show.self, PathOf.self, Check.self, Default.self])

  /// gmsa-tui config show
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every value, and where it came from: flag, environment, file and line, or default.")

    @OptionGroup var screen: ScreenOptions

    func run() throws {
      let settings = try screen.settings()
      ConfigCommand.print(ConfigPages.show(settings))
      for line in settings.expiredMutes(on: CalendarDay(SystemTime.now)) {
        StandardError.print("gmsa-tui: \(line)")
      }
    }
  }

  /// gmsa-tui config path
  struct PathOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "path", abstract: "Where the config lies, or would lie.")

    @OptionGroup var config: ConfigArguments

    func run() throws {
      ConfigCommand.print(try ConfigCommand.file(config.config).path + "\n")
    }
  }

  /// gmsa-tui config check
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every mistake of a config, a line each with file, line and column; 2 where there is one.")

    @Argument(help: "The config; without it, the one that would be read.")
    var file: String?

    @OptionGroup var config: ConfigArguments

    func run() throws {
      let file = try ConfigCommand.file(self.file ?? config.config)
      do throws(ConfigError) {
        guard let text = try file.text() else {
          ConfigCommand.print("\(file.path): not there; the defaults are in force\n")
          return
        }
        let settings = try Settings(file: file, text: text, environment: Environment())
        let expired = settings.expiredMutes(on: CalendarDay(SystemTime.now))
        ConfigCommand.print(expired.map { $0 + "\n" }.joined() + "\(file.path): no mistake\n")
      } catch {
        // The mistakes are what was asked for: data.
        ConfigCommand.print(error.lines.map { $0 + "\n" }.joined())
        throw ExitCode(2)
      }
    }
  }

  /// gmsa-tui config default
  struct Default: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "A config with every default and a comment for each key, to start from.")

    func run() { ConfigCommand.print(ConfigPages.defaults()) }
  }

  private static func file(_ flag: String?) throws -> ConfigFile {
    guard let file = ConfigFile(flag: flag, environment: .ofProcess) else {
      StandardError.print(
        "gmsa-tui: neither XDG_CONFIG_HOME nor HOME is set, so no config has a place; name one with --config PATH"
      )
      throw ExitCode(2)
    }
    return file
  }

  private static func print(_ text: String) {
    var output = StandardOutput()
    output.write(text)
    output.flush()
  }
}
