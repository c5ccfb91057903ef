// Scenes that stand for themselves: each shows one trouble and how it looks here.

extension Scene {
  static let drift = Scene(
    "drift", "Copies drift", "Hosts hold different contents under one name.",
    [
      .happens([.way(.files)] + StageCast.filesEverywhere + StageCast.places() + [.pass(seconds: 3600)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("Twenty copies of each credspec, all alike. Every one can be changed without the others."),
      .look(5),
      .happens([.rotate("crm"), .copy("crm", to: "fm"), .pass(seconds: 86_400)]),
      .say("Somebody repairs crm on F and M by hand, and tells nobody. Now two of twenty differ."),
      .look(6),
      .happens([.rotate("crm"), .copy("crm", to: "b"), .remove("hr", from: "pq"), .pass(seconds: 86_400)]),
      .press("n"),
      .say(
        "Weeks later three versions lie under one name, and two hosts lost another file. f groups it by cause."
      ),
      .look(6),
      .press("f"), .look(8),
    ])

  static let webhookDown = Scene(
    "webhook-down", "The webhook is down",
    "Nobody answers for the admission webhook, and no pod can be made.",
    [
      .happens([.way(.resources)] + StageCast.places() + [.pass(seconds: 3600)]),
      .home, .run("service x host"), .press("a A g home"),
      .say("On Kubernetes an admission webhook hands each pod its contents. Its failure policy is Fail."),
      .look(6),
      .happens([.webhook(ready: 0), .pass(seconds: 60)]),
      .say(
        "Its last pod is gone. Running pods keep what they have: nothing is seen yet, save by who looks for it."
      ),
      .look(5),
      .press("f"), .look(6), .home,
      .happens([.restart("billing"), .pass(seconds: 120)]),
      .run("service x credspec"), .press("g home"),
      .say("billing is rolled out: its new pods are refused, and it runs nowhere. Enter tells why."),
      .look(5),
      .press("enter"), .look(9),
    ])

  static let unlisted = Scene(
    "unlisted", "What nobody told", "A host without an inventory is unverified, and never called healthy.",
    [
      .happens([.way(.files)] + StageCast.filesEverywhere + StageCast.places() + [.pass(seconds: 3600)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("No orchestrator tells which files lie on a host: an inventory of each host does."),
      .look(5),
      .happens([.list("c", false), .list("r", false), .pass(seconds: 600)]),
      .say(
        "The inventories of C and R are gone. Their cells are unverified: not missing, and not healthy either."
      ),
      .look(6),
      .run("scaling"),
      .say("Figures say so too: what lies there is what was told, and the rest is counted as unverified."),
      .look(8),
    ])

  static let drain = Scene(
    "drain", "A host is drained", "Replicas leave a host, and come to one that joined this morning.",
    [
      .happens([.way(.files)] + StageCast.filesEverywhere + StageCast.places() + [.pass(seconds: 3600)]),
      .home, .run("credspec x host"), .press("a A g home"),
      .say("Host U joins this morning. Under files it needs six copies before anything may run there."),
      .look(3),
      .happens([.join("u"), .pass(seconds: 600)]), .look(5),
      .happens([.open("e", false), .place("crm", on: "fgu"), .pass(seconds: 60)]),
      .press("n"),
      .say("E is drained, and the scheduler takes the emptiest host there is: U. crm cannot start there."),
      .look(7),
      .happens([.copy("crm", to: "u"), .pass(seconds: 300)]),
      .say("The file is copied, and crm starts. Five more are to go, and one day U itself leaves again."),
      .look(5),
    ])
}
