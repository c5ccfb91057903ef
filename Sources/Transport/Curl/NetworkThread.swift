// The thread that libcurl runs on: waiting for a network would hold one of the few threads that all tasks share.

internal import Glibc

/// Starts the network's thread.
enum NetworkThread {
  private final class Job: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs `body` on a new thread that takes no signals: SIGPIPE of a connection that is gone becomes an error there,
  /// and the others go to the thread that owns the screen.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let job = Unmanaged.passRetained(Job(body))
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // A new thread begins with its maker's mask.
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque())
    precondition(result == 0, "the system gives no thread")
    pthread_detach(thread)
  }
}
