// Three in the morning: a host drains, a replica lands on the one host that was forgotten.

extension Scene {
  static let forgotten = Scene(
    "forgotten", "3 a.m.", "A replica lands on a host that was forgotten, and the why screen tells.",
    [
      .happens(
        [.way(.files)] + StageCast.filesEverywhere + StageCast.places()
          + [.remove("ledger", from: "k"), .pass(seconds: 7 * 3600)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say(
        "Files again. Everything runs. One copy of gmsa-ledger never reached K: at risk, and nobody looks."),
      .look(6),
      .happens([
        .pass(seconds: 11 * 3600), .place("ledger", on: "bck"), .pass(seconds: 20),
      ]),
      .press("n"),
      .say("3 a.m.: D restarts after a patch. Its replica of ledger comes up on K instead. It cannot start."),
      .look(6),
      .press("enter"),
      .say(
        "n finds the cell, Enter tells why: the chain of checks, the first that fails, its evidence, the nearest "
          + "host where it works, and what to do next."),
      .look(10),
      .home,
      .happens([.copy("ledger", to: "k"), .pass(seconds: 300)]),
      .say(
        "One copy later ledger runs. With configs or resources this night would have been quiet. c shows why."
      ),
      .look(7),
    ])
}
