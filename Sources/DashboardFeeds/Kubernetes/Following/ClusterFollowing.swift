// One reader's view of a cluster: runs a follower a list, joins their news, publishes slices.

import DashboardModel
import StructuredText
import Transport

/// Follows the lists of a cluster and publishes what is known, at once when all lists stand and at most four times a
/// second from then on.
actor ClusterFollowing {
  private static let shortestPause = Duration.milliseconds(250)
  /// How often an age is told anew though nothing changed.
  private static let heartbeat = Duration.seconds(5)

  private let connection: KubernetesConnection
  private let session: KubernetesSession
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Timestamp
  private let chance: Chance
  private let publish: @Sendable (FeedSlice) -> Void

  private var cluster: FollowedCluster
  private var details: FeedConnection?
  private var policy = ListWatchPolicy()
  private var followers: [Int: Task<Void, Never>] = [:]
  private var pauses: [Int: Pause] = [:]
  private var behindWebhooks: [String: [Int]] = [:]
  private var hasAskedForRights = false
  private var isAskingForRights = false
  private var rightsNotes: [String] = []
  private let startedAt: Timestamp
  private var isWhole = false
  private var lastSlice: FeedSlice
  private var publishedAt: Timestamp?
  private var isPublishDue = false

  init(
    connection: KubernetesConnection, session: KubernetesSession, clock: any Clock<Duration>,
    now: @escaping @Sendable () -> Timestamp, chance: Chance, publish: @escaping @Sendable (FeedSlice) -> Void
  ) {
    self.connection = connection
    self.session = session
    self.clock = clock
    self.now = now
    self.chance = chance
    self.publish = publish
    cluster = FollowedCluster(cluster: connection.cluster)
    startedAt = now()
    lastSlice = FeedSlice(feed: connection.feed, status: .reading(ReadProgress()))
  }

  /// Follows until the task is cancelled.
  func run() async {
    publish(lastSlice)
    await greet()
    await lookForNamespaces()
    for subject in ListSubject.all(namespaces: connection.namespaces) {
      follow(cluster.add(subject), subject)
    }
    for await _ in connection.changes() { await restart() }
    // The stream of changes ends with the task; a login without files has none.
    await Task.untilCancelled()
    for task in followers.values { task.cancel() }
  }

  /// Ends all waits.
  func refresh() { for pause in pauses.values { pause.end() } }

  /// Asks the server for its version, which tells whether it sends lists as changes. Whatever fails here fails again, and
  /// is told, where the lists are asked for.
  private func greet() async {
    guard let access = try? await session.login.access() else { return }
    describe(access)
    guard let body = try? await session.json(HTTPRequest(get: "/version")) else { return }
    let version = ServerVersion(body)
    details?.serverVersion = version.text
    details?.requests += 1
    policy.mayStream = version.sendsListsAsChanges
  }

  /// A namespace that does not exist has empty lists, which would pass for good news.
  private func lookForNamespaces() async {
    if connection.namespaces.isEmpty { return }
    let inquiry = RightsInquiry(session: session, namespaces: connection.namespaces)
    rightsNotes = (try? await inquiry.rights(to: []))?.notes ?? []
  }

  private func describe(_ access: KubernetesAccess) {
    var new = FeedConnection(
      address: access.endpoint.words, security: access.security, login: access.login,
      serverVersion: details?.serverVersion, startedAt: startedAt)
    new.firstFacts = details?.firstFacts
    new.notes = access.notes
    new.requests = details?.requests ?? 0
    details = new
  }

  // MARK: Followers

  private func follow(_ id: Int, _ subject: ListSubject) {
    let pause = Pause()
    pauses[id] = pause
    var follower = ListFollower(
      subject, cluster: connection.cluster, session: session, policy: policy, clock: clock, now: now,
      pause: pause, chance: { [chance] in chance.next() }
    ) { [weak self] news in await self?.take(news, of: id) ?? true }
    followers[id] = Task { await follower.run() }
  }

  /// The kubeconfig changed: every list is asked for anew with what it says now. Facts stay until then.
  private func restart() async {
    for task in followers.values { task.cancel() }
    followers = [:]
    await greet()
    for (id, list) in cluster.lists { follow(id, list.subject) }
  }

  private func take(_ news: ListNews, of id: Int) -> Bool {
    let before = cluster.revision
    let wasTroubled = cluster.lists[id]?.status.trouble != nil
    let isClear = cluster.take(news, of: id)
    if wasTroubled, news.status.trouble == nil { hurry() }
    if cluster.revision != before, cluster.lists[id]?.subject.row.concerns == .webhooks { followWebhooks() }
    if cluster.isSettled, !hasAskedForRights { askForRights() }
    schedule()
    return isClear
  }

  /// Follows who stands behind the webhook of credential specs, as its configuration names it now.
  private func followWebhooks() {
    let names = cluster.webhookServices
    for (name, ids) in behindWebhooks where !names.contains(name) {
      for id in ids { end(id) }
      behindWebhooks[name] = nil
    }
    for name in names where behindWebhooks[name] == nil {
      let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      behindWebhooks[name] = ListSubject.behind(webhookService: parts[1], in: parts[0]).map { subject in
        let id = cluster.add(subject)
        follow(id, subject)
        return id
      }
    }
  }

  private func end(_ id: Int) {
    followers.removeValue(forKey: id)?.cancel()
    pauses[id] = nil
    cluster.drop(id)
  }

  /// One list is well again: the others need not wait for their turn.
  private func hurry() {
    for (id, list) in cluster.lists where list.status.mayHurry && list.status.trouble?.cause == .cannotConnect
    {
      pauses[id]?.end()
    }
  }

  // MARK: Rights

  /// Lists that the server does not show across namespaces may be shown in some of them.
  private func askForRights() {
    hasAskedForRights = true
    let refused = cluster.lists.filter { _, list in
      if case .refused = list.status.standing { list.subject.row.isNamespaced } else { false }
    }
    if refused.isEmpty && connection.namespaces.isEmpty { return }
    isAskingForRights = true
    // Of namespaces that the operator named it is asked in any case: one that does not exist has empty lists.
    let asked = refused.isEmpty ? cluster.lists.filter { $0.value.isOfPods } : refused
    let resources = Array(Set(asked.values.compactMap(\.subject.resources.first)))
    let inquiry = RightsInquiry(session: session, namespaces: connection.namespaces)
    Task {
      let rights = try? await inquiry.rights(to: resources)
      take(rights, for: refused)
    }
  }

  private func take(_ rights: KubernetesRights?, for refused: [Int: FollowedCluster.List]) {
    isAskingForRights = false
    rightsNotes = rights?.notes ?? []
    for (id, list) in refused where list.subject.namespace == nil {
      guard let resource = list.subject.resources.first, let rights,
        case .namespaces(let names) = rights.scope(of: resource)
      else { continue }
      end(id)
      for name in names {
        let subject = ListSubject(
          list.subject.row, in: name, selectors: list.subject.selectors, suffix: list.subject.suffix)
        follow(cluster.add(subject), subject)
      }
    }
    schedule()
  }

  // MARK: Slices

  /// Publishes now, or as soon as the last slice is a while ago.
  private func schedule() {
    if isPublishDue { return }
    let wait = publishedAt.map { Self.shortestPause - now().since($0) } ?? .zero
    if wait <= .zero || (!isWhole && cluster.isSettled && !isAskingForRights) { return publishNow() }
    isPublishDue = true
    Task {
      _ = try? await clock.sleep(for: wait)
      isPublishDue = false
      publishNow()
    }
  }

  private func publishNow() {
    if Task.isCancelled { return }
    let slice = isWhole || (cluster.isSettled && !isAskingForRights) ? whole() : progress()
    guard let slice else { return }
    publishedAt = now()
    lastSlice = slice
    publish(slice)
  }

  private func progress() -> FeedSlice {
    var slice = lastSlice
    slice.status = .reading(
      ReadProgress(
        bytes: receivedBytes, items: cluster.lists.values.reduce(0) { $0 + $1.kept + $1.skipped },
        elapsed: now().since(startedAt)))
    slice.connection = described()
    return slice
  }

  /// The slice of what is known; nil where it would say what the last one said.
  private func whole() -> FeedSlice? {
    let coverage = FollowedCoverage(cluster)
    let outage = coverage.outage
    let troubles = outage == nil ? coverage.troubles : []
    let heard = cluster.lists.values.filter { $0.status.trouble == nil }.compactMap(\.status.heardAt).max()
    let stands = cluster.lists.values.contains { $0.status.standing == .there }
    var observedAt = stands ? (outage == nil ? heard : lastSlice.observedAt ?? heard) : nil
    if isWhole, cluster.revision == lastSlice.revision, troubles == lastSlice.troubles,
      outage == lastSlice.status.outage
    {
      guard let known = lastSlice.observedAt, let new = observedAt, new.since(known) >= Self.heartbeat else {
        return nil
      }
    }
    if !isWhole, stands { markWhole() }
    if observedAt == nil { observedAt = lastSlice.observedAt }
    var slice = FeedSlice(
      feed: connection.feed, status: outage.map { .broken($0) } ?? .live, observedAt: observedAt,
      revision: cluster.revision, facts: cluster.facts(), unreadable: cluster.unreadable, troubles: troubles,
      connection: described())
    slice.recent = cluster.recent
    return slice
  }

  private func markWhole() {
    isWhole = true
    let milestone = FeedConnection.Milestone(at: now(), requests: requests)
    details?.firstFacts = milestone
  }

  private var receivedBytes: Int { cluster.lists.values.reduce(0) { $0 + $1.status.receivedBytes } }
  private var requests: Int {
    (details?.requests ?? 0) + cluster.lists.values.reduce(0) { $0 + $1.status.requests }
  }

  private func described() -> FeedConnection? {
    guard var details else { return nil }
    details.requests = requests
    details.receivedBytes = receivedBytes
    details.notes += rightsNotes
    details.lists = cluster.lists.sorted { $0.key < $1.key }.map(\.value.followed)
    details.nextTryAt = details.lists.filter { $0.phase == .waiting }.compactMap(\.nextTryAt).min()
    return details
  }
}

extension FollowedCluster.List {
  /// The list as the sources screen tells of it.
  fileprivate var followed: FollowedList {
    var list = FollowedList(name: subject.name, phase: status.phase)
    list.requests = status.requests
    list.kept = kept
    list.skipped = skipped
    list.changes = status.changes
    list.heardAt = status.heardAt
    list.nextTryAt = status.nextTryAt
    return list
  }
}

extension Task where Success == Never, Failure == Never {
  /// Waits until the task is cancelled.
  fileprivate static func untilCancelled() async {
    let (never, continuation) = AsyncStream<Never>.makeStream()
    for await _ in never {}
    withExtendedLifetime(continuation) {}
  }
}
