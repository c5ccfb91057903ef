// What scripts rely on: data on standard output, messages on standard error, and the exit codes of the contract.

import DashboardTesting
import Testing

@testable import gmsa_tui

@Suite("The command line")
struct CommandLineTests {
  @Test("without a source it says what to give and offers the demo")
  func offersTheDemo() throws {
    let run = try CommandRun([])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("gmsa-tui demo"))
  }

  @Test("a source that is not there ends with 2 and names the path")
  func namesTheMissingPath() throws {
    for words in [["nothing-here.json"], ["report", "nothing-here.json"]] {
      let run = try CommandRun(words)
      #expect(run.status == 2)
      #expect(run.messages.contains("nothing-here.json"))
    }
  }

  @Test("a word of no kind that there is ends with 2 and names the kinds, or the one that was meant")
  func namesKindsOfSources() throws {
    let unknown = try CommandRun(["report", "zookeeper:x"])
    #expect(unknown.status == 2)
    for kind in SourceTable.all { #expect(unknown.messages.contains(kind.word)) }
    let misspelt = try CommandRun(["report", "dmeo:x"])
    #expect(misspelt.messages.contains("Did you mean demo:x?"))
    #expect(try CommandRun(["report", "dem"]).messages.contains("demo"))
  }

  @Test("a wrong option ends with a usage error that names what is known")
  func namesKnownOptions() throws {
    let run = try CommandRun(["report", "demo", "--format", "pdf"])
    #expect(run.status == 2)
    #expect(run.messages.contains("text, json, csv, markdown, html"))
  }

  @Test("the demo without a terminal prints its report and ends well")
  func reportsTheDemo() throws {
    let run = try CommandRun(["demo", "--hosts", "30"])
    #expect(run.status == 0)
    #expect(run.output.contains("Figures"))
    #expect(run.messages.isEmpty)
  }

  @Test("every format prints the demo", arguments: ["text", "json", "csv", "markdown", "html"])
  func printsEveryFormat(format: String) throws {
    let run = try CommandRun(["report", "demo", "--format", format, "--face", "3"])
    #expect(run.status == 0)
    #expect(run.output.contains("gmsa-"))
  }

  @Test("what is piped in is reported")
  func readsStandardInput() throws {
    let run = try CommandRun(
      ["report", "--face", "3", "--only", "all", "-"],
      input: Manifests.deployment(named: "web", credentialSpec: "webapp01"))
    #expect(run.status == 0)
    #expect(run.output.contains("webapp01"))
  }

  @Test("a damaged source beside a good one ends with 5 and loses nothing of the good one")
  func tellsPartialData() throws {
    let folder = try ScratchFolder()
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    try folder.write("NAME READY STATUS\nweb-1 1/1 Running\n", to: "pods.json")
    let run = try CommandRun([
      "report", "--face", "3", "--only", "all", "\(folder.path)/web.json", "\(folder.path)/pods.json",
    ])
    #expect(run.status == 5)
    #expect(run.messages.contains("-o json"))
    #expect(run.output.contains("webapp01"))
  }

  @Test("an object that could not be read is named, costs exit code 5, and takes nothing with it")
  func namesTheUnreadableObject() throws {
    let folder = try ScratchFolder()
    let good = Manifests.deployment(named: "web", credentialSpec: "webapp01")
    let bad = #"{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":7}}"#
    try folder.write(#"{"kind":"List","items":[\#(bad),\#(good)]}"#, to: "list.json")
    let run = try CommandRun(["report", "--face", "3", "--only", "all", "\(folder.path)/list.json"])
    #expect(run.status == 5)
    #expect(run.messages.contains("item 0") && run.messages.contains("metadata.name"))
    #expect(run.output.contains("webapp01"))
  }

  @Test("a source of which nothing could be read ends with 2 and draws no picture of nothing")
  func drawsNoEmptyPicture() throws {
    let folder = try ScratchFolder()
    for (name, text) in [("empty.json", ""), ("binary.json", "\u{0}\u{1}"), ("cut.json", "{\"kind\":\"Li")] {
      try folder.write(text, to: name)
      let run = try CommandRun(["report", "\(folder.path)/\(name)"])
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains(name))
    }
  }

  @Test("a snapshot of the demo opens as the same picture")
  func opensItsSnapshot() throws {
    let folder = try ScratchFolder()
    let snapshot = try CommandRun(["snapshot", "demo"])
    #expect(snapshot.status == 0)
    try folder.write(snapshot.output, to: "demo.json")
    let figures = { (words: [String]) throws -> Substring? in
      try CommandRun(["report"] + words).output.split(separator: "\n").first { $0.hasPrefix("Figures") }
    }
    #expect(try figures(["\(folder.path)/demo.json"]) == figures(["demo"]))
  }

  @Test(
    "a number, a finding, a state and a line of a log are explained without a cluster",
    arguments: [
      (["explain", "-1073741715"], "STATUS_LOGON_FAILURE"),
      (["explain", "GMSA604"], "GMSA604 runtime-error"),
      (["explain", "at", "risk"], "GMSA102"), (["explain", "--ascii", "stale"], "drawn as ~"),
      (["explain", "--", "-1073741715"], "STATUS_LOGON_FAILURE"),
      (
        ["explain", "starting container failed: hcs::CreateComputeSystem 5f: winapi error #3489660941"],
        "0xC000000D"
      ),
    ])
  func explains(words: [String], answer: String) throws {
    let run = try CommandRun(words)
    #expect(run.status == 0)
    #expect(run.output.contains(answer))
    #expect(run.messages.isEmpty)
  }

  @Test("what nobody knows ends with 2 and names what is near, on standard error")
  func explainsNothing() throws {
    let run = try CommandRun(["explain", "stael"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("did you mean: stale"))
    #expect(try CommandRun(["explain"]).status == 2)
  }
}
