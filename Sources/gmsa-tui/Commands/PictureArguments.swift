// Options of every command that builds a picture.

import ArgumentParser
import DashboardModel

struct PictureArguments: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Show Linux nodes as hosts too.")
  var linux: Bool?

  @Option(
    help: ArgumentHelp(
      "The copy that others are compared with, such as web.json=win-a-01; without it, what most hosts hold.",
      valueName: "name=host"),
    transform: { text in
      guard let copy = ReferenceCopy(text) else {
        throw ValidationError("--reference takes NAME=HOST, such as web.json=win-a-01; \(text) is none")
      }
      return copy
    })
  var reference: [ReferenceCopy] = []

  /// What was said of the config's keys.
  var settings: [FlagSetting?] {
    [
      FlagSetting("linux", linux) { $0.linux = $1 },
      FlagSetting("reference", reference.isEmpty ? nil : reference) { $0.reference = $1 },
    ]
  }
}
