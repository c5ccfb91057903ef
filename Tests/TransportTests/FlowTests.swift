// Nothing grows: slow readers, cancelled tasks, and a thousand connections.

import Foundation
import Synchronization
import Testing
import Transport

@Suite(
  "What a transport holds", .serialized, .enabled(if: LoopbackServer.canRun, "needs python3 and openssl"))
struct FlowTests {
  @Test("a slow reader of a huge body costs no memory, and gets every byte")
  func slowReader() async throws {
    let transport = CurlTransport()
    let server = try LoopbackServer()
    let size = 300 << 20
    var request = HTTPRequest(get: "/bytes", query: [QueryItem("\(size)", "")])
    request.silenceLimit = .seconds(60)
    // Warm, so that buffers made once do not count.
    _ = try await transport.open(HTTPRequest(get: "/echo"), at: server.plain).body.collected()
    let before = ResidentMemory.kibibytes
    let response = try await transport.open(request, at: server.plain)
    var count = 0
    var highest = 0
    var chunks = 0
    for try await chunk in response.body {
      count += chunk.count
      chunks += 1
      if chunks % 200 == 0 { highest = max(highest, ResidentMemory.kibibytes) }
    }
    #expect(count == size)
    // Other tests of this process take memory meanwhile; the whole body would be more than twice the bound.
    #expect(highest - before < 128 << 10, "\(highest - before) KiB more for a body of \(size >> 10) KiB")
  }

  @Test("a body that nobody takes stops the server, not this process")
  func pausedReader() async throws {
    let transport = CurlTransport()
    let server = try LoopbackServer()
    var request = HTTPRequest(get: "/bytes", query: [QueryItem("\(200 << 20)", "")])
    // Silence of a reader is none of the server.
    request.silenceLimit = .milliseconds(100)
    let response = try await transport.open(request, at: server.plain)
    let before = ResidentMemory.kibibytes
    // Another transfer passes meanwhile, as time does.
    for _ in 0..<50 {
      _ = try await transport.open(HTTPRequest(get: "/echo"), at: server.plain).body.collected()
    }
    #expect(ResidentMemory.kibibytes - before < 16 << 10)
    #expect(try await response.body.collected(upTo: 1 << 20).count == 1 << 20)
  }

  @Test("cancelling ends a request that waits, and a body that is read", arguments: ["/hang", "/silent"])
  func cancelling(path: String) async throws {
    let transport = CurlTransport()
    let server = try LoopbackServer()
    let endpoint = server.plain
    let (started, begin) = AsyncStream.makeStream(of: Void.self)
    let task = Task { () -> TransportFault? in
      do throws(TransportFault) {
        begin.yield()
        let response = try await transport.open(HTTPRequest(get: path), at: endpoint)
        _ = try await response.body.collected()
        return nil
      } catch {
        return error
      }
    }
    for await _ in started { break }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("a transport that goes ends what is open")
  func goingTransport() async throws {
    let server = try LoopbackServer()
    var transport: CurlTransport? = CurlTransport()
    let response = try #require(try await transport?.open(HTTPRequest(get: "/silent"), at: server.plain))
    var iterator = response.body.makeAsyncIterator()
    _ = try await iterator.next()
    transport = nil
    await #expect(throws: TransportFault.cancelled) { _ = try await iterator.next() }
  }

  @Test("a thousand connections, ended in every way, leave descriptors and memory where they were")
  func thousand() async throws {
    let server = try LoopbackServer()
    let endpoint = server.plain
    let transport = CurlTransport()
    let paths = ["/echo", "/close", "/cut", "/silent", "/status/500"]
    func run(_ count: Int) async {
      for round in 0..<count {
        let response = try? await transport.open(HTTPRequest(get: paths[round % paths.count]), at: endpoint)
        // The silent one is dropped in its middle.
        if round % paths.count != 3 { _ = try? await response?.body.collected() }
      }
    }
    await run(100)
    let descriptors = OpenDescriptors.count
    let memory = ResidentMemory.kibibytes
    await run(1000)
    #expect(OpenDescriptors.count <= descriptors + 2)
    #expect(ResidentMemory.kibibytes - memory < 8 << 10)
  }

  @Test("a command's process ends with its connection")
  func commandsEnd() async throws {
    let command = ConnectionCommand(program: "python3", arguments: [LoopbackServer.script, "--stdio"])
    let before = OpenDescriptors.count
    do {
      let transport = CurlTransport()
      let response = try await transport.open(HTTPRequest(get: "/echo"), at: HTTPEndpoint(.command(command)))
      _ = try await response.body.collected()
    }
    // The network's thread takes its leave by itself; what shows is that its descriptors go.
    let deadline = ContinuousClock.now + .seconds(20)
    while OpenDescriptors.count > before, ContinuousClock.now < deadline { await Task.yield() }
    #expect(OpenDescriptors.count <= before)
  }
}
