// A line of a log or an event, searched for everything that is known: texts, numbers, symbols.

import DashboardModel

/// What is known inside a text from anywhere.
struct PastedText {
  let known: KnownErrorText?
  let codes: [WindowsErrorCode]
  /// Meanings of symbols that stand in the text and of which it has no number.
  let symbols: [WindowsErrorMeaning]

  init(_ text: String) {
    known = KnownErrorTexts.first(in: text)
    codes = ErrorNumbers.found(in: text)
    let numbered = Set(codes.compactMap(\.meaning))
    var found: [WindowsErrorMeaning] = []
    let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
    for word in words where word.contains("_") {
      guard let meaning = WindowsErrorMeaning.named(String(word)) else { continue }
      if !numbered.contains(meaning), !found.contains(meaning) { found.append(meaning) }
    }
    symbols = found
  }
}
