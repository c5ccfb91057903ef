// What the kernel knows of this process.

import Glibc

/// Memory of this process, and its end.
enum ProcessFigures {
  /// Resident memory now, in kilobytes; 0 where /proc does not tell.
  static var residentKilobytes: Int { status("VmRSS:") }
  /// The most that was resident at a time, in kilobytes.
  static var peakResidentKilobytes: Int { status("VmHWM:") }

  /// The processor time of this process so far.
  static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Ends the process with a status.
  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  private static func status(_ word: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      if text.hasPrefix(word) { return text.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0 }
    }
    return 0
  }
}
