// A credential spec changes: what that takes with files, with configs and with resources.

extension Scene {
  static let rotation = Scene(
    "rotation", "A credspec changes", "One change of contents, with files, configs and resources.",
    [
      .happens(
        [.way(.files)] + StageCast.filesEverywhere + StageCast.places() + [
          .trust("payments", "a"), .pass(seconds: 3600),
        ]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("The contents of gmsa-payments change. With files: twenty hosts, in rounds, by hand."),
      .look(4),
      .happens([.rotate("payments"), .copy("payments", to: "a"), .pass(seconds: 300)]), .look(1.5),
      .happens([.copy("payments", to: "bcdefg"), .pass(seconds: 1200)]), .look(1.2),
      .happens([.copy("payments", to: "hijklm"), .pass(seconds: 1200)]), .look(1.2),
      .happens([.copy("payments", to: "opqrs"), .pass(seconds: 1200)]), .look(1.5),
      .press("n"),
      .say("N and T were forgotten. On T a replica runs with the old contents now; on N it will, one night."),
      .look(7),
      .happens([.way(.configs)] + StageCast.places() + [.trust("payments", nil), .pass(seconds: 60)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("With Swarm configs: a new config, and the service moves to it. The tasks bring it along."),
      .look(3),
      .happens([.rotate("payments"), .pass(seconds: 60)]),
      .look(5),
      .happens([.way(.resources)] + StageCast.places() + [.pass(seconds: 60)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("With Kubernetes: the resource is changed. Pods keep what they were handed when they were made."),
      .look(2),
      .happens([.rotate("payments"), .pass(seconds: 60)]),
      .press("n"), .look(5),
      .happens([.restart("payments"), .pass(seconds: 60)]),
      .say("kubectl rollout restart: new pods, new contents. One command for any number of hosts."),
      .look(6),
    ])
}
