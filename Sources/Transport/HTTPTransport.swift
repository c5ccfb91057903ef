// How the feeds reach servers: one function, so that a test can be the network.

/// Sends requests.
package protocol HTTPTransport: Sendable {
  /// Sends a request, and returns when the head of the answer is there. Cancelling the task ends the transfer, also while
  /// the body is read.
  func open(
    _ request: HTTPRequest, at endpoint: HTTPEndpoint
  ) async throws(TransportFault) -> HTTPResponse
}
