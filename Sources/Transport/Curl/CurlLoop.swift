// The network's thread: takes orders, lets libcurl work, waits, and tells transfers how they ended.

internal import CCurl
internal import Glibc

/// The loop of the network's thread.
final class CurlLoop {
  private let multi: UnsafeMutableRawPointer
  private let network: CurlNetwork
  private var jobs: [ObjectIdentifier: CurlJob] = [:]
  private var jobsByHandle: [UnsafeMutableRawPointer: CurlJob] = [:]
  private var commands = CommandTable()
  /// Jobs that failed on a command's connection, until the command has said why.
  private var failures: [Failure] = []

  private struct Failure {
    let job: CurlJob
    let outcome: CurlOutcome
    let deadline: ContinuousClock.Instant
  }

  /// A connection of this process to itself that a command will be started on.
  private struct ExpectedConnection {
    let job: CurlJob
    let listener: Int32
    let socket: Int32
  }
  private var expected: [ExpectedConnection] = []

  init(_ multi: UnsafeMutableRawPointer, _ network: CurlNetwork) {
    self.multi = multi
    self.network = network
    // How many connections wait for another request.
    _ = cc_set_multi_long(multi, CURLMOPT_MAXCONNECTS, 16)
  }

  /// Runs until the network is stopped.
  func run() {
    while let orders = network.takeOrders() {
      for order in orders { carryOut(order) }
      var running: Int32 = 0
      _ = curl_multi_perform(multi, &running)
      startCommands()
      var code = CURLE_OK
      while let easy = cc_next_ended(multi, &code) {
        if let job = jobsByHandle[easy] { ended(job, code) }
      }
      endSilentJobs()
      reportFailures()
      wait()
    }
    for job in Array(jobs.values) { end(job, .failure(.cancelled)) }
    for failure in failures { failure.job.transfer.finish(.failure(.cancelled)) }
    network.close()
    curl_multi_cleanup(multi)
    commands.endAll()
  }

  private func carryOut(_ order: CurlNetwork.Order) {
    switch order {
    case .start(let transfer):
      // A task that was cancelled at once gives its orders the other way round.
      if transfer.isOver { return }
      guard let job = CurlJob(transfer, self) else {
        return transfer.finish(.failure(.other(reason: "libcurl gives no handle")))
      }
      jobs[ObjectIdentifier(transfer)] = job
      jobsByHandle[job.easy] = job
      _ = curl_multi_add_handle(multi, job.easy)
    case .resume(let transfer):
      guard let job = jobs[ObjectIdentifier(transfer)] else { return }
      job.noteActivity()
      _ = curl_easy_pause(job.easy, cc_pause_nothing())
    case .cancel(let transfer):
      if let job = jobs[ObjectIdentifier(transfer)] {
        end(job, .failure(.cancelled))
      } else {
        transfer.finish(.failure(.cancelled))
      }
    }
  }

  private func end(_ job: CurlJob, _ result: Result<Void, TransportFault>) {
    remove(job)
    job.transfer.finish(result)
  }

  private func remove(_ job: CurlJob) {
    _ = curl_multi_remove_handle(multi, job.easy)
    jobs[ObjectIdentifier(job.transfer)] = nil
    jobsByHandle[job.easy] = nil
  }

  private func ended(_ job: CurlJob, _ code: CURLcode) {
    guard code != CURLE_OK else { return end(job, .success(())) }
    let outcome = CurlOutcome(job, code)
    remove(job)
    if job.transfer.plan.command != nil {
      failures.append(Failure(job: job, outcome: outcome, deadline: .now + .milliseconds(700)))
    } else {
      job.transfer.finish(.failure(outcome.fault))
    }
  }

  private func endSilentJobs() {
    let now = ContinuousClock.now
    for job in Array(jobs.values) {
      guard let deadline = job.silenceDeadline, deadline <= now, let limit = job.transfer.plan.silenceLimit
      else { continue }
      end(job, .failure(job.hasHead ? .silent(limit) : .timedOut(.answer)))
    }
  }
}

// Commands as connections.
extension CurlLoop {
  /// Opens a connection to this process, whose other end will be the command's.
  func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>, for job: CurlJob) -> Int32 {
    var listener: Int32 = -1
    let socket = cc_open_own_socket(address, &listener)
    if socket >= 0 { expected.append(ExpectedConnection(job: job, listener: listener, socket: socket)) }
    return socket
  }

  /// Starts the commands of connections that libcurl has made.
  private func startCommands() {
    expected.removeAll { expected in
      let connection = cc_accept_own(expected.listener)
      guard connection >= 0 else { return false }
      defer {
        Glibc.close(connection)
        Glibc.close(expected.listener)
      }
      guard let command = expected.job.transfer.plan.command else { return true }
      do throws(CommandFault) {
        expected.job.command = try commands.start(command, on: connection, socket: expected.socket)
      } catch {
        // The connection ends with this side's end of it.
        expected.job.commandFault = error
      }
      return true
    }
  }

  /// Closes a connection.
  func socketEnded(_ descriptor: Int32) {
    for given in expected where given.socket == descriptor { Glibc.close(given.listener) }
    expected.removeAll { $0.socket == descriptor }
    commands.socketEnded(descriptor)
    Glibc.close(descriptor)
  }

  /// Tells jobs why their command's connection failed, as soon as the command has ended.
  private func reportFailures() {
    commands.read()
    guard !failures.isEmpty else { return }
    let now = ContinuousClock.now
    failures.removeAll { failure in
      let plan = failure.job.transfer.plan
      guard let command = plan.command else { return true }
      let running = failure.job.command ?? commands.latest(of: command)
      if let running, !running.hasEnded, failure.deadline > now { return false }
      let fault = failure.job.commandFault ?? running?.fault
      failure.job.transfer.finish(.failure(fault.map { .command($0) } ?? failure.outcome.fault))
      return true
    }
  }

  /// Sleeps until something comes, an order is given, or a deadline is over.
  private func wait() {
    var until = jobs.values.compactMap(\.silenceDeadline).min()
    for failure in failures { until = min(until ?? failure.deadline, failure.deadline) }
    if let check = commands.nextCheck { until = min(until ?? check, check) }
    let rest = until.map { max(0, (ContinuousClock.now.duration(to: $0)).wholeMilliseconds + 1) } ?? 60_000
    let descriptors = commands.descriptors + expected.map(\.listener)
    var waits = descriptors.map { curl_waitfd(fd: $0, events: Int16(CURL_WAIT_POLLIN), revents: 0) }
    var ready: Int32 = 0
    _ = curl_multi_poll(multi, &waits, UInt32(waits.count), Int32(min(rest, 60_000)), &ready)
  }
}
