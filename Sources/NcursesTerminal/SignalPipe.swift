// Signals as bytes in a pipe: handlers only leave a note, the loop acts on it between two frames.

import CNcurses
import Glibc

/// The signals that concern the terminal. All of them are taken over before ncurses starts: its own handlers do too much
/// inside of a signal, and it installs them only where there is none.
struct SignalPipe {
  let descriptor: Int32

  /// Takes the signals over. A hang-up or stop that our parent chose to ignore (`nohup`, a shell without job control)
  /// stays ignored. The window signal goes through the pipe as well, so any thread may receive it.
  init() {
    descriptor = cn_signals_open()
    for signal in [SIGINT, SIGTERM, SIGCONT, SIGWINCH] { cn_signals_report(signal, 0) }
    for signal in [SIGHUP, SIGTSTP] { cn_signals_report(signal, 1) }
    cn_signals_ignore(SIGPIPE)
  }

  /// The signals since the last call, each once.
  func drain() -> Set<Int32> {
    cn_signals_heard()
    var signals: Set<Int32> = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return signals }
      signals.formUnion(buffer[..<count].map(Int32.init))
    }
  }

  /// Gives the signals back.
  func close() {
    for signal in [SIGINT, SIGTERM, SIGCONT, SIGWINCH, SIGHUP, SIGTSTP] {
      cn_signals_default(signal)
    }
  }

  /// Stops the process as Ctrl-Z would have, and returns when it runs again. In a process group that no shell watches
  /// nothing stops.
  func stopProcess() {
    cn_signals_default(SIGTSTP)
    cn_signals_default(SIGCONT)
    raise(SIGTSTP)
    cn_signals_report(SIGTSTP, 0)
    cn_signals_report(SIGCONT, 0)
  }
}
