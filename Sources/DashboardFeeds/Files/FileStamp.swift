// What stat(2) says of a path: enough to see that a file is another one, or was written again.

import DashboardModel
internal import Glibc

/// The identity and age of a file. Equal stamps: nothing was written in between.
struct FileStamp: Hashable, Sendable {
  /// What stands at a path.
  enum Kind: Hashable, Sendable {
    case file
    case folder
    /// A pipe, a terminal: can be read once.
    case stream
    case other
  }

  var kind: Kind
  var device: UInt
  var inode: UInt
  var size: Int
  var modifiedSeconds: Int
  var modifiedNanoseconds: Int

  /// Follows symbolic links, as kubectl's mounted config maps need.
  init(path: String) throws(FeedFault) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFIFO, S_IFCHR, S_IFSOCK: kind = .stream
    default: kind = .other
    }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modifiedSeconds = status.st_mtim.tv_sec
    modifiedNanoseconds = status.st_mtim.tv_nsec
  }

  /// When the file was last written.
  var modifiedAt: Timestamp {
    Timestamp(milliseconds: Int64(modifiedSeconds) * 1000 + Int64(modifiedNanoseconds) / 1_000_000)
  }
}

extension Timestamp {
  /// The present moment, by the system's clock.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
