// Does what the dashboard asks for and only the program can do: leave, copy, paint anew, read again.

import DashboardFeeds
import DashboardScreens
import Glibc
import NcursesTerminal

/// Performs effects at a terminal.
struct EffectRun {
  let terminal: Terminal
  let feeds: [any Feed]
  /// Goes through time, and says what came of it later.
  var askOfTime: (TimeRequest) -> Void = { _ in }
  /// Reads a source to compare with, and says what came of it later.
  var readToCompare: (String) -> Void = { _ in }

  /// Performs effects in their order; `answer` takes up what became of them. Returns the exit status where one ends the
  /// program.
  func perform(_ effects: [Effect], answer: (Action) -> Void) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit: return 0
      case .redraw: terminal.invalidate()
      case .refresh: for feed in feeds { feed.refresh() }
      case .suspend: kill(getpid(), SIGTSTP)
      case .time(let request): askOfTime(request)
      case .readToCompare(let word): readToCompare(word)
      case .copy(let text, let what): answer(.answered(copy(CopiedText(text, what: what))))
      }
    }
    return nil
  }

  /// Copies, and says what became of it: a terminal takes a text or refuses it in silence, so no more than that.
  private func copy(_ copied: CopiedText) -> String {
    let clipboard = Clipboard()
    if terminal.copy(copied.text, to: clipboard) {
      let words = "sent to the terminal's clipboard: \(copied.what)"
      return clipboard == .tmux ? words + " (tmux: set-clipboard on)" : words
    }
    return copied.keep(because: clipboard == nil ? .noClipboard : .tooLong)
  }
}
