// The article's first figure: services x hosts, and the matrix fills.

extension Scene {
  private static let rounds: [[StageChange]] =
    TourStage.names.flatMap { name in
      ["abcdefghij", "klmnopqrst"].map { [.copy(name, to: $0), .pass(seconds: 600)] }
    }

  static let everywhere = Scene(
    "everywhere", "Services x hosts", "Every credspec is copied to every host, to be safe.",
    [
      .happens(
        [.way(.files)] + StageCast.filesWhereTheyRun + StageCast.places() + [.pass(seconds: 60)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say(
        "Six services now, each with its files where it runs. Before the scheduler moves the next one, somebody copies "
          + "every credspec to every host: services x hosts."),
      .look(3),
    ]
      + .one(after: 0.6, rounds)
      + [
        .say(
          "It works, today. 120 copies for 19 that are needed: each is a file that somebody put there, keeps equal "
            + "to the others, and takes away again one day."),
        .look(8),
        .run("scaling"),
        .say(
          "The scaling screen (key c) counts it. By hand: each credspec on each host that may need it. Needed now: "
            + "where a replica is. One more host costs six copies, before anything can run there."),
        .look(9),
        .press("x"),
        .say("Fleets grow in services and hosts alike. Then the copies grow with the product of both."),
        .look(7),
      ])
}
