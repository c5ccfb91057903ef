// Options of every command that builds a picture.

import ArgumentParser
import DashboardModel

struct PictureArguments: ParsableArguments {
  @Flag(help: "Show Linux nodes as hosts too.")
  var linux = false

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

  var options: PictureOptions { PictureOptions(includesLinux: linux) }
}
