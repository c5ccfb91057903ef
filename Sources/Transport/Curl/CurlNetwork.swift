// The way from any task to the network's thread: orders, and a wake-up.

internal import CCurl
internal import Synchronization

/// What tasks want of the network's thread.
final class CurlNetwork: Sendable {
  /// Something to do.
  enum Order: Sendable {
    /// Begin a transfer.
    case start(CurlTransfer)
    /// A reader has taken what made a transfer pause.
    case resume(CurlTransfer)
    /// Nobody wants the rest.
    case cancel(CurlTransfer)
  }

  private struct State {
    var orders: [Order] = []
    /// libcurl's handle, as long as it can be woken.
    var multi: UInt
    var isStopped = false
  }
  private let state: Mutex<State>

  /// Starts the thread.
  init() {
    CurlLibrary.start()
    // An address, since a pointer may not cross threads. The thread owns what is there, and says when it is gone.
    let multi = UInt(bitPattern: curl_multi_init())
    state = Mutex(State(multi: multi))
    NetworkThread.start { [self] in
      if let handle = UnsafeMutableRawPointer(bitPattern: multi) { CurlLoop(handle, self).run() }
      close()
    }
  }

  /// Has the thread do something.
  func give(_ order: Order) {
    let isTaken = state.withLock { state in
      guard state.multi != 0 else { return false }
      state.orders.append(order)
      Self.wake(state)
      return true
    }
    if !isTaken, case .start(let transfer) = order { transfer.finish(.failure(.cancelled)) }
  }

  /// Ends the thread, and every transfer with it.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      Self.wake(state)
    }
  }

  /// What there is to do; nil when it is time to end.
  func takeOrders() -> [Order]? {
    state.withLock { state in
      guard !state.isStopped else { return nil }
      defer { state.orders = [] }
      return state.orders
    }
  }

  /// Takes no more orders, and wakes nobody any more; to be called before the handle goes.
  func close() {
    let left = state.withLock { state in
      state.multi = 0
      defer { state.orders = [] }
      return state.orders
    }
    for case .start(let transfer) in left { transfer.finish(.failure(.cancelled)) }
  }

  private static func wake(_ state: borrowing State) {
    if let multi = UnsafeMutableRawPointer(bitPattern: state.multi) { _ = curl_multi_wakeup(multi) }
  }
}

/// libcurl as a whole.
enum CurlLibrary {
  private static let started = cc_start_curl()

  /// Makes it ready, once in the life of the program.
  static func start() { _ = started }
}
