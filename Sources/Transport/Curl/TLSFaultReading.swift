// OpenSSL's words for a handshake that failed, as a fault.

internal import CCurl

/// Reads why two sides did not agree. Alerts are what the server says of the client; verdicts are what this side says of
/// the server. Source: RFC 8446 section 6.2; openssl/x509_vfy.h.
struct TLSFaultReading {
  private let outcome: CurlOutcome
  private let words: String

  init(_ outcome: CurlOutcome) {
    self.outcome = outcome
    words = outcome.words.lowercased()
  }

  var fault: TLSFault {
    switch outcome.code {
    case CURLE_SSL_CACERT_BADFILE: return .authoritiesUnusable
    case CURLE_SSL_CERTPROBLEM: return .clientUnusable(reason: outcome.words)
    default: break
    }
    if let alert { return alert }
    if words.contains("wrong version number") || words.contains("http request")
      || words.contains("packet length too long") || words.contains("record layer failure")
    {
      return .noTLS
    }
    return outcome.code == CURLE_PEER_FAILED_VERIFICATION ? verdict : .other(reason: outcome.words)
  }

  private var alert: TLSFault? {
    guard words.contains("alert") else { return nil }
    if words.contains("alert certificate expired") { return .clientExpired }
    if words.contains("alert certificate required") { return .clientMissing }
    let rejections = [
      "bad certificate", "unknown ca", "certificate revoked", "certificate unknown", "access denied",
    ]
    if rejections.contains(where: { words.contains("alert \($0)") }) {
      return outcome.plan.tls?.client == nil ? .clientMissing : .clientRejected(reason: outcome.words)
    }
    // TLS 1.2 has no word of its own for a missing certificate.
    if words.contains("alert handshake failure"), outcome.plan.tls?.client == nil { return .clientMissing }
    return nil
  }

  private var verdict: TLSFault {
    if words.contains("does not match") || words.contains("subject name matches") {
      return .wrongName(expected: outcome.plan.expectedName)
    }
    // This side found no fault: what libcurl reports so is the server's word for the client's certificate.
    if outcome.words == "SSL certificate verification failed" { return .clientExpired }
    return switch outcome.verdict {
    case 2, 18, 19, 20, 21, 24, 26: .unknownAuthority
    case 9: .serverNotYetValid
    case 10: .serverExpired
    case 62, 64: .wrongName(expected: outcome.plan.expectedName)
    default: .serverRejected(reason: outcome.words)
    }
  }
}
