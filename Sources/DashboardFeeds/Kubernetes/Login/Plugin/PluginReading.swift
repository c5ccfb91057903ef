// Reads what a program writes until it has ended, its time is over, or nobody wants it any more.

internal import Glibc

/// A pipe whose write end goes to a program.
final class PluginPipe {
  let readEnd: Int32
  private(set) var writeEnd: Int32

  init() throws(SystemErrorNumber) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemErrorNumber(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(readEnd)
    closeWriteEnd()
  }

  /// Lets the reader see the end once the program has closed its own.
  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}

/// What was read so far.
struct PluginReading {
  private let process: PluginProcess
  private let pipes: (output: PluginPipe, words: PluginPipe)
  private(set) var output: [UInt8] = []
  private(set) var words: [UInt8] = []

  init(_ process: PluginProcess, output: PluginPipe, words: PluginPipe) {
    self.process = process
    pipes = (output, words)
  }

  /// Reads until the program has ended, and ends it where it must not go on. What it has left running may hold the pipes
  /// for ever, so it is the program's own end that counts, and not theirs.
  mutating func read(_ child: ChildProcess, _ stop: StopSignal) -> PluginProcess.Ending {
    let deadline = ContinuousClock.now + process.timeLimit
    var isOpen = (output: true, words: true)
    while true {
      let ending = child.ending
      if isOpen.output { isOpen.output = take(pipes.output, \.output) }
      if isOpen.words { isOpen.words = take(pipes.words, \.words) }
      words.removeFirst(max(0, words.count - process.wordsLimit))
      let left = deadline - ContinuousClock.now
      if let reason = ending ?? reasonToEnd(stop, left) {
        if ending == nil { child.kill() }
        return reason
      }
      var polled = [
        pollfd(fd: isOpen.output ? pipes.output.readEnd : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen.words ? pipes.words.readEnd : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: child.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&polled, nfds_t(polled.count), Self.milliseconds(left))
    }
  }

  private func reasonToEnd(_ stop: StopSignal, _ left: Duration) -> PluginProcess.Ending? {
    if stop.isSignalled { return .cancelled }
    if output.count > process.outputLimit { return .wroteTooMuch }
    return left <= .zero ? .timedOut : nil
  }

  /// Rounded up, so that a wait does not end before its time.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    Int32(min((duration / .milliseconds(1)).rounded(.up), 60_000))
  }

  /// Reads what is there, up to the limit of output; false at the end.
  private mutating func take(_ pipe: PluginPipe, _ bytes: WritableKeyPath<PluginReading, [UInt8]>) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while output.count <= process.outputLimit {
      let count = Glibc.read(pipe.readEnd, &buffer, buffer.count)
      guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
      self[keyPath: bytes] += buffer[..<count]
      if self[keyPath: bytes].count > 4 << 20 { return true }
    }
    return true
  }
}
