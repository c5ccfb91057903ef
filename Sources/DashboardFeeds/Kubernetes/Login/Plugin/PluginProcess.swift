// Runs a program to its end without a terminal: a session of its own, nothing on standard input, what it writes bounded,
// and an end to it when its time is over.

internal import Glibc

/// What is run, and within which bounds.
struct PluginProcess: Sendable {
  /// A path, or a name that is looked up in PATH.
  var program: String
  var arguments: [String]
  /// `NAME=value` each; the whole environment of the program.
  var variables: [String]
  /// The most that is kept of standard output, in bytes.
  var outputLimit = 1 << 20
  /// The end of standard error that is kept, in bytes.
  var wordsLimit = 8 << 10
  var timeLimit: Duration

  /// How it ended.
  enum Ending: Hashable, Sendable {
    case exited(status: Int32)
    case signalled(Int32)
    case timedOut
    case cancelled
    case wroteTooMuch
  }

  /// What came of it.
  struct Outcome: Hashable, Sendable {
    var ending: Ending
    var output: [UInt8]
    /// The end of what it wrote to standard error.
    var words: [UInt8]
  }

  /// Runs it on a thread of its own. Cancelling ends the program.
  func outcome() async throws(SystemErrorNumber) -> Outcome {
    let stop = StopSignal()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Ended, Never>) in
        ReadingThread.start {
          do throws(SystemErrorNumber) {
            continuation.resume(returning: .success(try run(stop)))
          } catch {
            continuation.resume(returning: .failure(error))
          }
        }
      }
    } onCancel: {
      stop.signal()
    }
    return try result.get()
  }

  private typealias Ended = Result<Outcome, SystemErrorNumber>

  /// Runs it on this thread.
  func run(_ stop: StopSignal) throws(SystemErrorNumber) -> Outcome {
    let output = try PluginPipe()
    let words = try PluginPipe()
    let child = try ChildProcess(self, output: output, words: words)
    output.closeWriteEnd()
    words.closeWriteEnd()
    var reading = PluginReading(self, output: output, words: words)
    let ending = reading.read(child, stop)
    return Outcome(ending: ending, output: reading.output, words: reading.words)
  }
}

/// A number of errno.
struct SystemErrorNumber: Error, Hashable, Sendable {
  let code: Int32
}
