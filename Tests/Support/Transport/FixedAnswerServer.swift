// A real server on loopback that answers every request with the same bytes, HTTP or not.

import Dispatch
import Foundation

/// A server that ends with this object.
package final class FixedAnswerServer: Sendable {
  private let socket: Int32
  /// Where it listens.
  package let port: Int

  /// Listens at once. `answer`: what is written after the head of a request has come; nil: nothing ever.
  package init(answering answer: String?) throws {
    let listener = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    socket = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Thread.detachNewThread { Self.serve(connection, answer) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private static func serve(_ connection: Int32, _ answer: String?) {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while read(connection, &buffer, buffer.count) > 0 {
      guard let answer else { continue }
      let bytes = Array(answer.utf8)
      _ = write(connection, bytes, bytes.count)
      break
    }
    close(connection)
  }
}
