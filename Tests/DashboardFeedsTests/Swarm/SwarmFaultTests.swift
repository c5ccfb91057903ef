// Engines that are no manager, and answers that are none: each told apart, with the next step.

import DashboardModel
import DashboardTesting
import Testing
import Transport

@testable import DashboardFeeds

@Suite("What keeps a swarm's facts away")
struct SwarmFaultTests {
  typealias Answer = RecordedTransport.Answer

  private func info(_ swarm: String, system: String = "linux") -> Answer {
    .made(status: 200, body: Array(#"{"ServerVersion":"28.0","OSType":"\#(system)","Swarm":\#(swarm)}"#.utf8))
  }

  private func outage(_ changes: [String: [Answer]]) async throws -> FeedOutage {
    let network = SwarmNetwork(changes)
    let slice = try #require(await network.slice(of: network.feed()))
    return try #require(slice.status.outage)
  }

  @Test("an engine without a swarm, recorded, is sent to a manager or to swarm init")
  func off() async throws {
    let outage = try await outage(["/v1.41/info": [.recorded(SwarmNetwork.file("pre-info.http"))]])
    #expect(outage.cause == .cannotConnect && outage.reason.contains("docker swarm init"))
  }

  @Test("a Windows engine without a swarm is told that it is one")
  func windows() async throws {
    let outage = try await outage([
      "/v1.41/info": [info(#"{"LocalNodeState":"inactive"}"#, system: "windows")]
    ])
    #expect(outage.reason.contains("Windows engine"))
  }

  @Test("a worker, recorded, names the managers that it knows")
  func worker() async throws {
    let swarm = String(decoding: SwarmNetwork.file("info-worker-swarm.json"), as: UTF8.self)
    let outage = try await outage(["/v1.41/info": [info(swarm)]])
    #expect(outage.reason.contains("worker") && outage.reason.contains("10.77.0.1:2377, 10.77.0.2:2377"))
  }

  @Test(
    "locked, joining and failed are told apart",
    arguments: [
      (#"{"LocalNodeState":"locked"}"#, "docker swarm unlock"), (#"{"LocalNodeState":"pending"}"#, "joining"),
      (#"{"LocalNodeState":"error","Error":"certificates expired"}"#, "certificates expired"),
    ])
  func states(swarm: String, words: String) async throws {
    #expect(try await outage(["/v1.41/info": [info(swarm)]]).reason.contains(words))
  }

  @Test(
    "a swarm without a leader, recorded, is told as that", arguments: ["noquorum-nodes", "noquorum-tasks"])
  func noLeader(name: String) async throws {
    let outage = try await outage(["/v1.41/services": [.recorded(SwarmNetwork.file("\(name).http"))]])
    #expect(outage.cause == .cannotConnect && outage.reason.contains("no leader"))
  }

  @Test("the 20 s that a manager without a leader takes end in the same words")
  func deadline() async throws {
    let words = #"{"message":"rpc error: code = DeadlineExceeded desc = context deadline exceeded"}"#
    let outage = try await outage(["/v1.41/nodes": [.made(status: 500, body: Array(words.utf8))]])
    #expect(outage.reason.contains("no leader"))
  }

  @Test(
    "a version that the engine refuses, recorded, is told with DOCKER_API_VERSION where that asked for it")
  func version() async throws {
    for name in ["err-apiversion-too-new-400", "err-apiversion-too-old-400"] {
      let outage = try await outage(["/v1.41/info": [.recorded(SwarmNetwork.file("\(name).http"))]])
      #expect(outage.cause == .unreadable && outage.reason.contains("client version"))
    }
    let fault = EngineWords.fault(
      status: 400, words: "client version 1.20 is too old. Minimum supported API version is 1.44", path: "/",
      isPrescribed: true)
    #expect(fault.text.contains("DOCKER_API_VERSION"))
  }

  @Test("an engine that is too old, and something that is no engine")
  func noEngine() async throws {
    let old = Answer.made(status: 200, headers: [HTTPHeader("Api-Version", "1.24")])
    #expect(try await outage(["/_ping": [old]]).reason.contains("1.24"))
    #expect(try await outage(["/_ping": [.made(status: 200)]]).reason.contains("no docker engine"))
    let refused = Answer.made(status: 403, body: Array(#"{"message":"access denied"}"#.utf8))
    let outage = try await outage(["/_ping": [refused]])
    #expect(outage.cause == .notAuthorised && outage.reason.contains("access denied"))
  }

  @Test("an engine that wants TLS says how to give it")
  func wantsTLS() async throws {
    let words = Answer.made(
      status: 400, body: Array("Client sent an HTTP request to an HTTPS server.\n".utf8))
    #expect(try await outage(["/_ping": [words]]).reason.contains("DOCKER_TLS_VERIFY"))
  }

  @Test("permission denied on the socket says so")
  func socket() async throws {
    let outage = try await outage(["/_ping": [.fault(.socketForbidden(path: "/var/run/docker.sock"))]])
    #expect(outage.cause == .notAuthorised && outage.reason.contains("permission denied"))
  }

  @Test("ssh that cannot ask about a host key says so")
  func hostKey() async throws {
    let fault = TransportFault.command(
      .ended(program: "ssh", status: 255, words: "Host key verification failed.\r\n"))
    let outage = try await outage(["/_ping": [.fault(fault)]])
    #expect(outage.cause == .cannotConnect && outage.reason.contains("Host key verification failed."))
  }

  @Test("a list that the engine does not give is a trouble of that list; the rest of the picture stays")
  func oneList() async throws {
    for answer in [
      Answer.made(status: 500, body: Array(#"{"message":"disk full"}"#.utf8)),
      .made(status: 403, body: Array(#"{"message":"access denied"}"#.utf8)),
      .made(status: 200, body: Array(#"{"not":"a list"}"#.utf8)),
    ] {
      let network = SwarmNetwork(["/v1.41/configs": [answer]])
      let slice = try #require(await network.slice(of: network.feed()))
      #expect(slice.status == .live && slice.troubles.map(\.kind) == [.configs])
      #expect(!slice.facts.services.isEmpty && !slice.facts.replicas.isEmpty)
      let coverage = try #require(slice.facts.coverage.first { $0.kind == .configs })
      #expect(coverage.coverage != .everything)
    }
  }

  @Test("an answer that breaks off in its middle is no list")
  func cut() async throws {
    let whole = Recorded.text("swarm/tasks.json").bytes
    let network = SwarmNetwork(["/v1.41/tasks": [.made(status: 200, body: Array(whole.prefix(20_000)))]])
    let slice = try #require(await network.slice(of: network.feed()))
    #expect(slice.troubles.map(\.kind) == [.replicas])
    #expect(!slice.facts.services.isEmpty)
    let body = WrittenBody()
    body.write(String(decoding: whole.prefix(20_000), as: UTF8.self))
    body.fail(.closedEarly(.body))
    let outage = try await outage(["/v1.41/tasks": [.stream(body)]])
    #expect(outage.cause == .cannotConnect && outage.reason.contains("in the middle of an answer"))
  }

  @Test(
    "a config whose data is no base64 costs itself: the others stand, and nothing is called missing for it")
  func base64() async throws {
    let configs = #"""
      [{"ID":"a","Version":{"Index":1},"Spec":{"Name":"bad","Data":"%%%"}},
       {"ID":"b","Version":{"Index":2},"Spec":{"Name":"good","Labels":{"com.docker.gmsa.name":"x"},"Data":"e30="}},
       {"ID":"c","Version":{"Index":3},"Spec":{"Name":"nginx.conf","Data":"d29ya2VyCg=="}}]
      """#
    let network = SwarmNetwork(["/v1.41/configs": [.made(status: 200, body: Array(configs.utf8))]])
    let slice = try #require(await network.slice(of: network.feed()))
    #expect(slice.facts.credentialSpecs.map(\.id.name) == ["good"])
    #expect(slice.unreadable.count == 1 && slice.unreadable.first?.index == 0)
    #expect(slice.facts.coverage.first { $0.kind == .configs }?.coverage != .everything)
  }

  @Test("ten thousand configs are read, and those that are no credential spec keep no contents")
  func manyConfigs() async throws {
    let items = (0..<10_000).map {
      #"{"ID":"c\#($0)","Version":{"Index":\#($0)},"Spec":{"Name":"c\#($0)","Data":"eyJhIjoxfQ=="}}"#
    }
    let network = SwarmNetwork([
      "/v1.41/configs": [.made(status: 200, body: Array("[\(items.joined(separator: ","))]".utf8))]
    ])
    let slice = try #require(await network.slice(of: network.feed()))
    #expect(slice.connection?.lists.first { $0.name == "configs" }?.kept == 10_000)
    #expect(slice.facts.credentialSpecs.allSatisfy { $0.id.name.hasPrefix("c") == false })
  }

  @Test("a service that refers to a config that was removed refers to nothing that exists")
  func removedConfig() async throws {
    let network = SwarmNetwork(["/v1.41/configs": [.made(status: 200, body: Array("[]".utf8))]])
    let slice = try #require(await network.slice(of: network.feed()))
    let picture = Picture(of: Snapshot(merging: [slice]))
    let entries = (0..<picture.serviceByCredentialSpec.columns).map { picture.credentialSpec($0) }
    let config = try #require(entries.first { $0.id.name == "webapp01-v2" })
    #expect(config.existence == .absent)
  }
}
