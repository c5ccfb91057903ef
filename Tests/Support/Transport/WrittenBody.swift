// A body that a test writes while a feed reads it: watches and event streams.

import Synchronization
package import Transport

/// The writing end of an answer's body.
package final class WrittenBody: Sendable {
  private struct State {
    var waiting: [Result<[UInt8]?, TransportFault>] = []
    var end: Result<[UInt8]?, TransportFault>?
    var reader: CheckedContinuation<Result<[UInt8]?, TransportFault>, Never>?
    var wasDropped = false
    var dropWatchers: [CheckedContinuation<Void, Never>] = []
  }
  private let state = Mutex(State())

  package init() {}

  /// Gives the reader a chunk.
  package func write(_ text: String) { give(.success(Array(text.utf8))) }

  /// Ends the body as a server does that is done.
  package func finish() { end(.success(nil)) }

  /// Breaks the body off.
  package func fail(_ fault: TransportFault) { end(.failure(fault)) }

  /// Returns when nobody reads the body any more.
  package func dropped() async {
    await withCheckedContinuation { continuation in
      let isDropped = state.withLock { state in
        if !state.wasDropped { state.dropWatchers.append(continuation) }
        return state.wasDropped
      }
      if isDropped { continuation.resume() }
    }
  }

  /// The reading end.
  package var body: HTTPBody {
    HTTPBody(pull: { await self.pull() }, end: { self.drop() })
  }

  private func give(_ piece: Result<[UInt8]?, TransportFault>) {
    let reader = state.withLock { state -> CheckedContinuation<Result<[UInt8]?, TransportFault>, Never>? in
      guard state.end == nil else { return nil }
      guard let reader = state.reader else {
        state.waiting.append(piece)
        return nil
      }
      state.reader = nil
      return reader
    }
    reader?.resume(returning: piece)
  }

  private func end(_ piece: Result<[UInt8]?, TransportFault>) {
    let reader = state.withLock { state -> CheckedContinuation<Result<[UInt8]?, TransportFault>, Never>? in
      guard state.end == nil else { return nil }
      state.end = piece
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(returning: piece)
  }

  private func drop() {
    end(.failure(.cancelled))
    let watchers = state.withLock { state in
      state.wasDropped = true
      defer { state.dropWatchers = [] }
      return state.dropWatchers
    }
    for watcher in watchers { watcher.resume() }
  }

  private func pull() async -> Result<[UInt8]?, TransportFault> {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let piece = state.withLock { state -> Result<[UInt8]?, TransportFault>? in
          if Task.isCancelled { return .failure(.cancelled) }
          if !state.waiting.isEmpty { return state.waiting.removeFirst() }
          if let end = state.end { return end }
          state.reader = continuation
          return nil
        }
        if let piece { continuation.resume(returning: piece) }
      }
    } onCancel: {
      end(.failure(.cancelled))
    }
  }
}
