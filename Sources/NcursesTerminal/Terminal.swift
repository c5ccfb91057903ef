// The operator's terminal: shows frames, waits for what happens, and leaves everything as it was found.

import CNcurses
import Glibc
package import TerminalCanvas

/// The terminal, through ncurses. To be made and used on one thread only, which is why it is not Sendable; ncurses is
/// not made for more. There can be one at a time.
package final class Terminal {
  /// What the operator should be told about this terminal.
  package let notice: TerminalNotice?
  /// True when the operator's locale can show more than ASCII.
  package let isUTF8: Bool
  /// Bytes sent to the terminal so far.
  package private(set) var bytesWritten = 0

  let device: TerminalDevice
  let description: TerminalDescription
  let standardError: StandardErrorCapture
  let signals: SignalPipe
  private let options: TerminalOptions
  private let meter = OutputMeter()
  private var writer: FrameWriter
  var reader: KeyReader
  /// What is on the screen; `nil` when it must be drawn from scratch.
  private var shown: Frame?
  private var isOpen = true
  var hasPendingInput = false
  /// How often the terminal claimed to have input but had none.
  var emptyReads = 0

  /// Takes over the terminal. Nothing is drawn before the first `show`.
  package init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    self.options = options
    device = try TerminalDevice()
    isUTF8 = cn_use_locale() == 1
    guard cn_crash_save_modes(device.input) == 1 else { throw .noControllingTerminal }
    // Before ncurses starts: it leaves a signal alone that has a handler, and would else ignore Ctrl-Z while it draws.
    signals = SignalPipe()
    do {
      description = try TerminalDescription(output: device.output, input: device.input)
    } catch {
      signals.close()
      throw error
    }
    notice = description.notice
    Self.setModes(of: device)
    writer = FrameWriter(usesColor: options.usesColor, isUTF8: isUTF8)
    reader = KeyReader()
    standardError = StandardErrorCapture()
    arm()
    device.write(description.pasteOn ?? [])
  }

  deinit {
    close()
  }

  /// Columns and rows of the screen.
  package var size: (columns: Int, rows: Int) { (Int(cn_columns()), Int(cn_lines())) }

  /// How many colours the terminal has: 8, 16, 88, 256; 0 where it has none or the operator wants none.
  package var colors: Int { writer.colors }

  /// Gives the terminal back as it was found, and prints what libraries wrote to stderr meanwhile.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    signals.close()
  }

  /// Makes the screen show a frame. Only rows that differ from what is shown are drawn.
  package func show(_ frame: Frame) {
    guard isOpen else { return }
    bytesWritten += meter.measure { draw(frame) }
    shown = frame
  }

  /// Draws everything anew at the next `show`, for a screen that something else wrote on (Ctrl-L).
  package func invalidate() {
    shown = nil
  }

  /// Gives the terminal to a child process (an editor, a pager) while the body runs.
  package func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    leave()
    defer { enter() }
    return try body()
  }

  /// Gives the terminal back for a while: the modes, the screen, stderr.
  func leave() {
    device.write(description.pasteOff ?? [])
    // Without a picture of our own ncurses never entered the alternate screen, and endwin would leave it anyway.
    curs_set(1)
    endwin()
    cn_crash_disarm()
    standardError.release()
  }

  /// Takes the terminal again after `leave` and redraws what it showed, in the size that it has now.
  func enter() {
    standardError.resume()
    arm()
    reset_prog_mode()
    device.write(description.pasteOn ?? [])
    followSize()
    guard let frame = shown else { return }
    shown = nil
    show(frame)
  }

  /// Tells ncurses the size that the terminal has now; true when it changed.
  @discardableResult
  func followSize() -> Bool {
    let (columns, rows) = device.size
    guard (columns, rows) != size else { return false }
    resize_term(Int32(rows), Int32(columns))
    shown = nil
    return true
  }

  private func draw(_ frame: Frame) {
    let lines = min(frame.grid.rows, size.rows)
    let before = shown.flatMap { $0.grid.bounds == frame.grid.bounds ? $0 : nil }
    if before == nil {
      werase(cn_stdscr())
      clearok(cn_curscr(), true)
    }
    let changed = (0..<lines).filter { row in
      before.map { !frame.grid.hasSameRow(row, as: $0.grid) } ?? true
    }
    changed.forEach { writer.write($0, of: frame.grid) }
    setMouse(frame.wantsMouse, was: before?.wantsMouse)
    placeCursor(frame.cursor)
    let isSynchronized = synchronizes(rows: changed.count)
    if isSynchronized { device.write(Array("\u{1B}[?2026h".utf8)) }
    wnoutrefresh(cn_stdscr())
    doupdate()
    if isSynchronized { device.write(Array("\u{1B}[?2026l".utf8)) }
  }

  private func synchronizes(rows: Int) -> Bool {
    switch options.synchronization {
    case .always: true
    case .never: false
    // A few rows reach the terminal in one piece anyway, and terminals without colours are too old to know.
    case .automatic: rows > 4 && has_colors()
    }
  }

  private func setMouse(_ isWanted: Bool, was: Bool?) {
    guard description.hasMouse, isWanted != was else { return }
    // Else ncurses would read on for the rest of whatever begins like a mouse report, and wait for it.
    keyok(KEY_MOUSE, isWanted)
    mousemask(isWanted ? MouseReader.buttons : 0, nil)
    mouseinterval(0)
  }

  private func placeCursor(_ cursor: Frame.Cursor?) {
    leaveok(cn_stdscr(), cursor == nil)
    curs_set(cursor == nil ? 0 : 1)
    if let cursor { wmove(cn_stdscr(), Int32(cursor.row), Int32(cursor.column)) }
  }

  private func arm() {
    let restore = description.restoreSequence
    restore.withUnsafeBytes { bytes in
      cn_crash_arm(
        device.output, bytes.baseAddress, bytes.count, options.crashNotice, standardError.file,
        standardError.original)
    }
  }

  private static func setModes(of device: TerminalDevice) {
    if getenv("ESCDELAY") == nil { set_escdelay(25) }
    // Not raw: Ctrl-C and Ctrl-Z stay signals.
    cbreak()
    noecho()
    nonl()
    cn_release_flow_control(device.input)
    intrflush(cn_stdscr(), false)
    leaveok(cn_stdscr(), true)
    idlok(cn_stdscr(), true)
  }
}
