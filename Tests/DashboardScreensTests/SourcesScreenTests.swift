// What the sources screen, the header and `:debug` say of a live feed, whole and in part.

import DashboardModel
import DashboardTesting
import Testing

@testable import DashboardScreens

@Suite("The sources screen of live feeds")
struct SourcesScreenTests {
  private let now = Timestamp.sampleNow

  private func ago(_ seconds: Int) -> Timestamp { now.advanced(by: .seconds(-seconds)) }

  private var connection: FeedConnection {
    var connection = FeedConnection(
      address: "https://10.0.0.1:6443", security: .unverified, login: "exec plugin kubelogin",
      serverVersion: "v1.32.4", startedAt: ago(7200))
    connection.requests = 151
    connection.receivedBytes = 12_345_678
    connection.firstFacts = .init(at: ago(3600), requests: 31)
    connection.nextTryAt = now.advanced(by: .seconds(9))
    connection.notes = ["kubelogin: token refreshed"]
    var pods = FollowedList(name: "pods", phase: .following)
    pods.requests = 4
    pods.kept = 1204
    pods.skipped = 14_000
    pods.changes = 7
    pods.heardAt = ago(30)
    var nodes = FollowedList(name: "nodes", phase: .waiting)
    nodes.requests = 1
    nodes.nextTryAt = now.advanced(by: .seconds(9))
    connection.lists = [pods, nodes, FollowedList(name: "gmsacredentialspecs", phase: .absent)]
    return connection
  }

  private func state(_ report: FeedReport) throws -> AppState {
    var journey = try Journey(nil, columns: 100, rows: 40)
    journey.act(.feedsChanged([report]))
    return journey.state
  }

  private var report: FeedReport {
    FeedReport(
      feed: "k8s:prod", status: .live, observedAt: ago(4), clusters: ["prod"], unreadableCount: 0,
      troubles: [
        KindTrouble(
          cluster: "prod", kind: .hosts, cause: .cannotConnect,
          reason: "10.0.0.1:6443 refused the connection",
          since: ago(60))
      ], connection: connection)
  }

  @Test("a feed in trouble is told with what it lost, how it is connected and when it tries again")
  func sources() throws {
    let page = SourcesScreen().page(try state(report))
    #expect(page.title == "Sources: 1, 1 with trouble")
    #expect(
      page.lines.prefix(13).map(\.text) == [
        "k8s:prod",
        "state       live; it follows the source as it changes",
        "no news of  nodes since 2026-11-24T09:40:00Z: 10.0.0.1:6443 refused the connection",
        "facts of    2026-11-24T09:40:56Z, just now",
        "clusters    prod",
        "server      https://10.0.0.1:6443, v1.32.4",
        "line        TLS, the server's certificate is not checked",
        "login       exec plugin kubelogin",
        "requests    31 until the first picture, 120 an hour since",
        "next try    in 9s",
        "note        kubelogin: token refreshed",
        "pods                 followed, 1,204 kept, 14,000 not needed, 7 changes, 4 requests, heard 30s ago",
        "nodes                tried again in 9s, 0 kept, 1 request",
      ])
    #expect(page.lines[0].isProblem)
  }

  @Test("the header names the kind that is not followed any more, since when and why")
  func header() throws {
    let status = FeedStatusText(feeds: [report], now: now, isPaused: false)
    #expect(status.isTrouble)
    #expect(
      status.text
        == "LIVE just now  NO NEWS of nodes since 09:40:00: 10.0.0.1:6443 refused the connection")
  }

  @Test("debug counts requests and bytes")
  func debug() throws {
    let page = DebugScreen().page(try state(report))
    #expect(
      page.lines.map(\.text).contains(
        "k8s:prod          31 until the first picture, 120 an hour since; 12,345,678 bytes came"))
  }
}
