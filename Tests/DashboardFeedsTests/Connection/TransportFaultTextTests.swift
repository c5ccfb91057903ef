// The words of every fault of a connection, as one list that a person can review.

import DashboardModel
import DashboardTesting
import Testing
import Transport

@testable import DashboardFeeds

@Suite("Words of connections")
struct TransportFaultTextTests {
  private static let stages: [TransportStage] = [.lookup, .connecting, .handshake, .answer, .body]
  private static let tls: [TLSFault] = [
    .wrongName(expected: "api.example"), .unknownAuthority, .serverExpired, .serverNotYetValid,
    .serverRejected(reason: "reason"), .clientExpired, .clientMissing, .clientRejected(reason: "reason"),
    .clientUnusable(reason: "reason"), .authoritiesUnusable, .noTLS, .other(reason: "reason"),
  ]
  private static let proxies: [ProxyFault] = [
    .nameNotFound, .unreachable(reason: "reason"), .refusedWay(status: 407), .refusedWay(status: 403),
    .other(reason: "reason"),
  ]
  private static let commands: [CommandFault] = [
    .notStarted(program: "ssh", reason: "No such file or directory"),
    .ended(program: "ssh", status: 255, words: "\u{1B}[1mpermission denied\u{1B}[0m\n"),
    .ended(program: "ssh", status: nil, words: ""),
  ]

  private static var faults: [TransportFault] {
    let plain: [TransportFault] = [
      .nameNotFound(host: "h"), .refused, .unreachable(reason: "No route to host"), .noSocket(path: "/s"),
      .socketForbidden(path: "/s"),
    ]
    let others: [TransportFault] = [
      .silent(.seconds(30)), .noHTTP(reason: "reason"), .unsendable(reason: "reason"), .cancelled,
      .other(reason: "reason"),
    ]
    return plain + stages.map { .timedOut($0) } + stages.map { .closedEarly($0) } + tls.map { .tls($0) }
      + proxies.map { .proxy($0) } + commands.map { .command($0) } + others
  }

  @Test("every fault says where, what, and what to do")
  func words() {
    let endpoint = HTTPEndpoint(.host("h", port: 6443), tls: TLSSettings())
    let lines = Self.faults.map { "\($0.cause.rawValue)  \($0.text(at: endpoint))" }
    Golden(folder: "Golden").expect(lines.joined(separator: "\n") + "\n", named: "words.txt")
  }
}
