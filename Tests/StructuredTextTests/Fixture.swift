// Real bytes that kubectl printed, kept as files beside the tests.

internal import Glibc

/// Recorded files; a missing one fails the test that asks for it.
enum Fixture {
  static func bytes(_ name: String, file: String = #filePath) -> [UInt8] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    let descriptor = open("\(folder)/Fixtures/\(name)", O_RDONLY)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
