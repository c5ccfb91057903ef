// Counts what the loop does, for the screens that show it.

import DashboardModel
import DashboardScreens
import Glibc

/// The counters of a running dashboard.
struct LoopMeter {
  private(set) var measures = Measures()

  /// Counts a key.
  mutating func countKey() { measures.keys += 1 }

  /// Counts what a feed's slice came to.
  mutating func count(_ news: LoopMessage) {
    guard case .feed(let message) = news else { return }
    measures.slices[message.feed.text, default: 0] += 1
    guard let took = message.buildTime else { return }
    measures.pictures += 1
    measures.lastPicture = took
    measures.slowestPicture = max(measures.slowestPicture, took)
  }

  /// Counts a frame: how long it took to take things up and draw them, and all bytes that went out so far.
  mutating func countFrame(took: Duration, bytesSoFar: Int) {
    measures.frames += 1
    measures.lastFrame = took
    measures.bytesOfLastFrame = bytesSoFar - measures.bytesToTerminal
    measures.bytesToTerminal = bytesSoFar
  }

  /// Hands the counters to a screen that shows them, with the memory of now. Other screens cost nothing, and no timer
  /// runs: the numbers are those of the last time that something happened.
  mutating func tell(_ state: inout AppState) {
    if let current = current(for: state) { _ = update(&state, .measured(current)) }
  }

  /// The same in the linear mode.
  mutating func tell(_ mode: inout LinearMode) {
    if let current = current(for: mode.state) { _ = mode.take(.measured(current)) }
  }

  private mutating func current(for state: AppState) -> Measures? {
    guard [.debug, .sources].contains(state.screen) else { return nil }
    measures.residentKilobytes = ProcessMemory.residentKilobytes
    return measures
  }
}

/// The memory of this process.
enum ProcessMemory {
  /// What of it is in memory now, by proc(5): the second number of statm counts pages. 0 where the system does not tell.
  static var residentKilobytes: Int {
    let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return 0 }
    let numbers = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    guard numbers.count > 1, let pages = Int(numbers[1]) else { return 0 }
    return pages * sysconf(Int32(_SC_PAGESIZE)) / 1000
  }
}
