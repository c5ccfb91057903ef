// A plan as libcurl's options.

internal import CCurl

/// Sets the options of a handle.
struct CurlOptions {
  let easy: UnsafeMutableRawPointer
  let plan: CurlPlan

  func apply() {
    set(CURLOPT_URL, plan.url)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_PATH_AS_IS, 1)
    // A redirect is an answer: whoever follows one takes headers along to a place that the operator never named.
    set(CURLOPT_FOLLOWLOCATION, 0)
    // One connection a stream: a reader that pauses holds up no other.
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    // No signals, and no waiting for a name's look-up whose transfer is gone.
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_TCP_KEEPIDLE, 30)
    set(CURLOPT_TCP_KEEPINTVL, 15)
    set(CURLOPT_BUFFERSIZE, 64 << 10)
    set(CURLOPT_CONNECTTIMEOUT_MS, max(1, plan.connectLimit.wholeMilliseconds))
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_PROXY, plan.proxy)
    set(CURLOPT_NOPROXY, "")
    set(CURLOPT_USERAGENT, "gmsa-tui")
    if plan.acceptsGzip { set(CURLOPT_ACCEPT_ENCODING, "gzip") }
    if let path = plan.socketPath { set(CURLOPT_UNIX_SOCKET_PATH, path) }
    if let body = plan.body {
      set(CURLOPT_POST, 1)
      _ = cc_set_body(easy, body, body.utf8.count)
    } else {
      set(CURLOPT_HTTPGET, 1)
    }
    if let tls = plan.tls { apply(tls) }
  }

  private func apply(_ tls: TLSSettings) {
    set(CURLOPT_SSL_VERIFYPEER, tls.verifiesServer ? 1 : 0)
    set(CURLOPT_SSL_VERIFYHOST, tls.verifiesServer ? 2 : 0)
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    if case .given(let authorities) = tls.authorities {
      // Or the machine's authorities would count beside the given ones.
      _ = cc_set_text(easy, CURLOPT_CAINFO, nil)
      _ = cc_set_text(easy, CURLOPT_CAPATH, nil)
      set(CURLOPT_CAINFO_BLOB, authorities)
    }
    guard let client = tls.client else { return }
    set(CURLOPT_SSLCERT_BLOB, client.certificate)
    set(CURLOPT_SSLKEY_BLOB, client.key.revealed)
    // Or OpenSSL would ask for a passphrase on the operator's terminal.
    set(CURLOPT_KEYPASSWD, "")
  }

  private func set(_ option: CURLoption, _ value: Int) { _ = cc_set_long(easy, option, value) }
  private func set(_ option: CURLoption, _ text: String) { _ = cc_set_text(easy, option, text) }
  private func set(_ option: CURLoption, _ bytes: [UInt8]) {
    _ = cc_set_blob(easy, option, bytes, bytes.count)
  }
}

extension Duration {
  /// Whole milliseconds, as libcurl and poll count.
  var wholeMilliseconds: Int {
    let parts = components
    return Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
  }
}
