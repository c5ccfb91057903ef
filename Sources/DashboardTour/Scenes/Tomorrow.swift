// The article's second figure: three replicas on A, B and C today, four on Q, R, S and T tomorrow.

extension Scene {
  static let tomorrow = Scene(
    "tomorrow", "Today and tomorrow", "Replicas move to other hosts, and the files do not go with them.",
    [
      .happens([
        .way(.files), .services("payments"), .copy("payments", to: "abc"), .place("payments", on: "abc"),
        .pass(seconds: 60),
      ]),
      .home, .run("credspec x host"), .press("a A"),
      .say(
        "A Windows service signs on as a gMSA. Docker needs its credspec on the host: here a file, copied by hand. "
          + "payments has three replicas, on A, B and C."),
      .look(8),
      .say(
        "Tomorrow the scheduler runs four replicas, on Q, R, S and T. It knows nothing of files; nobody told it "
          + "where they are."),
      .happens([.pass(seconds: 86_400), .place("payments", on: "qrst")]),
      .look(6),
      .press("n"),
      .say(
        "Four replicas fail: no file. Three copies lie where nothing runs. Copying after the scheduler is a race "
          + "that somebody has to win every day."),
      .look(8),
    ])
}
