// Help: all keys of a screen, from the table that handles them.

import TerminalCanvas

/// All commands of a screen, by what they are about; those without a key by the name to type behind the palette's.
struct HelpScreen: PageScreen {
  static let kind = ScreenKind.help
  let subject: ScreenKind

  init(of subject: ScreenKind) { self.subject = subject }

  func page(_ state: AppState) -> Page {
    let what = state.keys.isEmpty ? "Commands" : "Keys"
    var lines: [PageLine] = []
    for group in CommandTable.groups {
      let commands = group.commands.filter { $0.screens.contains(subject) }
      if commands.isEmpty { continue }
      if !lines.isEmpty { lines.append(.space) }
      lines.append(.heading(group.title))
      lines += commands.map { line($0, state) }
    }
    return Page(title: "\(what) of this screen (\(subject.rawValue))", lines: lines)
  }

  private func line(_ command: Command, _ state: AppState) -> PageLine {
    let keys = state.keys.keys(of: command).map(\.name).joined(separator: " ")
    let width = min(18, state.columns / 3)
    // Where there are no keys the name is what one says, and the sentence what it says.
    let name = state.keys.isEmpty ? "\(command.name):" : "\(state.keys.name(of: "palette"))\(command.name)"
    var spans = [
      PageSpan(DisplayText(keys.isEmpty ? name : keys).padded(to: width).text + " ", .part(.key)),
      PageSpan(command.sentence),
    ]
    if let reason = command.disabledReason(state.below) { spans.append(.dim(" (not now: \(reason))")) }
    return PageLine(spans, hang: width + 1, target: .command(command.name), copy: command.name)
  }
}

extension AppState {
  /// The state of the screen that help was asked on.
  fileprivate var below: AppState {
    var state = self
    if state.screen == .help { state.pages.removeLast() }
    return state
  }
}
