// The same fleet under Swarm configs: contents go where a task goes, and leave with it.

extension Scene {
  static let configs = Scene(
    "configs", "The same fleet with Swarm configs", "A config is sent to a node while a task there needs it.",
    [
      .happens([.way(.configs)] + StageCast.places(payments: "abc") + [.pass(seconds: 60)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say(
        "The same fleet. docker config create, then docker service update --credential-spec config://... "
          + "No file lies on any host."),
      .look(7),
      .say("Tomorrow comes again: payments moves to Q, R, S and T, one task at a time."),
      .look(2),
      .happens([.place("payments", on: "bcq"), .pass(seconds: 20)]), .look(1),
      .happens([.place("payments", on: "cqr"), .pass(seconds: 20)]), .look(1),
      .happens([.place("payments", on: "qrs"), .pass(seconds: 20)]), .look(1),
      .happens([.place("payments", on: "qrst"), .pass(seconds: 20)]), .look(2),
      .say(
        "Each task brought its credspec, and took it away when it left. 19 needed, 19 there: the ratio is 1. "
          + "A host that joins needs nothing in advance."),
      .look(8),
    ])
}
