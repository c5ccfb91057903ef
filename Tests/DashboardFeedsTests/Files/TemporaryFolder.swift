// A folder of a test's own, gone when the test is.

import Foundation

/// A temporary folder.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path() }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "gmsa-tui-\(UUID().uuidString)", directoryHint: .notDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file; folders on the way are made.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func rename(_ old: String, to new: String) throws {
    guard Foundation.rename(path + "/" + old, path + "/" + new) == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }
}
