// The life of one list, drawn as text: what the server does in the upper line, what is asked in the lower.

import DashboardModel
import Testing

@testable import DashboardFeeds

/// A drawn life: a sentence, what the server does, what is asked.
struct DrawnLife: Sendable, CustomTestStringConvertible {
  let sentence: String
  let server: String
  let asked: String
  var streams = false

  init(_ sentence: String, _ server: String, _ asked: String, streams: Bool = false) {
    self.sentence = sentence
    self.server = server
    self.asked = asked
    self.streams = streams
  }

  var testDescription: String { sentence }
}

@Suite("A list that is read and followed")
struct ListWatchMachineTests {
  static let lives = [
    DrawnLife("is read in pages, then watched", "-o-p-o-P-o-a-b", "L--l---w------"),
    DrawnLife(
      "is watched on when its watch ends after it told something", "-oP-o--a-.-o-b", "L-w------w----"),
    DrawnLife("is watched on when its watch lived and told nothing", "-oP-o----.-o", "L-w------w--"),
    DrawnLife("whose watch breaks is watched on at once", "-oP-o--a-x-o-a", "L-w------w----"),
    DrawnLife(
      "waits longer after each failure", "-oP-oaxx--x----x---", "L-w---w-w---w------"),
    DrawnLife(
      "is not asked without a pause where each watch ends at once", "-oPo.-o.---o.----o", "L-w--w--w----w----"
    ),
    DrawnLife("is read anew when its version is too old", "-oP-o-a-G-oP-o", "L-w-----N--w--"),
    DrawnLife("is read anew with pauses where each version is too old", "-oPoGoPoG---oPo", "L-w-N-w---N--w-"),
    DrawnLife("whose page's token expired is read anew without pages", "-o-p-G-oP-o", "L--l-F--w--"),
    DrawnLife("is asked for from its beginning when it breaks off", "-o-p-ox--oP-o", "L--l---L--w--"),
    DrawnLife("comes as changes where the server offers it", "-o-aaa-i-a", "W---------", streams: true),
    DrawnLife("is listed where the server refuses changes", "-2-oP-o", "WL--w--", streams: true),
    DrawnLife(
      "is listed where the server ignores what was asked", "-o-aa-b-oP-o", "W-----L--w--", streams: true),
    DrawnLife(
      "is listed where a list as changes falls silent", "-o-aa--s-oP-o", "W------L--w--", streams: true),
    DrawnLife(
      "is listed once lists as changes broke off twice", "-oax-oax---oP-o", "W---W----L--w--", streams: true),
    DrawnLife("is asked for when the server has room again", "-9-----oP-o", "L-----L-w--"),
    DrawnLife("is watched when the server has room again", "-oP9-----o-a", "L-w-----w---"),
    DrawnLife(
      "is read as it is now where the server has not seen its version", "-oPoaGT-oP-o",
      "L-w--N-N-w--"),
    DrawnLife("is asked for anew when what came is rubbish", "-o?--oP-o", "L--L--w--"),
    DrawnLife("whose watch tells rubbish is read anew", "-oPoa?--oP-o", "L-w---N--w--"),
    DrawnLife("whose change cannot be placed is read anew", "-oPoa!--oP-o", "L-w---N--w--"),
    DrawnLife("is watched again when its watch falls silent", "-oP-o-a--s-o-a", "L-w------w----"),
    DrawnLife("whose login is refused waits for another one", "-1--oP-o", "L-L--w--"),
  ]

  @Test("lives as drawn", arguments: lives)
  func drawn(_ life: DrawnLife) {
    var policy = ListWatchPolicy()
    policy.mayStream = life.streams
    #expect(DrawnList.drawn(life.server, policy) == life.asked)
  }

  private func list(_ server: String) -> DrawnList {
    var list = DrawnList()
    list.play(server)
    return list
  }

  @Test("a watch that breaks is no trouble until the next try fails, and then since it broke")
  func trouble() {
    #expect(list("-oP-oax").machine.trouble == nil)
    let failing = list("-oP-oaxx").machine.trouble
    #expect(failing == FeedOutage(.cannotConnect, reason: "gone", since: Timestamp(milliseconds: 6000)))
    #expect(list("-oP-oaxx--o").machine.trouble == nil)
  }

  @Test("a list that tells nothing and sends no bookmarks is well again once its watch is open")
  func quiet() {
    #expect(list("-oP-o---xx---x------x-------------o").machine.trouble == nil)
  }

  @Test("a server that ends each watch at once is a trouble, and no more when one lives")
  func short() {
    #expect(list("-oPo.-o.--o.").machine.trouble?.reason == "the server ends each watch at once")
    #expect(list("-oPo.-o.--o.----oa").machine.trouble == nil)
  }

  @Test("401 and 403 are kept apart: one is a trouble with the login, the other a list that is not shown")
  func rights() {
    #expect(list("-1").machine.trouble?.cause == .notAuthorised)
    #expect(list("-1").machine.standing == .unknown)
    let refused = list("-3").machine
    #expect(refused.trouble == nil)
    guard case .refused = refused.standing else {
      Issue.record("403 is a refusal")
      return
    }
    // Rights that were taken away: the facts are the last good ones, and that is said.
    #expect(list("-oP-oaGo3").machine.trouble?.cause == .notAuthorised)
  }

  @Test("a list that may be listed and not watched is read again every minute")
  func poll() {
    var list = list("-oP3")
    #expect(list.machine.standing == .there)
    #expect(list.machine.trouble == nil)
    list.play(String(repeating: "-", count: 61))
    #expect(list.drawing.dropFirst(4).filter { $0 != "-" } == "N")
  }

  @Test("a list that the server does not have is empty and known, and asked for again")
  func absent() {
    var list = list("-4")
    #expect(list.machine.standing == .absent)
    #expect(list.deeds == ["clear"])
    list.play(String(repeating: "-", count: 61))
    #expect(list.drawing.filter { $0 != "-" } == "LL")
  }

  @Test("what is told twice or late is marked so, and a new change is not")
  func late() {
    #expect(list("-oP-oam=a").deeds == ["begin", "end", "take", "take", "late", "take"])
  }

  @Test("the life of a watch is spread over five minutes, and so are waits")
  func spread() {
    func seconds(_ chance: Double) -> Int? {
      var machine = ListWatchMachine { chance }
      _ = machine.handle(.began, at: Timestamp(milliseconds: 0))
      _ = machine.handle(.opened, at: Timestamp(milliseconds: 0))
      let asked = machine.handle(.pageEnded(version: "7", next: nil), at: Timestamp(milliseconds: 0))
      for case .send(.watch("7", let seconds)) in asked { return seconds }
      return nil
    }
    #expect(seconds(0) == 300)
    #expect(seconds(0.999) == 599)
    var backoff = Backoff()
    #expect(backoff.next(chance: 0) == .milliseconds(800))
    #expect(backoff.next(chance: 0.5) == .milliseconds(2400))
    for _ in 0..<20 { _ = backoff.next(chance: 0) }
    #expect(backoff.next(chance: 0) == .seconds(30))
  }
}
