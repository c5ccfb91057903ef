// A real terminal of the kernel's with a program in it, and a screen in memory that shows what the program sends.

package import Glibc
import TerminalCanvas

/// A program under a pseudo-terminal.
package final class PseudoTerminal {
  /// What the terminal shows.
  package private(set) var screen: VirtualScreen
  /// The bytes that the program sent.
  package private(set) var received: [UInt8] = []
  package let process: pid_t
  private let master: Int32
  private let slave: Int32
  private var isOpen = true
  /// The terminal's modes before the program ran.
  private let earlierModes: termios

  /// What `start` can fail with.
  package struct Failure: Error {
    package let what: String
  }

  /// Starts a program with the terminal as its controlling one. `input` replaces standard input.
  package init(
    _ arguments: [String], environment: [String: String], columns: Int = 80, rows: Int = 24,
    input: String? = nil
  ) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    let (master, name) = try Self.openMaster()
    self.master = master
    // Held open so that the program's exit cannot discard what it sent last.
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var modes = termios()
    tcgetattr(slave, &modes)
    earlierModes = modes
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try Self.spawn(arguments, environment, terminal: name, input: input)
  }

  deinit {
    if isOpen {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(slave)
    hangUp()
  }

  /// Types text at the keyboard.
  package func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Types bytes at the keyboard, whatever they are.
  package func type(bytes: [UInt8]) {
    _ = write(master, bytes, bytes.count)
  }

  /// What a program sent when a key was pressed.
  package struct Answer: Sendable {
    /// From the key to the last byte before the silence; nil where nothing came.
    package var last: Duration?
    /// How many bytes came.
    package var bytes = 0
  }

  /// Types, and waits until the program has answered and then been silent for so long; without an answer it waits until its
  /// patience is over. Nothing is drawn on the screen in memory before the silence, so that it costs the answer no time.
  package func press(
    _ text: String, quiet: Duration = .milliseconds(30), patience: Duration = .seconds(1)
  ) -> Answer {
    let start = ContinuousClock.now
    type(text)
    var answer = Answer()
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let limit = bytes.isEmpty ? patience - (ContinuousClock.now - start) : quiet
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, Int32(max(0, limit / .milliseconds(1)))) > 0 else { break }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      answer.last = ContinuousClock.now - start
      bytes += buffer[..<count]
    }
    answer.bytes = bytes.count
    received += bytes
    screen.feed(bytes)
    return answer
  }

  /// Forgets the bytes that were received: a long run need not keep them.
  package func forget() { received = [] }

  /// Changes the size of the terminal; the kernel tells the program.
  package func resize(columns: Int, rows: Int) {
    pump(milliseconds: 0)
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until the screen is as wanted; false when that does not happen within the time. A frame that the program sends
  /// as one (private mode 2026) is looked at when it is whole, as an operator sees it; a smaller one may arrive in pieces,
  /// so a test that wants two things waits for both.
  package func wait(seconds: Double = 60, until isWanted: (VirtualScreen) -> Bool) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    pump(milliseconds: 0)
    while screen.isWithinFrame || !isWanted(screen) {
      guard ContinuousClock.now < end else { return false }
      pump(milliseconds: 20)
    }
    return true
  }

  /// Waits until the screen shows a text.
  package func wait(for text: String, seconds: Double = 60) -> Bool {
    wait(seconds: seconds) { $0.text.contains(text) }
  }

  /// Waits until the program ends and returns its exit status, or 128 and the signal that killed it, as a shell does;
  /// `nil` when it does not end.
  package func waitForExit(seconds: Double = 60) -> Int32? {
    let end = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while ContinuousClock.now < end {
      pump(milliseconds: 5)
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      isOpen = false
      pump(milliseconds: 0)
      return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
    return nil
  }

  /// Pulls the plug: the terminal is gone.
  package func hangUp() {
    guard !isClosed else { return }
    isClosed = true
    close(master)
  }

  /// What the program left behind that was not so before it ran: modes of the screen and of the line. Empty is good.
  package var leftovers: [String] {
    var found = screen.modes.symmetricDifference(VirtualScreen.initialModes).sorted().map { "mode \($0)" }
    if screen.isKeypadActive { found.append("keypad") }
    if screen.style != .plain { found.append("style") }
    var modes = termios()
    tcgetattr(slave, &modes)
    if modes.c_lflag != earlierModes.c_lflag || modes.c_iflag != earlierModes.c_iflag
      || modes.c_oflag != earlierModes.c_oflag
    {
      found.append("line modes")
    }
    return found + screen.unknown
  }

  private var isClosed = false

  /// Reads what the program sent, waiting for it no longer than that.
  private func pump(milliseconds: Int32) {
    guard !isClosed else {
      poll(nil, 0, milliseconds)
      return
    }
    var wait = milliseconds
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, wait) > 0 else { return }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      received += buffer[..<count]
      screen.feed(buffer[..<count])
      wait = 0
    }
  }

  /// What `posix_openpt`, `unlockpt` and `ptsname` do; Glibc's module does not show them.
  private static func openMaster() throws -> (descriptor: Int32, name: String) {
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
    var (locked, number): (Int32, UInt32) = (0, 0)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, getNumber, &number) == 0 else {
      throw Failure(what: "no pseudo-terminal: errno \(errno)")
    }
    return (master, "/dev/pts/\(number)")
  }

  private static func spawn(
    _ arguments: [String], _ environment: [String: String], terminal: String, input: String?
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 1, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    posix_spawn_file_actions_addopen(&actions, 0, input ?? terminal, O_RDWR, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Glibc's module does not show
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var process: pid_t = 0
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    let status = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    guard status == 0 else { throw Failure(what: "cannot start \(arguments): errno \(status)") }
    return process
  }
}
