// What libcurl and OpenSSL say of a failed transfer, as a fault.

internal import CCurl
internal import Glibc

/// How a transfer failed. The texts are those of libcurl 7.88 to 8.x and OpenSSL 3.
struct CurlOutcome {
  var code: CURLcode
  /// libcurl's words.
  var words: String
  /// The system's error number of a failed connect.
  var systemError: Int32 = 0
  /// OpenSSL's verdict on the server's certificate (X509_V_ERR_…), 0 where it has none.
  var verdict = 0
  /// The status of a proxy's answer.
  var proxyStatus = 0
  var wasLookedUp = false
  var wasConnected = false
  var hasHead = false
  var plan: CurlPlan

  init(code: CURLcode, words: String, plan: CurlPlan) {
    self.code = code
    self.words = words
    self.plan = plan
  }

  init(_ job: CurlJob, _ code: CURLcode) {
    let words = job.errorWords
    self.init(
      code: code, words: words.isEmpty ? String(cString: curl_easy_strerror(code)) : words,
      plan: job.transfer.plan)
    systemError = Int32(truncatingIfNeeded: cc_long(job.easy, CURLINFO_OS_ERRNO))
    verdict = cc_long(job.easy, CURLINFO_SSL_VERIFYRESULT)
    proxyStatus = cc_long(job.easy, CURLINFO_HTTP_CONNECTCODE)
    wasLookedUp = cc_time(job.easy, CURLINFO_NAMELOOKUP_TIME_T) > 0
    wasConnected = cc_time(job.easy, CURLINFO_CONNECT_TIME_T) > 0
    hasHead = job.hasHead
  }

  /// The fault.
  var fault: TransportFault {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .nameNotFound(host: plan.expectedName)
    case CURLE_COULDNT_RESOLVE_PROXY: .proxy(.nameNotFound)
    case CURLE_COULDNT_CONNECT: connectFault
    case CURLE_OPERATION_TIMEDOUT: .timedOut(stage)
    case CURLE_GOT_NOTHING: .closedEarly(.answer)
    case CURLE_PARTIAL_FILE: .closedEarly(.body)
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: exchangeFault
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_BAD_CONTENT_ENCODING:
      .noHTTP(reason: words)
    case CURLE_SSL_CONNECT_ERROR where words.contains("SSL_ERROR_SYSCALL"): .closedEarly(.handshake)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
      .tls(TLSFaultReading(self).fault)
    case CURLE_PROXY: .proxy(.other(reason: words))
    case CURLE_URL_MALFORMAT: .unsendable(reason: words)
    default: .other(reason: words)
    }
  }

  private var stage: TransportStage {
    // libcurl 7.88 counts a connection as made when its encryption is.
    if wasConnected || words.hasPrefix("SSL") { return .handshake }
    return wasLookedUp ? .connecting : .lookup
  }

  private var connectFault: TransportFault {
    if let path = plan.socketPath {
      switch systemError {
      case ENOENT, ENOTDIR: return .noSocket(path: path)
      case EACCES, EPERM: return .socketForbidden(path: path)
      default: break
      }
    }
    if !plan.proxy.isEmpty { return .proxy(.unreachable(reason: systemWords)) }
    return systemError == ECONNREFUSED ? .refused : .unreachable(reason: systemWords)
  }

  private var systemWords: String { systemError == 0 ? words : String(cString: strerror(systemError)) }

  /// Failures while request and answer went over the connection, the proxy's and late words of TLS among them.
  private var exchangeFault: TransportFault {
    if !plan.proxy.isEmpty, proxyStatus >= 300 { return .proxy(.refusedWay(status: proxyStatus)) }
    if words.contains("alert") || words.contains("SSL routines") { return .tls(TLSFaultReading(self).fault) }
    return .closedEarly(hasHead ? .body : .answer)
  }
}
