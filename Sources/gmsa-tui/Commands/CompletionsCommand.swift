// gmsa-tui completions SHELL: a script by which a shell completes our words.

import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "A script on standard output by which a shell completes the words of gmsa-tui.",
    discussion: """
      Examples:
        gmsa-tui completions bash > /etc/bash_completion.d/gmsa-tui
        gmsa-tui completions zsh > "${fpath[1]}/_gmsa-tui"
        gmsa-tui completions fish > ~/.config/fish/completions/gmsa-tui.fish
      """)

  /// The shells that scripts can be written for.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var kind: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() {
    var output = StandardOutput()
    output.write(GmsaTui.completionScript(for: shell.kind) + "\n")
    output.flush()
  }
}
