// A thread of its own for blocking reads: read(2) on a slow disk or a pipe and poll(2) on inotify would each hold one of
// the few threads of the cooperative pool, which all tasks of the program share.

internal import Glibc

/// Starts threads.
enum ReadingThread {
  private final class Job: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Runs `body` on a new thread; on the caller's where the system gives no thread.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let job = Unmanaged.passRetained(Job(body))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, job.toOpaque()
    )
    guard result == 0 else { return job.takeRetainedValue().body() }
    pthread_detach(thread)
  }
}
