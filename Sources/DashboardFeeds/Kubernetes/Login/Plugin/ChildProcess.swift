// A program that was started in a session of its own, and the thread that waits for its end.

internal import Glibc
import Synchronization

/// A program that runs, or has ended.
final class ChildProcess: Sendable {
  private let identifier: pid_t
  private let end: End

  /// How it ended; shared with the thread that waits for it.
  private final class End: Sendable {
    let ending = Mutex<PluginProcess.Ending?>(nil)
    let pipe = WakePipe()
  }

  /// Starts it: nothing on standard input, no descriptor but its three, no terminal to ask at.
  init(_ process: PluginProcess, output: PluginPipe, words: PluginPipe) throws(SystemErrorNumber) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writeEnd, 1)
    posix_spawn_file_actions_adddup2(&actions, words.writeEnd, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.prepare(&attributes)
    var words = ([process.program] + process.arguments).map { strdup($0) } + [nil]
    var variables = process.variables.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var identifier = pid_t()
    let code = posix_spawnp(&identifier, process.program, &actions, &attributes, &words, &variables)
    if code != 0 { throw SystemErrorNumber(code: code) }
    self.identifier = identifier
    end = End()
    ReadingThread.start { [identifier, end] in
      let ending = Self.wait(for: identifier)
      end.ending.withLock { $0 = ending }
      end.pipe.wake()
    }
  }

  /// A new session, and signals as a shell would hand them over: this program ignores or blocks some.
  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = setsNewSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// POSIX_SPAWN_SETSID, which glibc shows to _GNU_SOURCE alone. Source: glibc posix/spawn.h.
  private static let setsNewSession: Int32 = 0x80

  private static func wait(for identifier: pid_t) -> PluginProcess.Ending {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status: status >> 8 & 0xFF) : .signalled(signal)
  }

  /// How it ended; nil while it runs.
  var ending: PluginProcess.Ending? { end.ending.withLock { $0 } }

  /// Becomes readable when it has ended.
  var descriptor: Int32 { end.pipe.descriptor }

  /// Ends it and whatever it has started in its session, and waits a moment for its end.
  func kill() {
    // Whoever has ended already has left its number to others.
    end.ending.withLock { ending in
      if ending == nil { _ = Glibc.kill(-identifier, SIGKILL) }
    }
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&polled, 1, 1000)
  }
}
