// What each file said when it was last readable; a file that did not change is not read again.

import DashboardModel
import StructuredText

/// The readings of one feed's inputs.
struct FileCache {
  /// What is known of one input.
  private struct Entry {
    var stamp: [FileStamp]
    var reading: FileReading
    /// What is wrong with it now; the reading is the last good one then.
    var problem: Problem?
  }

  /// What is wrong, and since when.
  struct Problem: Hashable {
    var fault: FeedFault
    var since: Timestamp
  }

  private var entries: [FileInput: Entry] = [:]
  private var hosts: [FileInput: (stamp: [FileStamp], reading: HostFolderReading)] = [:]
  /// Contents of files on hosts, by their bytes.
  private var contents = RawMemo<CredentialSpecContents>()
  /// Sources that could not be opened, by path.
  private var missing: [String: Problem] = [:]
  /// Rises whenever something is known that was not before.
  private(set) var changes = 0
  private let now: @Sendable () -> Timestamp

  init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  /// Everything that is known after reading what changed.
  struct State {
    var readings: [FileReading] = []
    var listings: [HostListing] = []
    var unreadable: [UnreadableItem] = []
    var problems: [Problem] = []
    var observedAt: Timestamp?
  }

  /// Reads what changed among the inputs; `read` reads one file whatever it holds.
  mutating func update(
    _ inputs: FileInputs, isCancelled: () -> Bool, read: (FileInput) -> FileReading
  ) -> State {
    note(missing: inputs.faults)
    for input in inputs.inputs where !isCancelled() {
      switch input {
      case .host(let folder, let cluster):
        let stamp = Self.stamps(folder)
        if hosts[input]?.stamp != stamp || stamp.isEmpty {
          hosts[input] = (stamp, HostFolderReader.read(folder, cluster: cluster, memo: &contents))
          changes += 1
        }
      case .standardInput: if entries[input] == nil { take(read(input), of: input, []) }
      case .named(let path, _), .member(let path, _):
        let stamp = (try? FileStamp(path: path)).map { [$0] } ?? []
        guard let known = entries[input] else {
          take(read(input), of: input, stamp)
          continue
        }
        // A pipe gives its bytes once.
        if known.stamp != stamp, stamp.first?.kind == .file { take(read(input), of: input, stamp) }
      }
    }
    forget(inputs)
    return state(inputs)
  }

  /// Takes every file for changed, so that it is read again; what gives its bytes only once stays as it was read.
  mutating func forgetStamps() {
    for input in entries.keys { entries[input]?.stamp = [] }
    for input in hosts.keys { hosts[input]?.stamp = [] }
  }

  /// Forgets what is no input any more; sources that vanished as a whole stay as they last were.
  private mutating func forget(_ inputs: FileInputs) {
    let present = Set(inputs.inputs)
    let count = entries.count + hosts.count
    defer { changes += count == entries.count + hosts.count ? 0 : 1 }
    entries = entries.filter { present.contains($0.key) || isVanished($0.key) }
    hosts = hosts.filter { present.contains($0.key) || isVanished($0.key) }
  }

  private static func stamps(_ folder: FolderContents.HostFolder) -> [FileStamp] {
    let paths = [folder.path] + folder.files.map { "\(folder.path)/\($0)" }
    return paths.compactMap { try? FileStamp(path: $0) }
  }

  private mutating func note(missing faults: [String: FeedFault]) {
    let before = missing
    defer { changes += before == missing ? 0 : 1 }
    missing = faults.reduce(into: [:]) { all, entry in
      let since = missing[entry.key].flatMap { $0.fault == entry.value ? $0.since : nil }
      all[entry.key] = Problem(fault: entry.value, since: since ?? now())
    }
  }

  /// Takes a new reading. Where it is damaged as a whole and an earlier one was not, the earlier one stays: the file is
  /// half written, or will be repaired.
  private mutating func take(_ reading: FileReading, of input: FileInput, _ stamp: [FileStamp]) {
    changes += 1
    guard let problem = Self.problem(of: reading, input) else {
      entries[input] = Entry(stamp: stamp, reading: reading, problem: nil)
      return
    }
    let since = entries[input]?.problem?.since ?? now()
    let kept = entries[input].map { $0.problem == nil || !$0.reading.isCutOff } == true
    entries[input] = Entry(
      stamp: stamp, reading: kept ? entries[input]?.reading ?? reading : reading,
      problem: Problem(fault: problem, since: since)
    )
  }

  /// The fault that keeps a file from being trusted as a whole; damage to single items does not.
  private static func problem(of reading: FileReading, _ input: FileInput) -> FeedFault? {
    if case .member = input, case .nothingKnown? = reading.fault { return nil }
    if case .damaged? = reading.fault, !reading.isCutOff, !reading.objects.isEmpty { return nil }
    return reading.fault
  }

  private func state(_ inputs: FileInputs) -> State {
    var state = State()
    var ages: [Timestamp] = []
    for input in all(inputs) {
      if let entry = entries[input] {
        state.readings.append(entry.reading)
        state.unreadable += entry.reading.unreadable
        if let problem = entry.problem { state.problems.append(problem) }
        if let age = entry.reading.snapshot.compactMap(\.observedAt).min() ?? entry.reading.writtenAt {
          ages.append(age)
        }
      } else if let host = hosts[input] {
        state.listings += host.reading.listings
        state.unreadable += host.reading.unreadable
        if let age = host.reading.writtenAt { ages.append(age) }
      }
    }
    state.problems += missing.sorted { $0.key < $1.key }.map(\.value)
    state.observedAt = ages.min()
    return state
  }

  /// The inputs that are there, and those of vanished sources as they last were.
  private func all(_ inputs: FileInputs) -> [FileInput] {
    let vanished = (Array(entries.keys) + Array(hosts.keys)).filter(isVanished)
    let present = Set(inputs.inputs)
    return inputs.inputs + vanished.filter { !present.contains($0) }.sorted { "\($0)" < "\($1)" }
  }

  private func isVanished(_ input: FileInput) -> Bool {
    switch input {
    case .named(let path, _), .member(let path, _): isMissing(path)
    case .host(let folder, _): isMissing(folder.path)
    case .standardInput: false
    }
  }

  private func isMissing(_ path: String) -> Bool {
    missing.keys.contains { path == $0 || path.hasPrefix("\($0)/") }
  }
}
