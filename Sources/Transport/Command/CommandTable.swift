// The commands that are connections: started, listened to, and taken leave of. Lives on the network's thread alone.

internal import Glibc

/// A command that runs, or has ended while somebody may still ask why.
final class RunningCommand {
  let command: ConnectionCommand
  let process: pid_t
  /// This side's end of the connection; closed by whoever uses it.
  let socket: Int32
  /// Where its words come from; -1 after its last one.
  fileprivate(set) var errors: Int32
  /// How it ended, as the shell counts: 128 and the signal for a command that was killed.
  fileprivate(set) var status: Int32?
  /// When its connection was closed; it has a moment to leave then.
  fileprivate var leavesBy: ContinuousClock.Instant?
  fileprivate var endedAt: ContinuousClock.Instant?
  private var words: [UInt8] = []

  fileprivate init(_ command: ConnectionCommand, _ start: CommandStart, socket: Int32) {
    self.command = command
    process = start.process
    self.socket = socket
    errors = start.errors
  }

  /// Whether it ended and said all that it had to say.
  var hasEnded: Bool { status != nil && errors < 0 }

  /// Why it is no connection any more.
  var fault: CommandFault {
    let text = String(decoding: words, as: UTF8.self)
    return .ended(program: command.program, status: status, words: text)
  }

  /// Reads what it says; the last 2 KiB stay.
  fileprivate func listen() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while errors >= 0 {
      let count = read(errors, &buffer, buffer.count)
      if count > 0 {
        words = (words + buffer[..<count]).suffix(2048)
      } else if count < 0, errno == EAGAIN || errno == EINTR {
        return
      } else {
        close(errors)
        errors = -1
      }
    }
  }
}

/// The commands of a network.
struct CommandTable {
  private var commands: [RunningCommand] = []

  /// Starts a command on `connection`, whose other end is `socket`.
  mutating func start(
    _ command: ConnectionCommand, on connection: Int32, socket: Int32
  ) throws(CommandFault) -> RunningCommand {
    let running = RunningCommand(command, try CommandStart(command, on: connection), socket: socket)
    commands.append(running)
    return running
  }

  /// Where words may come from.
  var descriptors: [Int32] { commands.map(\.errors).filter { $0 >= 0 } }

  /// The command of these words that was started last.
  func latest(of command: ConnectionCommand) -> RunningCommand? { commands.last { $0.command == command } }

  /// When to look again for commands that ended without a sign; nil: there are none.
  var nextCheck: ContinuousClock.Instant? {
    commands.contains { $0.status == nil && ($0.leavesBy != nil || $0.errors < 0) }
      ? .now + .milliseconds(50) : nil
  }

  /// A command's connection was closed: it reads the end of its input, and should leave.
  func socketEnded(_ descriptor: Int32) {
    let command = commands.last { $0.socket == descriptor && $0.leavesBy == nil }
    command?.leavesBy = .now + .seconds(2)
  }

  /// Reads what commands say, and takes leave of those that ended.
  mutating func read() {
    let now = ContinuousClock.now
    for command in commands {
      command.listen()
      if command.status == nil { command.look() }
      if command.status != nil, command.endedAt == nil { command.endedAt = now }
      if command.status == nil, let leavesBy = command.leavesBy, leavesBy <= now {
        kill(command.process, SIGTERM)
        command.leavesBy = now + .seconds(2)
      }
    }
    // A job may still ask why its connection ended.
    commands.removeAll { command in
      guard let endedAt = command.endedAt, endedAt + .seconds(2) <= now else { return false }
      command.forget()
      return true
    }
  }

  /// Ends all of them.
  mutating func endAll() {
    for command in commands {
      if command.status == nil {
        kill(command.process, SIGTERM)
        command.look(waits: true)
      }
      command.forget()
    }
    commands = []
  }
}

extension RunningCommand {
  /// Looks whether it ended.
  fileprivate func look(waits: Bool = false) {
    var code: Int32 = 0
    guard waitpid(process, &code, waits ? 0 : WNOHANG) == process else { return }
    let signal = code & 0x7F
    status = signal == 0 ? (code >> 8) & 0xFF : 128 + signal
  }

  fileprivate func forget() {
    if errors >= 0 { close(errors) }
    errors = -1
  }
}
