// Asks an exec plugin for a credential: what it is told, how long it may take, and what its answer is worth.

import DashboardModel
import StructuredText
import Transport

/// Runs of one plugin.
struct PluginRun: Sendable {
  /// How long a plugin may take. A login in a browser takes a while; a plugin that waits for a terminal waits for ever.
  static let timeLimit: Duration = .seconds(60)

  /// What a run gave.
  struct Answer: Hashable, Sendable {
    let credential: ExecCredential
    /// What it wrote to standard error all the same.
    let words: String
  }

  let plugin: ExecPlugin
  let cluster: PluginCluster
  let environment: Environment
  var timeLimit = Self.timeLimit

  /// Runs the plugin once.
  func answer() async throws(LoginFault) -> Answer {
    // Source: client.authentication.k8s.io/v1, ExecInteractiveMode: Always fails where standard input is no terminal.
    if plugin.mode == .always { throw .plugin(fault(.needsTerminal)) }
    let outcome: PluginProcess.Outcome
    do throws(SystemErrorNumber) {
      outcome = try await process.outcome()
    } catch {
      // ENOENT, ENOTDIR
      throw .plugin(fault([2, 20].contains(error.code) ? .notInstalled : .notStarted(code: error.code)))
    }
    do throws(ExecCredentialFault) {
      return try answer(outcome)
    } catch {
      if outcome.ending == .cancelled { throw .cancelled }
      throw .plugin(fault(reason(outcome, error), outcome.words))
    }
  }

  private var process: PluginProcess {
    var values = environment.values
    for variable in plugin.variables { values[variable.name] = variable.value.revealed }
    values[ExecInfo.variable] = ExecInfo.json(plugin, cluster)
    return PluginProcess(
      program: plugin.program, arguments: plugin.arguments.map(\.revealed),
      variables: values.map { "\($0.key)=\($0.value)" }, timeLimit: timeLimit)
  }

  private func answer(_ outcome: PluginProcess.Outcome) throws(ExecCredentialFault) -> Answer {
    guard outcome.ending == .exited(status: 0) else { throw .silent }
    let credential = try ExecCredential(reading: outcome.output, expecting: plugin.api)
    return Answer(credential: credential, words: words(outcome.words, beside: credential))
  }

  private func reason(_ outcome: PluginProcess.Outcome, _ fault: ExecCredentialFault) -> PluginFault.Reason {
    switch outcome.ending {
    case .exited(let status) where status != 0: return .failed(status: status)
    case .signalled(let signal): return .killed(signal: signal)
    case .timedOut: return .timedOut(after: timeLimit)
    case .wroteTooMuch: return .tooMuch(limit: process.outputLimit)
    case .exited, .cancelled: break
    }
    switch fault {
    case .silent: return .silent
    case .garbage(let reason): return .garbage(reason)
    case .wrongVersion(let found): return .wrongVersion(expected: plugin.api.rawValue, found: found)
    case .noCredential: return .noCredential
    case .halfCertificate: return .halfCertificate
    }
  }

  private func fault(_ reason: PluginFault.Reason, _ words: [UInt8] = []) -> PluginFault {
    PluginFault(
      name: plugin.name, reason: reason, words: self.words(words, beside: nil), hint: plugin.hint,
      place: plugin.place)
  }

  private func words(_ bytes: [UInt8], beside credential: ExecCredential?) -> String {
    let secrets = plugin.secrets + [credential?.token].compactMap(\.self)
    return PluginWords.text(SecretMask.masked(String(decoding: bytes, as: UTF8.self), hiding: secrets))
  }
}

/// What a plugin wrote for people, as one line.
enum PluginWords {
  /// The most that is shown.
  private static let limit = 600

  /// The words without colours and empty lines; the end of them where they are many, since that is where the cause is.
  static func text(_ words: String, between separator: String = "; ") -> String {
    let lines = withoutEscapes(words).split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    let text = lines.joined(separator: separator)
    return text.count > limit ? "…" + text.suffix(limit) : text
  }

  /// Without the escape sequences by which programs colour their words.
  private static func withoutEscapes(_ words: String) -> String {
    var kept = String.UnicodeScalarView()
    var scalars = words.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\u{1B}" else {
        kept.append(scalar)
        continue
      }
      guard scalars.next() == "[" else { continue }
      while let next = scalars.next(), !(0x40...0x7E).contains(next.value) {}
    }
    return String(kept)
  }
}
