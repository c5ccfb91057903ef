// The terminal's clipboard: what to send so that the operator's own machine holds a text, also through SSH, tmux and
// GNU screen (OSC 52: xterm's ctlseqs, "Operating System Commands", Ps = 52). A terminal never answers, so nobody can
// say more than that the text was sent.

import Glibc

/// How a text gets into the clipboard of the terminal, where one is known to take it.
package enum Clipboard: Hashable, Sendable {
  /// Sent as it is.
  case plain
  /// Through tmux, which has to be told to let it pass.
  case tmux
  /// Through GNU screen.
  case screen

  /// The longest text in bytes. hterm takes sequences of 100,000 bytes, the least of the terminals that name a limit and
  /// the one that other programs keep to (hterm's osc52.sh, k9s); base64 makes 99,992 of 74,994.
  package static let longestText = 74_994

  /// GNU screen before 4.2.1 shows what is beyond 512 bytes of one string, and before 2008 beyond 256 (hterm's osc52.sh).
  private static let screenChunk = 240

  /// The way to the clipboard of the terminal that the environment tells of; nil where it has none that programs reach:
  /// paper and consoles, Terminal.app, VTE (GNOME/vte#2495), and a screen or tmux of whose kind nobody can be sure.
  package init?(environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }) {
    func has(_ name: String) -> Bool { environment(name).map { !$0.isEmpty } ?? false }
    let term = environment("TERM") ?? ""
    if has("TMUX") {
      self = .tmux
    } else if has("STY") {
      self = .screen
    } else if term.hasPrefix("screen") || Self.hasNone(term) || has("VTE_VERSION")
      || environment("TERM_PROGRAM") == "Apple_Terminal"
    {
      return nil
    } else {
      self = .plain
    }
  }

  private static func hasNone(_ term: String) -> Bool {
    let beginnings = ["linux", "dumb", "vt", "ansi", "cons", "sun", "unknown"]
    return term.isEmpty || beginnings.contains { term.hasPrefix($0) }
  }

  /// The bytes that put a text into the clipboard.
  package func sequence(for text: String) -> [UInt8] {
    let plain = Array("\u{1B}]52;c;".utf8) + Base64.bytes(of: Array(text.utf8)) + [0x07]
    switch self {
    case .plain: return plain
    // What tmux does with a program's clipboard is the operator's choice: with `set-clipboard on` it takes the sequence
    // itself, with `allow-passthrough on` it hands the wrapped one on. The other one of the two it drops.
    case .tmux:
      let doubled = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return plain + Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
    case .screen:
      var bytes: [UInt8] = []
      for start in stride(from: 0, to: plain.count, by: Self.screenChunk) {
        let end = min(start + Self.screenChunk, plain.count)
        bytes += Array("\u{1B}P".utf8) + plain[start..<end] + Array("\u{1B}\\".utf8)
      }
      return bytes
    }
  }
}

/// RFC 4648, section 4.
private enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func bytes(of data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((data.count + 2) / 3 * 4)
    for start in stride(from: 0, to: data.count, by: 3) {
      let group = data[start..<min(start + 3, data.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isFilled = place <= group.count
        result.append(isFilled ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}

extension Terminal {
  /// Puts a text into the terminal's clipboard; false where the terminal has none, or the text is too long for it.
  /// True means sent: a terminal may refuse in silence.
  package func copy(_ text: String, to clipboard: Clipboard?) -> Bool {
    guard let clipboard, text.utf8.count <= Clipboard.longestText else { return false }
    device.write(clipboard.sequence(for: text))
    return true
  }
}
