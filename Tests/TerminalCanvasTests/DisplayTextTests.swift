// What outside text becomes before it is drawn.

import TerminalCanvas
import Testing

@Suite struct DisplayTextTests {
  @Test(
    "what a terminal obeys, hides or reorders is shown as a substitute",
    arguments: [
      ("a\u{1B}[31mb", "a?[31mb"), ("a\u{9B}31m", "a?31m"), ("a\u{7}\u{0}", "a??"),
      ("a\nb", "a|b"), ("a\r\nb", "a|b"), ("a\tb", "a>b"), ("a\rb", "a|b"),
      ("web\u{200B}-prod", "web?-prod"), ("\u{202E}exe", "?exe"), ("\u{2066}x\u{2069}", "?x?"),
      ("\u{FEFF}kind", "?kind"), ("\u{E000}", "?"), ("\u{378}", "?"), ("\u{301}x", "?x"),
      ("e\u{301}", "e\u{301}"), ("\u{2713}\u{FE0F}", "\u{2713}"),
      ("\u{FE0F}a", "?a"), ("a\u{3164}", "a?"),
    ])
  func substitutes(outside: String, shown: String) {
    #expect(DisplayText(outside).text.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(
    "text is measured in columns",
    arguments: [("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("✗⊘∅", 3), ("\u{1112}\u{1161}\u{11AB}", 2)])
  func columns(text: String, columns: Int) {
    #expect(DisplayText(text).columns == columns)
  }

  @Test("broken UTF-8 becomes replacement characters, one column each")
  func brokenUTF8() {
    let text = DisplayText(String(decoding: [0x61, 0xED, 0xA0, 0x80, 0xFF], as: UTF8.self))
    #expect(text.text.first == "a")
    #expect(text.text.dropFirst().allSatisfy { $0 == "\u{FFFD}" })
  }

  @Test("a text too long gives way at its end, in its middle or at its start")
  func clipping() {
    let text: DisplayText = "contoso-web-01"
    #expect(text.clipped(to: 8).text == "contoso~")
    #expect(text.clipped(to: 8, at: .middle).text == "cont~-01")
    #expect(text.clipped(to: 8, at: .start).text == "~-web-01")
    #expect(text.clipped(to: 1).text == "~")
    #expect(text.clipped(to: 0).text == "")
    #expect(DisplayText("日本語").clipped(to: 4).text == "日~")
  }

  @Test("a field is filled on the side that its alignment leaves free")
  func padding() {
    #expect(DisplayText("ab").padded(to: 5).text == "ab   ")
    #expect(DisplayText("ab").padded(to: 5, alignment: .trailing).text == "   ab")
    #expect(DisplayText("ab").padded(to: 5, alignment: .center).text == " ab  ")
    #expect(DisplayText("日本語").padded(to: 4).text == "日~ ")
  }
}
