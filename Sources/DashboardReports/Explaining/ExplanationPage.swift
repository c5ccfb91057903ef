// The page that an explanation is written on: sections of labelled lines, 80 columns, plain text.

import DashboardModel

struct ExplanationPage {
  private(set) var text = ""
  private let wrap: TextWrap

  init(isASCII: Bool) { wrap = TextWrap(width: 80, isASCII: isASCII) }

  var isEmpty: Bool { text.isEmpty }

  /// Starts a section, apart from the one before.
  private mutating func title(_ words: String) {
    if !isEmpty { text += "\n" }
    wrap.write("", words, to: &text)
    text += "\n"
  }

  private mutating func line(_ label: String, _ words: String?) {
    guard let words else { return }
    let padding = String(repeating: " ", count: max(1, 10 - label.count))
    wrap.write(label + padding, words, to: &text)
  }
}

extension ExplanationPage {
  /// A rule's page, as docs/findings has it.
  mutating func write(_ card: RuleCard) {
    title("\(card.id) \(card.name) (\(card.severity.rawValue), since \(card.since))")
    line("Means", card.page.means)
    line("Matters", card.page.matters)
    line("Confirm", card.page.confirm)
    line("Fix", card.page.fix)
    for (index, source) in card.page.sources.enumerated() { line(index == 0 ? "Sources" : "", source) }
  }

  mutating func write(_ state: CellState) {
    let glyph = wrap.isASCII ? state.asciiGlyph : state.glyph
    let shown = state == .blank ? "drawn as a blank" : "drawn as \(glyph)"
    let ascii = wrap.isASCII || state.glyph == state.asciiGlyph ? "" : ", in ASCII as \(state.asciiGlyph)"
    title("state \(state.word): \(shown)\(ascii), \(Self.severity(of: state))")
    for face in Face.allCases {
      guard let meaning = state.meaning(in: face) else { continue }
      wrap.write(Self.padded("\(face.rawValue) \(face.title)"), meaning, to: &text)
    }
    let cards = RuleCatalogue.all.map { $0.card }
    let findings = state.findingIDs.compactMap { id in cards.first { $0.id == id } }
    if !findings.isEmpty {
      text += "\n"
      line("Findings", findings.map { "\($0.id)\u{A0}\($0.name)" }.joined(separator: ", "))
    }
  }

  /// Unknown is not fine (semantics.md, honest rule 2).
  private static func severity(of state: CellState) -> String {
    state == .unverified ? "neither a problem nor fine" : state.severity?.rawValue ?? "no problem"
  }

  /// The longest face title has 20 characters.
  private static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(1, 22 - label.count))
  }

  mutating func write(_ event: WindowsEvent) {
    title("event \(event.id) of \(event.shortLog)\(event.isTrouble ? "" : " (no trouble)")")
    line("Means", event.means)
    line("Check", event.check)
    line("Log", event.log)
    line("Source", event.source)
  }

  mutating func write(_ term: Term) {
    title(term.aliases.isEmpty ? term.word : "\(term.word) (also: \(term.aliases.joined(separator: ", ")))")
    line("Means", term.means)
  }
}

extension ExplanationPage {
  mutating func write(_ meaning: WindowsErrorMeaning) {
    title(meaning.names.joined(separator: ", "))
    let numbers = meaning.codes.map { $0 <= 0xFFFF ? "\($0)" : WindowsErrorCode.hexadecimal($0) }
    line("Number", numbers.joined(separator: ", "))
    writeBody(meaning)
  }

  mutating func write(_ code: WindowsErrorCode, asTyped typed: String) {
    let hexadecimal = WindowsErrorCode.hexadecimal(code.value)
    let isSame = typed.lowercased() == hexadecimal.lowercased()
    let name = code.symbol ?? "not a known code"
    title("\(typed)\(isSame ? "" : " = \(hexadecimal)"): \(name)")
    for (index, sentence) in code.bits.enumerated() { line(index == 0 ? "Bits" : "", sentence) }
    if let meaning = code.meaning {
      writeBody(meaning)
    } else {
      line("Means", "unknown: no table of this program has it, and its bits tell no more than the above")
      line(
        "Check",
        "the text around it: gmsa-tui explain \"…the whole line…\"; on Windows: certutil -error "
          + WindowsErrorCode.hexadecimal(code.carried))
    }
  }

  private mutating func writeBody(_ meaning: WindowsErrorMeaning) {
    line("Means", meaning.means)
    line("Likely", meaning.cause ?? "nothing that concerns a credspec")
    line("Check", meaning.check)
    if meaning.concernsIdentity { line("Finding", Self.finding("GMSA604")) }
    line("Source", meaning.source)
  }

  mutating func write(_ pasted: PastedText) {
    if let known = pasted.known {
      title("known text of: \(known.origin.rawValue)")
      line("Text", "… \(known.pattern) …")
      line("Means", known.means)
      line("Likely", known.cause)
      line("Check", known.check)
      line("Finding", known.rule.map(Self.finding))
      line("Source", known.source)
    }
    for code in pasted.codes {
      let hexadecimal = WindowsErrorCode.hexadecimal(code.value)
      write(code, asTyped: code.form == .win32 ? "\(code.value)" : hexadecimal)
    }
    for meaning in pasted.symbols { write(meaning) }
  }

  /// `GMSA604 runtime-error`, with the way to its page.
  private static func finding(_ id: String) -> String {
    let card = RuleCatalogue.all.lazy.map { $0.card }.first { $0.id == id }
    return card.map { "\($0.id) \($0.name) (gmsa-tui explain \($0.id))" } ?? id
  }
}
