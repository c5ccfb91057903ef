// One run of a FileFeed on its own thread: read, publish, wait for a change, again.

import DashboardModel
internal import Glibc
import StructuredText

/// The state of a run.
struct FileFeedRun {
  private let id: FeedID
  private let sources: [FileSource]
  private let now: @Sendable () -> Timestamp
  private let stop: StopSignal
  private let bell: Bell
  private var cache: FileCache
  private var last: FeedSlice
  private var inputs = FileInputs([])

  init(
    id: FeedID, sources: [FileSource], now: @escaping @Sendable () -> Timestamp, stop: StopSignal, bell: Bell
  ) {
    self.id = id
    self.sources = sources
    self.now = now
    self.stop = stop
    self.bell = bell
    cache = FileCache(now: now)
    last = FeedSlice(feed: id, status: .reading(ReadProgress()))
  }

  /// Publishes until the stop signal; without `follows`, until the facts are out.
  mutating func run(follows: Bool, _ publish: (FeedSlice) -> Void) {
    publish(last)
    let watcher = follows ? FolderWatcher() : nil
    repeat {
      // Watched before it is read: what changes meanwhile is read again.
      watcher?.watch(FileInputs(sources).watched)
      let changes = cache.changes
      let (slice, _) = read(publish)
      if stop.isSignalled { return }
      // A log that grows in a watched folder changes no fact.
      if changes != cache.changes || changes == 0 { publish(slice) }
      watcher?.watch(inputs.watched)
    } while follows && waitForNews(watcher)
  }

  /// Waits until something changed or everything is asked for anew; false when the run is to end.
  private mutating func waitForNews(_ watcher: FolderWatcher?) -> Bool {
    guard watcher?.waitForChange(stop, or: bell) ?? bell.wait(stop) else { return false }
    if bell.isTakenUp() { cache.forgetStamps() }
    return true
  }

  /// Reads what changed and says what is known now.
  mutating func read(_ publish: (FeedSlice) -> Void) -> (slice: FeedSlice, faults: [FeedFault]) {
    inputs = FileInputs(sources)
    var meter = ProgressMeter(inputs)
    var contexts: [ClusterName: ReadingContext] = [:]
    let (stop, last, now) = (stop, last, now)
    let state = cache.update(inputs, isCancelled: { stop.isSignalled }) { input in
      Self.reading(of: input, &contexts, stop, now) { progress in
        guard let progress = meter.progress(progress) else { return }
        var slice = last
        slice.status = .reading(progress)
        publish(slice)
      }
    }
    // What decoders shared is in the facts now; the rest need not stand beside them.
    contexts = [:]
    self.last = slice(state)
    return (self.last, state.problems.map(\.fault))
  }

  private func slice(_ state: FileCache.State) -> FeedSlice {
    let assembly = FactsAssembly(state.readings, listings: state.listings)
    var slice = FeedSlice(
      feed: id, status: .settled, observedAt: state.observedAt, revision: last.revision + 1,
      facts: assembly.facts, unreadable: state.unreadable + assembly.notes, troubles: assembly.troubles
    )
    if let first = state.problems.first {
      let more = state.problems.count > 1 ? " (and \(state.problems.count - 1) more)" : ""
      let since = state.problems.map(\.since).min() ?? first.since
      slice.status = .broken(FeedOutage(.unreadable, reason: first.fault.text + more, since: since))
    }
    return slice
  }

  /// Reads one file.
  private static func reading(
    of input: FileInput, _ contexts: inout [ClusterName: ReadingContext], _ stop: StopSignal,
    _ now: () -> Timestamp, _ onProgress: (ReadingProgress) -> Void
  ) -> FileReading {
    let (path, naming) = input.pathAndNaming
    var reader = FileReader(
      source: path,
      kubernetes: contexts.removeValue(forKey: naming.kubernetes)
        ?? ReadingContext(cluster: naming.kubernetes),
      swarm: ReadingContext(cluster: naming.swarm)
    )
    let isCancelled = { stop.isSignalled }
    let handle = { (event: DocumentEvent) in
      if case .progress(let progress) = event { onProgress(progress) }
      reader.handle(event)
    }
    if case .standardInput = input {
      FileReader.documentReader.read(StandardInputSource(stop), isCancelled: isCancelled, handle)
      reader.reading.writtenAt = now()
    } else {
      FileReader.documentReader.read(path: path, isCancelled: isCancelled, handle)
      reader.reading.writtenAt = (try? FileStamp(path: path))?.modifiedAt
    }
    contexts[naming.kubernetes] = reader.kubernetes
    return reader.reading
  }
}

extension FileInput {
  /// The path for messages and the names of clusters.
  var pathAndNaming: (path: String, naming: ClusterNaming) {
    switch self {
    case .standardInput(let naming): ("-", naming)
    case .named(let path, let naming), .member(let path, let naming): (path, naming)
    case .host(let folder, let cluster): (folder.path, cluster.map { .named($0) } ?? .loose)
    }
  }
}
