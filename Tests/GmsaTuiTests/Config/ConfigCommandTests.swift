// gmsa-tui config, and what the other commands do with a config, as a script sees it.

import DashboardTesting
import Testing

@Suite("The config command")
struct ConfigCommandTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func run(_ words: String..., environment: [String: String] = [:]) throws -> CommandRun {
    let clean = ["HOME": "/nonexistent", "XDG_CONFIG_HOME": "", "NO_COLOR": "", "GMSA_TUI_CONFIG": ""]
    return try CommandRun(words, environment: clean.merging(environment) { _, new in new })
  }

  @Test("path names the file that would be read, whether it is there or not")
  func path() throws {
    #expect(try run("config", "path").output == "/nonexistent/.config/gmsa-tui/config.yaml\n")
    #expect(try run("config", "path", "--config", "x.yaml").output == "x.yaml\n")
  }

  @Test("show tells flag, environment, file and default apart")
  func show() throws {
    try folder.write("ascii: true\n", to: "config.yaml")
    let shown = try run(
      "config", "show", "--theme", "mono",
      environment: ["GMSA_TUI_CONFIG": "\(folder.path)/config.yaml", "NO_COLOR": "1"])
    #expect(shown.status == 0 && shown.messages.isEmpty)
    for (key, origin) in [
      ("theme: mono", "flag --theme"), ("color: never", "environment NO_COLOR"),
      ("ascii: true", "\(folder.path)/config.yaml:1"), ("linux: false", "default"),
    ] {
      let line = shown.output.split(separator: "\n").first { $0.hasPrefix(key) }
      #expect(line?.hasSuffix("# \(origin)") == true, "\(line ?? "")")
    }
  }

  @Test("check tells every mistake and ends with 2; without a mistake it ends with 0")
  func check() throws {
    try folder.write("thme: mono\nascii: 1\n", to: "bad.yaml")
    let bad = try run("config", "check", "\(folder.path)/bad.yaml")
    #expect(bad.status == 2)
    #expect(bad.output.contains("bad.yaml:1:1: ") && bad.output.contains("bad.yaml:2:8: "))
    #expect(bad.output.contains("did you mean \"theme\"?"))
    try folder.write(try run("config", "default").output, to: "good.yaml")
    let good = try run("config", "check", "\(folder.path)/good.yaml")
    #expect(good.status == 0 && good.output.contains("no mistake"))
  }

  @Test(
    "no command starts with a wrong config",
    arguments: [["report", "demo"], ["demo"], ["snapshot", "demo"], ["demo.json"], ["config", "show"]])
  func refuses(words: [String]) throws {
    try folder.write("ascii: 1\n", to: "bad.yaml")
    let refused = try CommandRun(words + ["--config", "\(folder.path)/bad.yaml"])
    #expect(refused.status == 2)
    #expect(refused.output.isEmpty)
    #expect(refused.messages.contains("bad.yaml:1:8: expected true or false"))
  }

  @Test("a config that was named and is not there is an error; the usual one need not be")
  func absent() throws {
    let named = try run("report", "demo", "--config", "\(folder.path)/none.yaml")
    #expect(named.status == 2 && named.messages.contains("none.yaml"))
    #expect(try run("report", "demo").status == 0)
  }

  @Test("without a SOURCE the config's are read, beside the config and not beside the operator")
  func sources() throws {
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    try folder.write("sources: [prod=web.json]\n", to: "config.yaml")
    let read = try run("report", "--face", "3", "--only", "all", "--config", "\(folder.path)/config.yaml")
    #expect(read.status == 0 && read.output.contains("webapp01") && read.output.contains("prod"))
    try folder.write("sources: [gone.json]\n", to: "config.yaml")
    let gone = try run("report", "--config", "\(folder.path)/config.yaml")
    #expect(gone.status == 2 && gone.messages.contains("gone.json"))
    #expect(gone.messages.contains("config.yaml:1"))
  }

  @Test("muted findings are counted in a report, and a mute that is over is told")
  func mutes() throws {
    try folder.write(
      """
      mutes:
        - {rule: surplus-copy, reason: known, until: 9999-12-31}
        - {rule: GMSA201, reason: was known, until: 2001-01-01}
      """, to: "config.yaml")
    let report = try run("report", "demo", "--config", "\(folder.path)/config.yaml")
    #expect(report.output.contains("muted until 9999-12-31: known"))
    #expect(!report.output.contains("GMSA103 notice"))
    #expect(report.output.contains("1 mute has expired"))
    #expect(report.messages.contains("config.yaml:3"))
  }
}
