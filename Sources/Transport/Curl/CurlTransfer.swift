// One transfer, as the network's thread writes it and a task reads it.

internal import Synchronization

/// What has come and was not read yet. At most `limit` bytes wait; then the transfer pauses.
final class CurlTransfer: Sendable {
  /// The head of an answer.
  struct Head: Sendable {
    var status: Int
    var headers: [HTTPHeader]
  }
  typealias HeadReader = CheckedContinuation<Result<Head, TransportFault>, Never>
  typealias BodyReader = CheckedContinuation<Result<[UInt8]?, TransportFault>, Never>

  fileprivate struct State {
    var head: Result<Head, TransportFault>?
    var headReader: HeadReader?
    var waiting: [UInt8] = []
    var isPaused = false
    var end: Result<Void, TransportFault>?
    var bodyReader: BodyReader?
  }

  /// How many bytes wait for their reader at most.
  static let limit = 256 << 10

  let plan: CurlPlan
  private let network: CurlNetwork
  private let state = Mutex(State())

  init(plan: CurlPlan, network: CurlNetwork) {
    self.plan = plan
    self.network = network
  }
}

// The network's side.
extension CurlTransfer {
  /// The head is complete.
  func deliver(_ head: Head) {
    let reader = state.withLock { state -> HeadReader? in
      guard state.head == nil else { return nil }
      state.head = .success(head)
      defer { state.headReader = nil }
      return state.headReader
    }
    reader?.resume(returning: .success(head))
  }

  /// Takes bytes of the body; false when they do not fit: the transfer pauses and they come again.
  func accept(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var reader: BodyReader?
    let fits = state.withLock { state in
      if let waiting = state.bodyReader {
        reader = waiting
        state.bodyReader = nil
        return true
      }
      guard state.waiting.count + bytes.count <= Self.limit || state.waiting.isEmpty else {
        state.isPaused = true
        return false
      }
      state.waiting.append(contentsOf: bytes)
      return true
    }
    reader?.resume(returning: .success(Array(bytes)))
    return fits
  }

  /// The transfer is over. Only the first end counts.
  func finish(_ end: Result<Void, TransportFault>) {
    let (headReader, bodyReader) = state.withLock { state -> (HeadReader?, BodyReader?) in
      guard state.end == nil else { return (nil, nil) }
      state.end = end
      if state.head == nil { state.head = .failure(end.fault ?? .closedEarly(.answer)) }
      defer {
        state.headReader = nil
        state.bodyReader = nil
      }
      return (state.headReader, state.bodyReader)
    }
    headReader?.resume(returning: .failure(end.fault ?? .closedEarly(.answer)))
    bodyReader?.resume(returning: end.map { nil })
  }

  /// Whether it has ended.
  var isOver: Bool { state.withLock { $0.end != nil } }

  /// Whether it waits for its reader. The time of such a wait is no silence of the server.
  var isPaused: Bool { state.withLock { $0.isPaused } }
}

// The reader's side.
extension CurlTransfer {
  /// Waits for the head.
  func head() async -> Result<Head, TransportFault> {
    await withCheckedContinuation { continuation in
      let head = state.withLock { state -> Result<Head, TransportFault>? in
        if state.head == nil { state.headReader = continuation }
        return state.head
      }
      if let head { continuation.resume(returning: head) }
    }
  }

  /// Waits for more of the body; nil at its end.
  func pull() async -> Result<[UInt8]?, TransportFault> {
    await withCheckedContinuation { continuation in
      var resumes = false
      let piece = state.withLock { state -> Result<[UInt8]?, TransportFault>? in
        if !state.waiting.isEmpty, !state.isCancelled {
          defer { state.waiting = [] }
          resumes = state.isPaused
          state.isPaused = false
          return .success(state.waiting)
        }
        if let end = state.end { return end.map { nil } }
        state.bodyReader = continuation
        return nil
      }
      if resumes { network.give(.resume(self)) }
      if let piece { continuation.resume(returning: piece) }
    }
  }
}

extension CurlTransfer.State {
  /// A reader that was told to stop gets no more of what had already come.
  fileprivate var isCancelled: Bool { end?.fault == .cancelled }
}

extension Result where Success == Void, Failure == TransportFault {
  /// What went wrong, if anything.
  var fault: TransportFault? {
    if case .failure(let fault) = self { fault } else { nil }
  }
}
