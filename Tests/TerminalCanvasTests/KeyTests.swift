// Names of keys, which key maps and the help are written in.

import TerminalCanvas
import Testing

@Suite struct KeyTests {
  @Test(
    "a key's name names that key",
    arguments: [
      "j", "G", "/", "ä", "enter", "esc", "space", "tab", "backtab", "up", "pgdn", "home", "ctrl-d",
      "ctrl-space",
      "alt-x", "alt-space", "f1", "f12", "backspace", "delete", "f",
    ])
  func roundTrip(name: String) throws {
    #expect(try #require(Key(name: name)).name == name)
  }

  @Test(
    "what names no key is refused",
    arguments: ["", "jj", "ctrl-", "ctrl-D", "f0", "f21", "Enter", "\n", "\u{1B}", " ", "alt-"])
  func refused(name: String) {
    #expect(Key(name: name) == nil)
  }
}
