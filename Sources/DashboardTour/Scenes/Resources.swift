// The same fleet under Kubernetes: a resource, handed to pods whose service account may `use` it.

extension Scene {
  static let resources = Scene(
    "resources", "The same fleet on Kubernetes, with RBAC",
    "A pod is handed its credspec if its service account may use it.",
    [
      .happens([.way(.resources)] + StageCast.places() + [.pass(seconds: 60)]),
      .home, .run("service x credspec"), .press("a A g home"),
      .say(
        "On Kubernetes a credspec is a resource. Face 3: which service asks for which, and may its service account "
          + "use it? Each has one binding, and no more."),
      .look(8),
      .happens([.allow("hr", false), .restart("hr"), .pass(seconds: 90)]),
      .press("n"),
      .say(
        "hr loses its binding, and is rolled out: the admission webhook refuses its pods. Copies on hosts never "
          + "asked who may have them."),
      .look(8),
      .happens([.allow("hr", true), .place("hr", on: "hij"), .pass(seconds: 30)]),
      .say("One RoleBinding with the verb use, and its pods come back, each with its contents."),
      .look(5),
    ])
}
