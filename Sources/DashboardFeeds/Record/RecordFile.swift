// A record in a file. Every piece is written by one call, so that whoever is killed leaves whole pieces and at most one
// torn one at the end.

import DashboardModel
internal import Glibc

/// The file of a record. Offsets count from the first byte that was ever written, also after the front was given up.
final class RecordFile: RecordStorage {
  let path: String
  private var descriptor: Int32
  private let createdAt: Timestamp
  /// What offsets are more than places in the file.
  private var shift = 0
  private var size: Int

  var start: Int { RecordFormat.headBytes + shift }
  var end: Int { size + shift }

  /// Opens a record to be read.
  convenience init(reading path: String) throws(RecordFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .system(path: path, code: errno) }
    try self.init(path, descriptor)
  }

  /// Opens a record to go on with, or begins one.
  convenience init(writing path: String, createdAt: Timestamp) throws(RecordFault) {
    // Names of a whole fleet stand in it: nobody else's business.
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw .system(path: path, code: errno) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size == 0 {
      try Self.write(RecordHead(createdAt: createdAt).bytes, to: descriptor, path)
    }
    try self.init(path, descriptor)
  }

  private init(_ path: String, _ descriptor: Int32) throws(RecordFault) {
    self.path = path
    self.descriptor = descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path: path, code: errno) }
    size = Int(status.st_size)
    guard let head = RecordHead(try Self.read(descriptor, 0, RecordFormat.headBytes, path)) else {
      throw .foreign(path: path)
    }
    if head.version > RecordFormat.version || head.version == 0 {
      throw .newer(path: path, version: Int(head.version))
    }
    createdAt = head.createdAt
  }

  deinit { close(descriptor) }

  /// Looks how long the file is now: another process may be writing it.
  func refresh() {
    var status = stat()
    if fstat(descriptor, &status) == 0 { size = max(size, Int(status.st_size)) }
  }

  /// Takes a torn end off.
  func truncate(to offset: Int) throws(RecordFault) {
    guard ftruncate(descriptor, off_t(offset - shift)) == 0 else { throw .system(path: path, code: errno) }
    size = offset - shift
  }

  func append(_ bytes: [UInt8]) throws(RecordFault) {
    try Self.write(bytes, to: descriptor, path)
    size += bytes.count
  }

  func read(_ offset: Int, _ count: Int) throws(RecordFault) -> [UInt8] {
    try Self.read(descriptor, offset - shift, count, path)
  }

  /// Writes what stays into a new file that takes this one's place at once.
  func drop(before offset: Int) throws(RecordFault) {
    let next = path + ".new"
    let target = open(next, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    if target < 0 { throw .system(path: next, code: errno) }
    do {
      try Self.write(RecordHead(createdAt: createdAt).bytes, to: target, next)
      var place = offset
      while place < end {
        let piece = try read(place, 1 << 20)
        if piece.isEmpty { break }
        try Self.write(piece, to: target, next)
        place += piece.count
      }
      guard rename(next, path) == 0 else { throw RecordFault.system(path: path, code: errno) }
    } catch {
      close(target)
      unlink(next)
      throw error as? RecordFault ?? .system(path: next, code: EIO)
    }
    close(descriptor)
    descriptor = target
    size -= offset - start
    shift = offset - RecordFormat.headBytes
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(RecordFault) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { throw .system(path: path, code: errno) }
      done += written
    }
  }

  private static func read(
    _ descriptor: Int32, _ offset: Int, _ count: Int, _ path: String
  ) throws(RecordFault) -> [UInt8] {
    if count <= 0 || offset < 0 { return [] }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
      filled = 0
      while filled < count {
        let got = pread(
          descriptor, room.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    if code != 0 { throw .system(path: path, code: code) }
    return bytes
  }
}
