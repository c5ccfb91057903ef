// A transfer on the network's thread: libcurl's handle, and what its callbacks need.

internal import CCurl

/// A transfer that runs. Lives on the network's thread alone.
final class CurlJob {
  let easy: UnsafeMutableRawPointer
  let transfer: CurlTransfer
  /// The thread's loop, which outlives its jobs.
  unowned let loop: CurlLoop
  /// When the request was sent, or a byte of the answer came last.
  private(set) var lastActivity: ContinuousClock.Instant?
  /// Whether the head of the answer is complete.
  private(set) var hasHead = false
  /// The command that this job started.
  var command: RunningCommand?
  /// Why the command could not be started.
  var commandFault: CommandFault?
  private var head = CurlTransfer.Head(status: 0, headers: [])
  private var lists: [UnsafeMutablePointer<curl_slist>] = []
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// Nil where libcurl gives no handle, or takes an option not.
  init?(_ transfer: CurlTransfer, _ loop: CurlLoop) {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    self.transfer = transfer
    self.loop = loop
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    CurlOptions(easy: easy, plan: transfer.plan).apply()
    keep(CURLOPT_HTTPHEADER, transfer.plan.headerLines)
    keep(CURLOPT_CONNECT_TO, transfer.plan.connectTo.map { [$0] } ?? [])
    _ = cc_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
    CurlCallbacks.set(self)
  }

  deinit {
    curl_easy_cleanup(easy)
    for list in lists { curl_slist_free_all(list) }
    errorText.deallocate()
  }

  private func keep(_ option: CURLoption, _ lines: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines { list = curl_slist_append(list, line) ?? list }
    guard let list else { return }
    lists.append(list)
    _ = cc_set_list(easy, option, list)
  }

  /// libcurl's words for what went wrong; empty where it has none.
  var errorWords: String { String(cString: errorText) }

  /// When the server has been silent for too long; nil: never, or not while its reader is busy.
  var silenceDeadline: ContinuousClock.Instant? {
    guard let lastActivity, let limit = transfer.plan.silenceLimit, !transfer.isPaused else { return nil }
    return lastActivity + limit
  }

  /// The request is about to be sent, or its reader has caught up.
  func noteActivity() { lastActivity = .now }

  /// A line of the head.
  func takeHeader(_ bytes: UnsafeRawBufferPointer) {
    noteActivity()
    let line = String(decoding: bytes, as: UTF8.self).drop(while: \.isWhitespace)
    let text = line.reversed().drop(while: \.isWhitespace).reversed()
    let words = String(text)
    if words.hasPrefix("HTTP/") {
      let status = words.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      head = CurlTransfer.Head(status: status, headers: [])
    } else if let colon = words.firstIndex(of: ":") {
      let value = words[words.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      head.headers.append(HTTPHeader(String(words[..<colon]), String(value)))
    } else if words.isEmpty, head.status >= 200 {
      hasHead = true
      transfer.deliver(head)
    }
  }

  /// Bytes of the body; how many were taken, or libcurl's word for a pause.
  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    noteActivity()
    return transfer.accept(bytes) ? bytes.count : cc_write_pause()
  }
}
