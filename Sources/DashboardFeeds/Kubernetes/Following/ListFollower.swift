// Carries the bytes of one list: does what the machine says, and tells it what came.

import DashboardModel
import StructuredText
import Transport

/// Follows one list for as long as its task lives.
struct ListFollower: Sendable {
  private let subject: ListSubject
  private let session: KubernetesSession
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Timestamp
  private let pause: Pause
  /// Takes news; false: an object came whose place in time cannot be told.
  private let tell: @Sendable (ListNews) async -> Bool
  private var machine: ListWatchMachine
  private var context: ReadingContext
  private var news = ListNews()
  /// Which of the resources the server has.
  private var candidate = 0
  /// Requests that the machine did not ask for: those for another version of the resource.
  private var extraRequests = 0

  init(
    _ subject: ListSubject, cluster: ClusterName, session: KubernetesSession, policy: ListWatchPolicy,
    clock: any Clock<Duration>, now: @escaping @Sendable () -> Timestamp, pause: Pause,
    chance: @escaping @Sendable () -> Double, tell: @escaping @Sendable (ListNews) async -> Bool
  ) {
    self.subject = subject
    self.session = session
    self.clock = clock
    self.now = now
    self.pause = pause
    self.tell = tell
    machine = ListWatchMachine(policy, chance: chance)
    context = ReadingContext(cluster: cluster)
  }

  /// Follows until the task is cancelled.
  mutating func run() async {
    var actions = machine.handle(.began, at: now())
    while !Task.isCancelled {
      var next: ListWatchAction?
      for action in actions { if !note(action) { next = action } }
      if await !flush() {
        actions = machine.handle(.doubted, at: now())
        continue
      }
      switch next {
      case .send(let request): actions = await ask(request)
      case .wake(let wait):
        await pause.wait(for: wait, on: clock)
        actions = machine.handle(.woke, at: now())
      default: return
      }
    }
  }

  /// Takes an action up that only concerns the objects; false: it decides what comes next.
  private mutating func note(_ action: ListWatchAction) -> Bool {
    switch action {
    case .beginWhole: news.steps.append(.beginWhole)
    case .endWhole: news.steps.append(.endWhole)
    case .clear: news.steps.append(.clear)
    case .take: break
    case .send, .wake: return false
    }
    return true
  }

  // MARK: Requests

  private mutating func ask(_ request: ListWatchRequest) async -> [ListWatchAction] {
    let http = subject.request(request, as: subject.resources[candidate])
    let answer: KubernetesSession.Answer
    do throws(KubernetesFault) {
      answer = try await session.answer(http)
    } catch {
      return machine.handle(.failed(error.cause, words: error.text), at: now())
    }
    news.status.heardAt = now()
    guard answer.response.status == 200 else {
      let refusal = await refusal(answer, http)
      if refusal.code == 404, candidate + 1 < subject.resources.count, machine.standing != .there {
        candidate += 1
        extraRequests += 1
        return await ask(request)
      }
      if refusal.code == 404 { candidate = 0 }
      return machine.handle(.refused(refusal), at: now())
    }
    return await read(answer, request, http)
  }

  private func refusal(
    _ answer: KubernetesSession.Answer, _ http: HTTPRequest
  ) async -> APIRefusal {
    let body = (try? await answer.response.body.collected(upTo: 64 << 10)) ?? []
    let words = session.refusal(answer, body, http.path).brief
    return APIRefusal(
      code: answer.response.status, body: body,
      retryAfter: answer.response.header("Retry-After").flatMap { Int($0) }, words: words)
  }

  private func splitter(_ request: ListWatchRequest, _ type: String, _ source: String) -> (any BodySplitter)?
  {
    if type.hasPrefix("application/vnd.kubernetes.protobuf"), subject.row.kind == .pod {
      return request.isWatch ? ProtobufWatchBody(source: source) : ProtobufListBody(source: source)
    }
    guard type.hasPrefix("application/json") || type.isEmpty else { return nil }
    return request.isWatch
      ? JSONWatchBody(subject.row.decoder, source: source)
      : JSONListBody(subject.row.decoder, source: source)
  }

  // MARK: Bodies

