// A network that plays recorded answers, so that feeds can be tested without one.

import Foundation
import Synchronization
package import Transport

/// Answers requests from a script, and keeps what was asked.
package final class RecordedTransport: HTTPTransport {
  /// What a request meets.
  package enum Answer: Sendable {
    /// A recorded answer: status line, headers, an empty line, the body. It comes in chunks of `chunk` bytes.
    case recorded([UInt8], chunk: Int = 16 << 10)
    /// A status and a body, where nothing was recorded.
    case made(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = [])
    /// A body that a test writes while it is read.
    case stream(WrittenBody, status: Int = 200, headers: [HTTPHeader] = [])
    /// No answer.
    case fault(TransportFault)
    /// Nothing happens until the task is cancelled.
    case never
  }

  /// A request as it was made.
  package struct Asked: Hashable, Sendable {
    package let request: HTTPRequest
    package let endpoint: HTTPEndpoint
    /// `/path?query`, as a script names it.
    package let target: String
  }

  private struct State {
    var answers: [String: [Answer]]
    var asked: [Asked] = []
    var watchers: [AsyncStream<Asked>.Continuation] = []
  }
  private let state: Mutex<State>

  /// A network with answers by `/path?query` (unescaped), or by path alone for any query. Of several answers for one
  /// target each is given once and the last one from then on; a target without any gets 404.
  package init(_ answers: [String: [Answer]]) {
    state = Mutex(State(answers: answers))
  }

  /// The requests so far, in their order.
  package var asked: [Asked] { state.withLock { $0.asked } }

  /// The requests from now on, so that a test can await one.
  package func asking() -> AsyncStream<Asked> {
    let (stream, continuation) = AsyncStream.makeStream(of: Asked.self)
    state.withLock { $0.watchers.append(continuation) }
    return stream
  }

  /// Other answers for a target from now on.
  package func answer(_ target: String, _ answers: Answer...) { answer(target, inTurn: answers) }

  /// The same for a list of answers.
  package func answer(_ target: String, inTurn answers: [Answer]) {
    state.withLock { $0.answers[target] = answers }
  }

  package func open(
    _ request: HTTPRequest, at endpoint: HTTPEndpoint
  ) async throws(TransportFault) -> HTTPResponse {
    let asked = Asked(request: request, endpoint: endpoint, target: Self.target(request))
    let answer = state.withLock { state in
      state.asked.append(asked)
      for watcher in state.watchers { watcher.yield(asked) }
      return Self.next(asked.target, &state.answers) ?? Self.next(request.path, &state.answers)
    }
    if Task.isCancelled { throw .cancelled }
    switch answer {
    case .recorded(let bytes, let chunk): return try Self.response(bytes, chunk)
    case .made(let status, let headers, let body):
      return HTTPResponse(status: status, headers: headers, body: Self.body(body, chunk: 16 << 10))
    case .stream(let body, let status, let headers):
      return HTTPResponse(status: status, headers: headers, body: body.body)
    case .fault(let fault): throw fault
    case .never:
      let nothing = WrittenBody()
      _ = try await nothing.body.collected()
      throw .cancelled
    case nil:
      return HTTPResponse(status: 404, headers: [], body: Self.body([], chunk: 1))
    }
  }

  private static func target(_ request: HTTPRequest) -> String {
    let query = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    return query.isEmpty ? request.path : "\(request.path)?\(query)"
  }

  private static func next(_ target: String, _ answers: inout [String: [Answer]]) -> Answer? {
    guard let queue = answers[target], let first = queue.first else { return nil }
    if queue.count > 1 { answers[target] = Array(queue.dropFirst()) }
    return first
  }

  private static func response(_ bytes: [UInt8], _ chunk: Int) throws(TransportFault) -> HTTPResponse {
    var data = Data(bytes)
    // Recordings begin with a line that says what was asked.
    while data.first == UInt8(ascii: "#"), let end = data.firstIndex(of: 10) {
      data = Data(data[(end + 1)...])
    }
    guard let gap = data.firstRange(of: Data("\r\n\r\n".utf8)) else {
      throw .noHTTP(reason: "the recording has no empty line")
    }
    let lines = String(decoding: data[..<gap.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    guard let status else { throw .noHTTP(reason: "the recording has no status line") }
    let headers = lines.dropFirst().compactMap { line -> HTTPHeader? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return HTTPHeader(String(line[..<colon]), String(value))
    }
    return HTTPResponse(
      status: status, headers: headers, body: body(Array(data[gap.upperBound...]), chunk: chunk))
  }

  private static func body(_ bytes: [UInt8], chunk: Int) -> HTTPBody {
    let position = Mutex(0)
    return HTTPBody(pull: {
      position.withLock { position in
        guard position < bytes.count else { return .success(nil) }
        let end = min(position + chunk, bytes.count)
        defer { position = end }
        return .success(Array(bytes[position..<end]))
      }
    })
  }
}
