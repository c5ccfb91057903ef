// A log, explained: the lines of it that are known, each meaning once.

import DashboardModel

/// What is known of the lines of a log or of pasted events. Cost: the log times the table of known texts.
package struct LogExplanation {
  /// The lines that are known with what is known of them, in their order; empty where no line is.
  package let text: String

  /// More meanings than these are not written: whoever asks for one line is helped, and a novel helps nobody.
  private static let maximumMeanings = 12
  private static let maximumShown = 200

  /// Looks at each line for itself. In a log of many lines a single word is not taken for a question: programs print
  /// `running` and `stale` for reasons of their own.
  package init(of log: String, isASCII: Bool = false) {
    let lines = log.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isOneLine = lines.count { !$0.allSatisfy(\.isWhitespace) } == 1
    var told: Set<String> = []
    var text = ""
    for (number, line) in lines.enumerated() where isOneLine || line.contains(" ") {
      guard told.count < Self.maximumMeanings,
        let meaning = (try? Explanation(of: String(line), isASCII: isASCII))?.text,
        told.insert(meaning).inserted
      else { continue }
      let shown = SafeText(String(line.prefix(Self.maximumShown)), isASCII: isASCII).clipped(to: 66).text
      text += (text.isEmpty ? "" : "\n") + "line \(number + 1): \(shown)\n\n" + meaning
    }
    self.text = text
  }
}
