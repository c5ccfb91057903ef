// Configs as files: beside each stands what is in force with it, or every mistake with its line and column.

import DashboardFeeds
import DashboardTesting
import Foundation
import Testing

@testable import gmsa_tui

@Suite("Configs")
struct ConfigCaseTests {
  private static let folder = "Tests/GmsaTuiTests/Config/Cases"
  private static let names = RepositoryFiles.names(in: folder, ending: ".yaml")

  @Test("a config is taken, or all its mistakes are told", arguments: names)
  func cases(name: String) throws {
    let url = RepositoryFiles.url("\(Self.folder)/\(name).yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    Golden(folder: "Cases").expect(Self.outcome(text), named: "\(name).expected.txt")
  }

  @Test("there are cases, and no expectation without one")
  func orphans() {
    #expect(Self.names.count > 10)
    let asked = Self.names.flatMap { ["\($0).yaml", "\($0).expected.txt"] }
    #expect(Golden(folder: "Cases").orphans(asked: asked) == [])
  }

  private static func outcome(_ text: String) -> String {
    do {
      return ConfigPages.show(try .made(of: text))
    } catch {
      return error.lines.joined(separator: "\n") + "\n"
    }
  }
}

extension Settings {
  /// The settings of a config's text, as if it lay in /etc/x.
  static func made(
    of text: String, flags: [FlagSetting?] = [], environment: [String: String] = [:]
  ) throws(ConfigError) -> Settings {
    try Settings(
      file: ConfigFile(path: "/etc/x/config.yaml", namedBy: nil), text: text, flags: flags,
      environment: Environment(environment))
  }
}
