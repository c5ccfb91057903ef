// Where libcurl calls back: C functions that find their job and hand over.

internal import CCurl

/// The callbacks of a job.
enum CurlCallbacks {
  /// Tells libcurl whom to call.
  static func set(_ job: CurlJob) {
    let context = Unmanaged.passUnretained(job).toOpaque()
    let easy = job.easy
    _ = cc_set_data_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      CurlCallbacks.job(context)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
    }
    _ = cc_set_pointer(easy, CURLOPT_WRITEDATA, context)
    _ = cc_set_data_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      CurlCallbacks.job(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
      return size * count
    }
    _ = cc_set_pointer(easy, CURLOPT_HEADERDATA, context)
    _ = cc_set_sent_callback(easy) { context, _, _, _, _ in
      CurlCallbacks.job(context)?.noteActivity()
      return CURL_PREREQFUNC_OK
    }
    _ = cc_set_pointer(easy, CURLOPT_PREREQDATA, context)
    setSockets(job, context)
  }

  private static func setSockets(_ job: CurlJob, _ context: UnsafeMutableRawPointer) {
    _ = cc_set_socket_callbacks(
      job.easy,
      { context, _, address in
        guard let job = CurlCallbacks.job(context), let address else { return cc_bad_socket() }
        if job.transfer.plan.command != nil { return job.loop.openSocket(address, for: job) }
        return cc_open_socket(address)
      },
      { context, descriptor in
        guard let context else { return 1 }
        // A connection outlives the job that opened it.
        Unmanaged<CurlLoop>.fromOpaque(context).takeUnretainedValue().socketEnded(descriptor)
        return 0
      })
    _ = cc_set_pointer(job.easy, CURLOPT_OPENSOCKETDATA, context)
    _ = cc_set_pointer(job.easy, CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(job.loop).toOpaque())
  }

  fileprivate static func job(_ context: UnsafeMutableRawPointer?) -> CurlJob? {
    context.map { Unmanaged<CurlJob>.fromOpaque($0).takeUnretainedValue() }
  }
}
