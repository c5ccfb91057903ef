// What is wrong with how the program was called, and the words for it: exit code 2.

import DashboardFeeds

/// What is wrong with how the program was called; ends it with exit code 2.
enum UsageFault: Error, CustomStringConvertible {
  /// No SOURCE was named, and none was found where one might be; what was tried, each as half a sentence.
  case noSource(tried: [String])
  /// A word that names nothing.
  case emptyWord(String)
  /// A word of a form that no kind of source has, and no file of that name.
  case unknownKind(word: String, meant: String?, known: [String])
  /// A file that is not there; the command and the kind of source that its name is near to.
  case missingFile(FeedFault, command: String?, kind: String?)
  /// Standard input is a terminal.
  case keyboard
  /// A fault of a word that stands in the config, already in words.
  case ofConfig(String, origin: String)
  /// Any other, already in words.
  case text(String)

  var description: String {
    switch self {
    case .noSource(let tried): Self.noSource(tried)
    case .emptyWord(let word):
      "`\(word)`: names no source. Write FILE, FOLDER, `-` for standard input, or NAME=FILE."
    case .unknownKind(let word, let meant, let known):
      "\(word): no file is called so, and no kind of source either"
        + (meant.map { ". Did you mean \($0)?" } ?? "; there are: \(known.joined(separator: ", ")).")
    case .missingFile(let fault, let command, let kind):
      fault.text + (command.map { " Did you mean the command \($0)?" } ?? "")
        + (command == nil ? kind.map { " Did you mean the source \($0)?" } ?? "" : "")
    case .keyboard:
      "-: standard input is the keyboard. Pipe something into it: kubectl get … -o json | gmsa-tui -"
    case .ofConfig(let text, let origin): "\(text)\n  (sources: \(origin))"
    case .text(let text): text
    }
  }

  private static func noSource(_ tried: [String]) -> String {
    let found = tried.map { "\n  \($0)" }.joined()
    return """
      no source was named\(tried.isEmpty ? "." : ", and none was found:\(found)")
      Name one (gmsa-tui --help lists the kinds), or pipe lists into -:
        kubectl get nodes,pods,deploy,rs -A -o json | gmsa-tui -
      or look at a simulated cluster: gmsa-tui demo
      """
  }
}
