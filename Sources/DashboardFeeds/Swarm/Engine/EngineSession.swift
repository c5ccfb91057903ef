// A conversation with one engine: its version is agreed on, and it is known to be a manager.

internal import StructuredText
internal import Transport

/// An engine that was found to be a manager of a swarm. It can only be asked: there is no request that changes anything.
struct EngineSession: Sendable {
  let connection: DockerConnection
  let version: EngineVersion
  let info: EngineInfo
  private let transport: any HTTPTransport

  /// Agrees on a version and looks what the engine is.
  /// - Parameter count: Is told of each request that is made.
  init(
    _ connection: DockerConnection, _ transport: any HTTPTransport, count: @Sendable () -> Void
  ) async throws(SwarmFault) {
    self.connection = connection
    self.transport = transport
    if let prescribed = connection.apiVersion.flatMap(EngineVersion.init) {
      version = prescribed
    } else {
      count()
      version = try await Self.agreed(connection, transport)
    }
    count()
    let path = "/v\(version.text)/info"
    let response = try await Self.get(path, nil, nil, connection, transport)
    let bytes = try await Self.body(response, path, connection)
    do throws(JSONFault) {
      var cursor = JSONCursor(bytes)
      info = try EngineInfo(&cursor)
    } catch {
      throw .unreadable(path: path, reason: error.reason.text)
    }
    if let fault = info.fault { throw fault }
  }

  /// The newest version that both sides speak. Source: the header of GET /_ping, which has no version in its path.
  private static func agreed(
    _ connection: DockerConnection, _ transport: any HTTPTransport
  ) async throws(SwarmFault) -> EngineVersion {
    let response = try await get("/_ping", nil, nil, connection, transport)
    guard let highest = response.header("Api-Version").flatMap(EngineVersion.init) else {
      throw .noEngine(status: response.status)
    }
    guard let version = EngineVersion.spoken(highest: highest) else { throw .tooOld(version: highest.text) }
    return version
  }

  /// Asks for a list; the answer's body is still to be read.
  func open(_ ask: SwarmAsk) async throws(SwarmFault) -> (response: HTTPResponse, path: String) {
    let path = "/v\(version.text)/\(ask.list.rawValue)"
    // A manager without a leader lets its answer wait for 20 s. Source: recorded from 20.10.
    let response = try await Self.get(path, ask.filter, .seconds(25), connection, transport)
    return (response, path)
  }

  /// Opens the stream of events, replayed since a time where one is given.
  func events(since time: String?) async throws(SwarmFault) -> HTTPResponse {
    let kinds = EngineEvent.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    var request = HTTPRequest(
      get: "/v\(version.text)/events",
      query: [QueryItem("filters", "{\"scope\":[\"swarm\"],\"type\":[\(kinds)]}")])
    if let time { request.query.append(QueryItem("since", time)) }
    request.silenceLimit = nil
    return try await Self.open(request, connection, transport)
  }

  private static func get(
    _ path: String, _ filter: String?, _ silence: Duration?, _ connection: DockerConnection,
    _ transport: any HTTPTransport
  ) async throws(SwarmFault) -> HTTPResponse {
    var request = HTTPRequest(get: path, query: filter.map { [QueryItem("filters", $0)] } ?? [])
    if let silence { request.silenceLimit = silence }
    return try await open(request, connection, transport)
  }

  private static func open(
    _ request: HTTPRequest, _ connection: DockerConnection, _ transport: any HTTPTransport
  ) async throws(SwarmFault) -> HTTPResponse {
    var request = request
    request.secrets = connection.headers
    let response: HTTPResponse
    do throws(TransportFault) {
      response = try await transport.open(request, at: connection.endpoint)
    } catch {
      throw .transport(error, connection.endpoint)
    }
    if response.status == 200 { return response }
    let words = EngineWords.text(try await body(response, request.path, connection))
    throw EngineWords.fault(
      status: response.status, words: words, path: request.path,
      isPrescribed: connection.apiVersion != nil)
  }

  /// A small answer as a whole.
  private static func body(
    _ response: HTTPResponse, _ path: String, _ connection: DockerConnection
  ) async throws(SwarmFault) -> [UInt8] {
    do throws(TransportFault) {
      return try await response.body.collected()
    } catch {
      throw .transport(error, connection.endpoint)
    }
  }
}

/// What an engine says with an error, and which of the faults it is.
enum EngineWords {
  /// `{"message": …}`, or text as proxies and old engines have it.
  static func text(_ bytes: [UInt8]) -> String {
    var message: String?
    var cursor = JSONCursor(bytes)
    do throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        if key == "message" { message = try value.optionalString() }
      }
    } catch {
      message = nil
    }
    let text = message ?? String(decoding: bytes.prefix(300), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The fault that an answer is. Source of the texts: moby daemon/cluster/cluster.go; recorded from 20.10.
  static func fault(status: Int, words: String, path: String, isPrescribed: Bool) -> SwarmFault {
    if words.contains("client version") && words.contains("API version") {
      return .versionRefused(words, isPrescribed: isPrescribed)
    }
    if words.contains("does not have a leader") || words.contains("context deadline exceeded") {
      return .noLeader(words)
    }
    if words.contains("HTTP request to an HTTPS server") { return .wantsTLS }
    if words.contains("needs to be unlocked") { return .locked }
    if words.contains("certificates have expired") { return .failed(words) }
    if words.contains("not a swarm manager") {
      return words.contains("Worker nodes") ? .notManager(managers: []) : .swarmOff(isWindows: false)
    }
    if status == 401 || status == 403 { return .refused(status: status, words: words) }
    return .answer(status: status, words: words, path: path)
  }
}
