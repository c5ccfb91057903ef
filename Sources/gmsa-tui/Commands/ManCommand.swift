// gmsa-tui man: the manual page, on standard output.

import ArgumentParser

struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man",
    abstract: "The manual page on standard output, for man(1).",
    discussion: """
      Examples:
        gmsa-tui man | man -l -
        gmsa-tui man > /usr/local/share/man/man1/gmsa-tui.1
      """)

  func run() {
    var output = StandardOutput()
    output.write(ManPage.text)
    output.flush()
  }
}
