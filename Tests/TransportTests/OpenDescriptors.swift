// What this process holds of the system, so that tests can see that nothing grows.

import Foundation

/// The descriptors of this process.
enum OpenDescriptors {
  /// How many are open.
  static var count: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }
}

/// The memory of this process.
enum ResidentMemory {
  /// In kibibytes.
  static var kibibytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
