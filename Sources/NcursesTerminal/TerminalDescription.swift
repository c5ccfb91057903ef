// What terminfo says about the operator's terminal: how we start on it and how we leave it.

import CNcurses
import Glibc
import TerminalCanvas

/// The terminal type in use.
struct TerminalDescription {
  /// Names that nearly every terminal understands, best first, for a TERM that terminfo does not know.
  private static let substitutes = ["xterm-256color", "xterm", "ansi", "vt100"]

  let notice: TerminalNotice?
  /// Switches bracketed paste on and off; `nil` when the terminal is not known to have it.
  let pasteOn: [UInt8]?
  let pasteOff: [UInt8]?
  let hasMouse: Bool

  /// Starts ncurses on the terminal, with the first type that terminfo knows.
  init(output: Int32, input: Int32) throws(TerminalError) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    use_env(true)
    use_tioctl(true)
    guard let used = Self.start([name] + Self.substitutes, output: output, input: input) else {
      throw .unknown(term: name)
    }
    guard Self.capability("cup") != nil else {
      Self.abandon()
      throw .dumb(term: name)
    }
    notice = used == name ? nil : .unknownTerm(name: name, substitute: used)
    pasteOn = Self.capability("BE")
    pasteOff = Self.capability("BD")
    hasMouse = Self.capability("kmous") != nil
  }

  /// Bytes that leave the terminal as it should be after us, whatever state we were in.
  var restoreSequence: [UInt8] {
    var bytes: [UInt8] = []
    if hasMouse { bytes += Array("\u{1B}[?1000l\u{1B}[?1006l".utf8) }
    bytes += pasteOff ?? []
    if Self.capability("setaf") != nil { bytes += Array("\u{1B}[?2026l".utf8) }
    for name in ["sgr0", "op", "rmkx", "cnorm", "rmcup"] { bytes += Self.capability(name) ?? [] }
    return bytes + [0x0D]
  }

  private static func start(_ names: [String], output: Int32, input: Int32) -> String? {
    names.first { !$0.isEmpty && cn_newterm($0, output, input) != nil }
  }

  /// Undoes what ncurses did to the terminal's modes; there is no screen to leave.
  private static func abandon() {
    endwin()
  }

  /// A string of terminfo without the delays (`$<5>`) that only paper terminals need.
  private static func capability(_ name: String) -> [UInt8]? {
    guard let value = cn_terminfo(name) else { return nil }
    var bytes: [UInt8] = []
    var isDelay = false
    for byte in String(cString: value).utf8 {
      if byte == UInt8(ascii: "$") { isDelay = true }
      if !isDelay { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isDelay = false }
    }
    return bytes
  }
}
