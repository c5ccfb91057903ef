// Files of settings: read whole, or known to be absent.

import StructuredText
internal import Glibc

enum SmallFile {
  /// What is larger is no file of settings.
  private static let limit = 1 << 20

  /// A file's bytes; nil where there is no such file.
  static func bytes(_ path: String) throws(DockerFault) -> [UInt8]? {
    do throws(SystemFault) {
      if let bytes = try DecodedText.bytes(of: FileByteSource(path: path), limit: limit) { return bytes }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .badFile(path: path, reason: "cannot be read: \(String(cString: strerror(error.code)))")
    }
    throw .badFile(path: path, reason: "is larger than any such file")
  }

  /// The names in a folder, without those that begin with a dot; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
