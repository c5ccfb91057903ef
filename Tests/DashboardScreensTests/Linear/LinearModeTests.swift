// The linear mode: everything that a screen says is said in words, and everything that a key does a word does.

import DashboardModel
@testable import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The linear mode")
struct LinearModeTests {
  @Test("it opens with the face, what is shown and hidden, the figures, the sources, and the worst cell")
  func opens() throws {
    let talk = Conversation()
    let picture = try #require(talk.state.picture)
    #expect(talk.text.contains("credspecs in rows, hosts in columns"))
    #expect(talk.text.contains("\(talk.state.matrix.arrangement.hiddenRows) without a problem hidden"))
    for figure in picture.figures.labelled { #expect(talk.text.contains("\(figure.label) \(figure.value)")) }
    #expect(talk.text.contains("Sources:"))
    try expectsReadOut(talk)
  }

  @Test("before the first facts it says what is being read")
  func readsFirst() {
    var talk = Conversation(nil)
    talk.hear(.feedsChanged([.reading("prod.json")]))
    talk.type("")
    #expect(talk.text.contains("reading"))
    #expect(!talk.mode.isReady(sources: 1))
  }

  @Test("every command of the table is reached by its name on every screen that it works on")
  func reachesEveryCommand() {
    for screen in ScreenKind.allCases {
      for command in CommandTable.commands(on: screen) {
        guard case .command(let found, _) = LinearCommand(command.name, on: screen, keys: .standard) else {
          Issue.record("\(command.name) is not reached on \(screen.rawValue)")
          continue
        }
        #expect(found.name == command.name)
      }
    }
    let names = Set(CommandTable.all.map(\.name))
    #expect(LinearWord.allCases.filter { names.contains($0.rawValue) } == [.open])
  }

  @Test("a key's name does what the key does, with the keys of the config")
  func takesKeys() throws {
    guard case .command(let command, _) = LinearCommand("n", on: .matrix, keys: .standard) else {
      Issue.record("n is no command")
      return
    }
    #expect(command.name == "next problem")
    let keys = try KeyMap(remapping: ["next problem": ["tab"]])
    guard case .command(let other, _) = LinearCommand("tab", on: .matrix, keys: keys) else {
      Issue.record("tab is no command")
      return
    }
    #expect(other.name == "next problem")
  }

  @Test(
    "everything that a page says is said, also what stands there as a glyph or by its place",
    arguments: ["findings", "sources", "debug", "help", "why", "object", "column object"])
  func saysPages(command: String) throws {
    var talk = Conversation()
    talk.type(command)
    #expect(talk.text.contains("Screen "))
    talk.type("read all")
    let page = try #require(talk.state.pages.last)
    #expect(talk.text.contains(page.page.title))
    for line in page.page.lines where line.rank != .space {
      for span in line.spans {
        let glyphs = Set(CellState.allCases.map { talk.state.theme.glyph($0).text })
        let words = DisplayText(span.text).text.split(separator: " ").filter { !glyphs.contains(String($0)) }
        for word in words { #expect(talk.text.contains(word), "\(word) of \(line.text)") }
        if case .state = span.role, words.isEmpty { Issue.record("a glyph alone: \(line.text)") }
      }
      if line.rank == .heading { #expect(talk.text.contains("Heading: ")) }
    }
    #expect(talk.said.filter { $0.contains(", selected. ") }.count == (page.page.lines.isEmpty ? 0 : 1))
  }

  @Test(
    "every shown row and column is told with its states, and the cell under the cursor as the read-out tells it"
  )
  func saysTheMatrix() throws {
    for face in 1...3 {
      var talk = Conversation()
      talk.type("face \(face)")
      talk.type("all rows")
      let axes = try #require(talk.state.matrixAxes)
      talk.type("rows")
      let arrangement = talk.state.matrix.arrangement
      #expect(talk.said.count { $0.contains(": ") } >= arrangement.rows.count)
      for (index, line) in arrangement.rows.enumerated() {
        let name = try #require(axes.picture.subject(line.place, on: axes.rowAxis)).name
        let words = try #require(
          talk.said.first { $0.hasPrefix("\(index + 1).") || $0.hasPrefix("\(index + 1),") })
        #expect(words.contains(name) || line.kind == .account)
        for state in CellState.allCases where state != .blank && arrangement.rowCounts[index][state] > 0 {
          #expect(words.contains("\(arrangement.rowCounts[index][state]) \(state.word)"))
        }
      }
      talk.type("columns")
      #expect(talk.said.count >= min(40, arrangement.columns.count))
      for _ in 0..<12 {
        talk.type("next problem")
        try expectsReadOut(talk)
      }
    }
  }

  private func expectsReadOut(_ talk: Conversation) throws {
    let axes = try #require(talk.state.matrixAxes)
    let text = try #require(ReadOutText.underCursor(talk.state, axes))
    #expect(talk.text.contains("\(text.stateText): \(text.sentence)"))
    for word in text.reason.split(separator: " ") { #expect(talk.text.contains(word)) }
  }

  @Test("rows and columns are gone to by number, by name, and by how often")
  func goes() throws {
    var talk = Conversation()
    talk.type("all rows")
    talk.type("top")
    talk.type("down 2")
    #expect(talk.state.matrix.row == 2)
    talk.type("2")
    #expect(talk.state.matrix.row == 1)
    let axes = try #require(talk.state.matrixAxes)
    let last = try #require(talk.state.matrix.arrangement.columns.last)
    let name = try #require(axes.picture.subject(last.place, on: axes.columnAxis)).name
    talk.type("column \(name)")
    #expect(talk.state.matrix.column == talk.state.matrix.arrangement.columns.count - 1)
    #expect(talk.text.contains(name))
    talk.type("row 9999")
    #expect(talk.text.contains("by number from 1"))
    talk.type("row nothing-of-that-name")
    #expect(talk.text.contains("is called"))
  }

  @Test("open leads deeper on every screen, a number selects a line, back leads back, quit leaves")
  func goesDeeper() throws {
    var talk = Conversation()
    talk.type("open")
    #expect(talk.state.screen == .why)
    talk.type("back")
    #expect(talk.state.screen == .matrix)
    talk.type("findings")
    let page = try #require(talk.state.pages.last).page
    let place = try #require(page.lines.firstIndex { $0.target != nil })
    talk.type("\(page.lines[...place].count { $0.rank != .space })")
    #expect(talk.state.pages.last?.line == place)
    talk.type("open")
    #expect(talk.state.pages.count == 2)
    talk.type("quit")
    #expect(talk.effects == [.quit])
  }

  @Test("a filter is typed behind its name or in a line of its own, and taken away again")
  func filters() {
    var talk = Conversation()
    let rows = talk.state.matrix.arrangement.rows.count
    talk.type("filter zzz")
    #expect(talk.text.contains("Filter: zzz") && talk.text.contains("no name contains \"zzz\""))
    talk.type("clear filter")
    #expect(talk.state.matrix.arrangement.rows.count == rows)
    talk.type("filter")
    #expect(talk.text.contains("filter: type it in one line"))
    talk.type("zzz")
    #expect(talk.state.matrix.filter.text == "zzz")
    talk.type("filter")
    talk.type("")
    #expect(talk.text.contains("left as it was") && talk.state.matrix.filter.text == "zzz")
  }

  @Test("a wrong filter is not taken, and where it is wrong is said; what is highlighted is told by a word")
  func refusesWrongFilters() {
    var talk = Conversation()
    talk.type("filter state=nonsense")
    #expect(talk.text.contains("not taken, from character"))
    #expect(talk.state.matrix.filter.isEmpty && talk.state.prompt == nil)
    talk.type("highlight state=missing")
    #expect(talk.text.contains("Highlighted: what matches state=missing"))
    talk.type("rows")
    #expect(talk.text.contains(", highlighted"))
  }

  @Test("a slip of the finger runs nothing, and says what may have been meant")
  func guessesNothing() {
    var talk = Conversation()
    talk.type("fndings")
    #expect(talk.state.screen == .matrix && talk.text.contains("did you mean findings"))
    talk.type("all")
    #expect(talk.text.contains("may be all rows, or all columns"))
    talk.type("prev")
    #expect(talk.text.contains("Row "))
    talk.type("unmark all")
    #expect(talk.text.contains("nothing is marked"))
    talk.type("transpose 7 times")
    #expect(talk.text.contains("takes nothing behind it"))
  }

  @Test("a long list is told in pieces, and more goes on")
  func tellsInPieces() {
    var talk = Conversation(Picture(of: Snapshot(merging: [.demo()])))
    talk.type("all columns")
    talk.type("columns")
    let columns = talk.state.matrix.arrangement.columns.count
    talk.type("help")
    #expect(talk.said.last?.contains("more") == true && talk.said.count < 60)
    talk.type("more")
    #expect(talk.text.contains("words of this mode") || talk.text.contains("more lines"))
    #expect(columns > 0)
  }

  @Test("what is copied is handed to the loop, and its answer is said")
  func copies() {
    var talk = Conversation()
    talk.type("copy")
    guard case .copy(let text, _)? = talk.effects.first else {
      Issue.record("nothing is copied")
      return
    }
    #expect(text == talk.state.selectedCell?.row.name)
    talk.hear(.answered("in /run/user/1/x: gmsa"))
    #expect(talk.said == ["in /run/user/1/x: gmsa"])
  }

  @Test("news are one line of what is counted, told at most once in ten seconds, and whole when asked for")
  func tellsNews() throws {
    var talk = Conversation()
    talk.listen()
    #expect(talk.news == nil)
    talk.hear(.pictureArrived(Picture(of: Snapshot(merging: []))))
    talk.listen()
    let first = try #require(talk.news)
    #expect(first.contains("critical findings 0, was ") && !first.contains("\n"))
    talk.hear(.pictureArrived(.sample))
    talk.listen()
    #expect(talk.news == nil)
    #expect(talk.mode.untilAnnouncement != nil)
    talk.type("news")
    #expect(talk.text.contains(", was 0"))
    talk.type("news")
    #expect(talk.text.contains("nothing changed"))
    talk.type("news off")
    talk.hear(.pictureArrived(Picture(of: Snapshot(merging: []))))
    talk.hear(.timePassed(Timestamp.sampleNow.advanced(by: .seconds(60))))
    talk.listen()
    #expect(talk.news == nil)
  }

  @Test("no name from outside brings an escape into what is said")
  func isSafe() {
    var facts = Facts()
    facts.hosts = [
      Host(id: HostID(cluster: "c\u{1B}[31m", name: "win\u{7}-\u{202E}1"), operatingSystem: .windows)
    ]
    facts.credentialSpecs = [
      CredentialSpec(
        id: CredentialSpecID(cluster: "c\u{1B}[31m", delivery: .customResource, name: "a\u{1B}]0;x\u{7}b"),
        contents: CredentialSpecContents(canonical: "x", account: "\u{9B}2J", domain: "d"))
    ]
    var talk = Conversation(
      Picture(of: Snapshot(merging: [FeedSlice(feed: "f\u{1B}", status: .live, facts: facts)])))
    var all = talk.said
    for line in [
      "all rows", "all columns", "rows", "columns", "why", "read all", "back", "object", "sources",
    ] {
      talk.type(line)
      all += talk.said
    }
    all += {
      talk.type("filter \u{1B}[2J"); return talk.said
    }()
    let unsafe = all.joined().unicodeScalars.filter {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "\u{202E}"
    }
    #expect(unsafe.isEmpty)
  }

  @Test("any lines leave a state whose cursor is on something, and are answered", arguments: 0..<60)
  func survivesAnything(seed: Int) {
    var random = SeededRandom(seed: seed)
    var talk = Conversation()
    let words = CommandTable.all.map(\.name) + LinearWord.allCases.map(\.rawValue)
    for _ in 0..<40 {
      let tails = ["", "", "", " 3", " zzz", " -1", " 99999999999999999999"]
      let line = (words.randomElement(using: &random) ?? "") + (tails.randomElement(using: &random) ?? "")
      talk.type(line)
      let isSilent = talk.said.isEmpty && talk.effects.isEmpty
      #expect(!isSilent, "\(line) says nothing")
      let matrix = talk.state.matrix
      #expect(matrix.arrangement.rows.isEmpty || matrix.arrangement.rows.indices.contains(matrix.row))
    }
  }
}

extension FeedReport {
  /// A feed that reads.
  fileprivate static func reading(_ name: FeedID) -> FeedReport {
    FeedReport(
      feed: name, status: .reading(ReadProgress()), observedAt: nil, clusters: [], unreadableCount: 0)
  }
}
