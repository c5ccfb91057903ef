// An answer: its status and headers are there, its body comes as it is read.

/// An answer of a server, whatever its status.
package struct HTTPResponse: Sendable {
  /// 200, 404 …
  package let status: Int
  /// As they came.
  package let headers: [HTTPHeader]
  /// What follows. It must be read to its end, or dropped: either ends the transfer.
  package let body: HTTPBody

  package init(status: Int, headers: [HTTPHeader], body: HTTPBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of this name, whatever its case.
  package func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name.lowercased() == wanted }?.value
  }
}

/// The bytes of an answer, in chunks of any size, once. What is not asked for is not read from the network, beyond a
/// fixed amount: a slow reader costs no memory.
package struct HTTPBody: AsyncSequence, Sendable {
  package typealias Element = [UInt8]
  package typealias Failure = TransportFault

  /// Gives the next chunk; nil at the end.
  package typealias Pull = @Sendable () async -> Result<[UInt8]?, TransportFault>

  /// Ends the transfer when nobody holds the body any more.
  fileprivate final class Lease: Sendable {
    let pull: Pull
    let end: @Sendable () -> Void

    init(pull: @escaping Pull, end: @escaping @Sendable () -> Void) {
      self.pull = pull
      self.end = end
    }
    deinit { end() }
  }

  private let lease: Lease

  /// A body.
  /// - Parameters:
  ///   - pull: Gives the next chunk.
  ///   - end: Called once, when nobody will pull any more.
  package init(pull: @escaping Pull, end: @escaping @Sendable () -> Void = {}) {
    lease = Lease(pull: pull, end: end)
  }

  package struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let lease: Lease

    package mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws(TransportFault) -> [UInt8]? {
      try await lease.pull().get()
    }

    package mutating func next() async throws(TransportFault) -> [UInt8]? {
      try await lease.pull().get()
    }
  }

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(lease: lease) }

  /// All bytes up to `limit`, for small answers and the words of errors; what lies beyond is not read.
  package func collected(upTo limit: Int = 1 << 20) async throws(TransportFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var iterator = makeAsyncIterator()
    while bytes.count < limit, let chunk = try await iterator.next() {
      bytes += chunk.prefix(limit - bytes.count)
    }
    return bytes
  }
}
