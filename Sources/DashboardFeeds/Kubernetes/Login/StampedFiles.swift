// Small files that are read again when they were written again: certificates, keys, tokens.

/// The bytes of files, with the stamps by which a change is seen.
struct StampedFiles {
  private var known: [String: (stamp: FileStamp?, bytes: [UInt8])] = [:]

  /// The bytes of a file as they are now.
  mutating func bytes(_ file: KubeconfigFileName) throws(KubeconfigFault) -> [UInt8] {
    let stamp = try? FileStamp(path: file.path)
    if let last = known[file.path], let stamp, last.stamp == stamp { return last.bytes }
    let bytes = try KubeconfigText.contents(file)
    known[file.path] = (stamp, bytes)
    return bytes
  }

  /// Forgets what was read, so that all is read again.
  mutating func forget() { known = [:] }
}
