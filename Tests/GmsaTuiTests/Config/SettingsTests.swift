// Who goes before whom: flag, environment, file, default.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import TerminalCanvas
import Testing

@testable import gmsa_tui

@Suite("Settings")
struct SettingsTests {
  private let flag = FlagSetting("theme", "mono") { $0.theme = $1 }

  @Test("a flag goes before the environment, the environment before the file, the file before the default")
  func precedence() throws {
    let file = "\n\ntheme: mono"
    let environment = ["GMSA_TUI_THEME": "default"]
    let all = try Settings.made(of: file, flags: [flag], environment: environment)
    #expect(all.config.theme == "mono" && all.origin("theme") == .flag("--theme"))
    let two = try Settings.made(of: file, environment: environment)
    #expect(two.config.theme == "default" && two.origin("theme") == .environment("GMSA_TUI_THEME"))
    let one = try Settings.made(of: file)
    #expect(one.config.theme == "mono" && one.origin("theme") == .file(path: "/etc/x/config.yaml", line: 3))
    let none = try Settings.made(of: "")
    #expect(none.config.theme == nil && none.origin("theme") == .byDefault)
  }

  @Test("a flag that was not given leaves what others say")
  func absentFlag() throws {
    let absent = FlagSetting("ascii", Bool?.none) { $0.ascii = $1 }
    #expect(try Settings.made(of: "ascii: true", flags: [absent]).config.ascii)
    let off = FlagSetting("ascii", false) { $0.ascii = $1 }
    #expect(try !Settings.made(of: "ascii: true", flags: [off]).config.ascii)
  }

  @Test("a variable that is wrong is named; one that is empty is none")
  func wrongVariable() throws {
    #expect(throws: ConfigError.self) { try Settings.made(of: "", environment: ["GMSA_TUI_THEME": "puce"]) }
    let settings = try Settings.made(of: "", environment: ["GMSA_TUI_THEME": "", "NO_COLOR": ""])
    #expect(settings.origin("theme") == .byDefault && settings.usesColor)
  }

  @Test("NO_COLOR goes before the file, --color before NO_COLOR, and --color auto asks it")
  func color() throws {
    let environment = ["NO_COLOR": "1"]
    #expect(try !Settings.made(of: "color: always", environment: environment).usesColor)
    let always = FlagSetting("color", ColorChoice.always) { $0.color = $1 }
    #expect(try Settings.made(of: "", flags: [always], environment: environment).usesColor)
    let auto = FlagSetting("color", ColorChoice.auto) { $0.color = $1 }
    #expect(try !Settings.made(of: "", flags: [auto], environment: environment).usesColor)
  }

  @Test("paths of the file start at its folder; those of the command line, and what is no path, stay")
  func sources() throws {
    let text = "sources: [prod=a/b.json, ./c, /d, e=/f, demo, \"-\", x=demo]"
    #expect(
      try Settings.made(of: text).sources == [
        "prod=/etc/x/a/b.json", "/etc/x/./c", "/d", "e=/f", "demo", "-", "x=demo",
      ])
    let words = FlagSetting("sources", ["g"]) { $0.sources = $1 }
    #expect(try Settings.made(of: text, flags: [words]).sources == ["g"])
  }

  @Test("other keys act, and those of other commands stay")
  func keys() throws {
    let map = try Settings.made(of: "keys: {transpose: [f3], quit: []}").keyMap
    #expect(map.command(for: "f3", on: .matrix)?.name == "transpose")
    #expect(map.command(for: "x", on: .matrix) == nil)
    #expect(map.command(for: "n", on: .matrix)?.name == "next problem")
    #expect(map.command(for: "Q", on: .matrix) == nil)
    #expect(map.command(for: "ctrl-c", on: .matrix)?.name == "quit", "there is always a way out")
  }

  @Test("a mute that is over is told with its place and mutes no more")
  func expiry() throws {
    let settings = try Settings.made(of: "mutes:\n  - {rule: GMSA103, reason: r, until: 2026-11-24}")
    let (last, next) = (CalendarDay("2026-11-24"), CalendarDay("2026-11-25"))
    #expect(settings.expiredMutes(on: try #require(last)).isEmpty)
    #expect(settings.expiredMutes(on: try #require(next)).first?.hasPrefix("/etc/x/config.yaml:2: ") == true)
    #expect(settings.muting(on: try #require(next)).active.isEmpty)
  }

  @Test("the file is the flag's, else the variable's, else the one in the XDG folder, else in the home")
  func places() {
    func path(_ flag: String?, _ variables: [String: String]) -> String? {
      ConfigFile(flag: flag, environment: Environment(variables))?.path
    }
    let all = ["GMSA_TUI_CONFIG": "v", "XDG_CONFIG_HOME": "/x", "HOME": "/h"]
    #expect(path("f", all) == "f")
    #expect(path(nil, all) == "v")
    #expect(path(nil, ["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "/x/gmsa-tui/config.yaml")
    #expect(path(nil, ["XDG_CONFIG_HOME": "x", "HOME": "/h"]) == "/h/.config/gmsa-tui/config.yaml")
    #expect(path(nil, [:]) == nil)
  }
}