  private mutating func read(
    _ answer: KubernetesSession.Answer, _ request: ListWatchRequest, _ http: HTTPRequest
  ) async -> [ListWatchAction] {
    let type = answer.response.header("Content-Type") ?? ""
    guard var splitter = splitter(request, type, http.path) else {
      let body = (try? await answer.response.body.collected(upTo: 4 << 10)) ?? []
      return machine.handle(.unreadable(words: session.refusal(answer, body, http.path).text), at: now())
    }
    var decided = machine.handle(.opened, at: now()).filter { !note($0) }
    if !decided.isEmpty { return decided }
    // A watch that is answered is well, also where nothing happens in it for long.
    if request.isWatch { _ = await flush() }
    var body = answer.response.body.makeAsyncIterator()
    let place = "\(answer.access.endpoint.words)\(http.path)"
    do throws(TransportFault) {
      while let chunk = try await body.next() {
        news.status.receivedBytes += chunk.count
        news.status.heardAt = now()
        do throws(BodyFault) {
          decided = try take(chunk, &splitter)
        } catch {
          return machine.handle(
            .unreadable(words: "\(place) is answered with 200, but \(error.words)"), at: now())
        }
        if !decided.isEmpty {
          // A list is read to its end, so that its connection can be used for what comes next.
          while !request.isWatch, try await body.next() != nil {}
          return decided
        }
        if request.isWatch || news.steps.count >= 512, await !flush() {
          return machine.handle(.doubted, at: now())
        }
      }
    } catch {
      return machine.handle(event(of: error, answer.access.endpoint), at: now())
    }
    return machine.handle(.ended, at: now())
  }

  private func event(of fault: TransportFault, _ endpoint: HTTPEndpoint) -> ListWatchEvent {
    if case .silent = fault { return .silent }
    return .failed(fault.cause, words: fault.text(at: endpoint))
  }

  /// Takes bytes of a body; the actions that end it, if any do.
  private mutating func take(
    _ chunk: [UInt8], _ splitter: inout any BodySplitter
  ) throws(BodyFault) -> [ListWatchAction] {
    var pieces: [BodyPiece] = []
    try splitter.read(chunk, &context) { pieces.append($0) }
    let now = now()
    var decided: [ListWatchAction] = []
    for piece in pieces where decided.isEmpty { decided = take(piece, now) }
    return decided
  }

  private mutating func take(_ piece: BodyPiece, _ now: Timestamp) -> [ListWatchAction] {
    switch piece {
    case .object(let object):
      news.steps.append(.put(object, isLate: false))
      return []
    case .change(let change, let object):
      news.status.changes += 1
      let version = object.revision.map(String.init) ?? ""
      for action in machine.handle(.told(change, version: version), at: now) {
        guard case .take(let isLate) = action else { continue }
        news.steps.append(change == .deleted ? .remove(object) : .put(object, isLate: isLate))
      }
      return []
    case .unreadable(let item, let version):
      news.steps.append(.unreadable(item))
      if let version { _ = machine.handle(.told(.modified, version: version), at: now) }
      return []
    case .bookmark(let version, let isInitialEnd):
      return machine.handle(.bookmark(version: version, isInitialEnd: isInitialEnd), at: now)
        .filter { !note($0) }
    case .refusal(let refusal): return machine.handle(.refused(refusal), at: now)
    case .ended(let version, let next):
      return machine.handle(.pageEnded(version: version, next: next), at: now)
    }
  }

  // MARK: Telling

  /// Tells the feed what came and how the list does; false: an object's place in time cannot be told.
  private mutating func flush() async -> Bool {
    news.status.standing = machine.standing
    news.status.trouble = machine.trouble
    news.status.nextTryAt = machine.nextTryAt
    news.status.mayHurry = machine.mayHurry
    news.status.requests = machine.requests + extraRequests
    news.status.phase = phase
    let isClear = await tell(news)
    news.steps.removeAll(keepingCapacity: true)
    return isClear
  }

  private var phase: FollowedList.Phase {
    switch machine.phase {
    case .idle, .listing, .streaming: .reading
    case .watching: .following
    case .waiting: machine.standing == .absent ? .absent : .waiting
    }
  }
}
