// How far a feed's files are read, told at most ten times a second.

import DashboardModel
import StructuredText

/// Adds up progress over files.
struct ProgressMeter {
  private let started = ContinuousClock.now
  private var lastTold: ContinuousClock.Instant
  private let totalBytes: Int?
  private var finished = ReadingProgress(bytesRead: 0, bytesExpected: nil, items: 0)
  private var present = ReadingProgress(bytesRead: 0, bytesExpected: nil, items: 0)

  /// The total is known where all inputs are files.
  init(_ inputs: FileInputs) {
    lastTold = started
    var total: Int? = 0
    for input in inputs.inputs {
      switch input {
      case .standardInput: total = nil
      case .named(let path, _), .member(let path, _):
        let stamp = try? FileStamp(path: path)
        if let sum = total { total = stamp?.kind == .file ? sum + (stamp?.size ?? 0) : nil }
      case .host: break
      }
    }
    totalBytes = total
  }

  /// The progress to tell now, where the last telling is a tenth of a second ago.
  mutating func progress(_ next: ReadingProgress) -> ReadProgress? {
    if next.bytesRead < present.bytesRead {
      finished.bytesRead += present.bytesRead
      finished.items += present.items
    }
    present = next
    let time = ContinuousClock.now
    guard time - lastTold >= .milliseconds(100) else { return nil }
    lastTold = time
    return ReadProgress(
      bytes: finished.bytesRead + next.bytesRead, totalBytes: totalBytes,
      items: finished.items + next.items, elapsed: time - started
    )
  }
}
