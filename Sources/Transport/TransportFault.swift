// Why a request brought no answer, or only part of one: facts without prose.

/// What went wrong on the way. An answer of any status is none of these.
package enum TransportFault: Error, Hashable, Sendable {
  /// No address is known for the name.
  case nameNotFound(host: String)
  /// Something is there, and nothing listens on the port or socket.
  case refused
  /// The network has no way there. `reason` in the system's words.
  case unreachable(reason: String)
  /// There is no such socket in the file system.
  case noSocket(path: String)
  /// The socket's permissions keep this user out.
  case socketForbidden(path: String)
  /// The time for it was over.
  case timedOut(TransportStage)
  /// The two sides did not agree on encryption.
  case tls(TLSFault)
  /// The proxy did not let through.
  case proxy(ProxyFault)
  /// The command that is the connection did not make one, or ended.
  case command(CommandFault)
  /// The other side ended before its answer was complete.
  case closedEarly(TransportStage)
  /// An answer had begun, and then nothing came for this long.
  case silent(Duration)
  /// What came is no HTTP.
  case noHTTP(reason: String)
  /// The request cannot be sent as it is, for a header or path that HTTP cannot carry.
  case unsendable(reason: String)
  /// The task that asked was cancelled, or the transport was closed.
  case cancelled
  /// Anything else, in libcurl's words.
  case other(reason: String)
}

/// How far a connection or an answer had come.
package enum TransportStage: Hashable, Sendable {
  /// Looking for the address of the name.
  case lookup
  /// Reaching the address.
  case connecting
  /// Agreeing on encryption.
  case handshake
  /// Waiting for the first line of the answer.
  case answer
  /// Reading the body.
  case body
}

/// What two sides did not agree on.
package enum TLSFault: Hashable, Sendable {
  /// The server's certificate is for other names than the expected one.
  case wrongName(expected: String)
  /// Nobody who is trusted signed the server's certificate.
  case unknownAuthority
  /// The server's certificate is no longer valid.
  case serverExpired
  /// The server's certificate is not valid yet, or this machine's clock is behind.
  case serverNotYetValid
  /// The server's certificate fails otherwise; OpenSSL's words.
  case serverRejected(reason: String)
  /// The server says that the client's certificate has expired.
  case clientExpired
  /// The server wants a client's certificate, and none was shown.
  case clientMissing
  /// The server does not take the client's certificate; OpenSSL's words.
  case clientRejected(reason: String)
  /// The certificate and key to be shown cannot be used: no PEM, a key of another certificate, or a passphrase on it.
  case clientUnusable(reason: String)
  /// The authorities to be trusted are no PEM certificates.
  case authoritiesUnusable
  /// One side speaks TLS and the other does not.
  case noTLS
  /// Anything else; OpenSSL's words.
  case other(reason: String)
}

/// What a proxy did.
package enum ProxyFault: Hashable, Sendable {
  /// No address is known for the proxy's name.
  case nameNotFound
  /// The proxy cannot be reached.
  case unreachable(reason: String)
  /// It answered with a status instead of making way; 407 asks for a login.
  case refusedWay(status: Int)
  /// Anything else, SOCKS among it.
  case other(reason: String)
}

/// What became of the command that is the connection.
package enum CommandFault: Error, Hashable, Sendable {
  /// It could not be started; the system's words.
  case notStarted(program: String, reason: String)
  /// It ended; `status` is nil where it still ran. `words` is the end of what it wrote to standard error.
  case ended(program: String, status: Int32?, words: String)
}
