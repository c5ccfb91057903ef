// Standard input as bytes, given up as soon as the stop signal comes: a pipe may stay silent for ever.

internal import Glibc
import StructuredText

/// Reads descriptor 0.
final class StandardInputSource: ByteSource {
  private let input = FileByteSource(descriptor: 0)
  private let stop: StopSignal

  init(_ stop: StopSignal) { self.stop = stop }

  var bytesExpected: Int? { input.bytesExpected }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFault) -> Int {
    var polled = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    while !stop.isSignalled {
      if poll(&polled, 2, -1) < 0, errno != EINTR { break }
      if polled[0].revents != 0 { return try input.read(into: buffer) }
    }
    return 0
  }
}
