// Bytes of a file descriptor by read(2): no Foundation, no mapping that a shrinking file would turn into SIGBUS.

internal import Glibc

/// An open file, pipe or terminal; closed with the value when it was opened here.
package final class FileByteSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  package let bytesExpected: Int?

  /// Opens a file for reading.
  package convenience init(path: String) throws(SystemFault) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemFault(code: errno) }
    self.init(descriptor: descriptor, isOwned: true)
  }

  /// Reads from a descriptor that is open already, such as 0; it is closed only when it `isOwned`.
  package init(descriptor: Int32, isOwned: Bool = false) {
    self.descriptor = descriptor
    self.isOwned = isOwned
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    bytesExpected = isFile ? Int(status.st_size) : nil
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EAGAIN {
        // A terminal or pipe that another program left in non-blocking mode.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw SystemFault(code: errno)
      }
    }
  }
}
