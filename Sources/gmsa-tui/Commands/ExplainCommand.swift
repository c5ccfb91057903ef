// gmsa-tui explain WORD…: a finding, a state, a number or an error text explained; no cluster needed.

import ArgumentParser
import DashboardReports
import Glibc
import StructuredText

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "What a finding, a state, an error number or a line of a log means; no cluster needed.",
    discussion: """
      Examples:
        gmsa-tui explain GMSA101
        gmsa-tui explain stale
        gmsa-tui explain 3489660941
        gmsa-tui explain -1073741715
        gmsa-tui explain CCG 6
        gmsa-tui explain "hcs::CreateComputeSystem 5f1c: winapi error #3489792023: unknown"
        kubectl get events -A | gmsa-tui explain -
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "A finding's id or name, a state, a number, a symbol, an event, a term, a text in quotes, or - for a log.",
      valueName: "word"))
  var words: [String] = []

  @Flag(help: "Write ASCII alone.")
  var ascii = false

  func validate() throws {
    if words.isEmpty {
      throw ValidationError("explain takes a word, a number or a text, such as: gmsa-tui explain 3489660941")
    }
  }

  /// What was typed, without the `--` that tells the shell's words from options.
  private var asked: String {
    let typed = words.first == "--" ? words.dropFirst() : words[...]
    return typed.joined(separator: " ")
  }

  func run() throws {
    if asked == "-" { return try explainLog() }
    var output = StandardOutput()
    do throws(Explanation.UnknownWord) {
      output.write(try Explanation(of: asked, isASCII: ascii).text)
    } catch {
      StandardError.print(ErrorText.text(of: error))
      throw ExitCode(2)
    }
    output.flush()
  }

  /// Logs are read up to this many bytes.
  private static let maximumLog = 16 << 20

  private func explainLog() throws {
    var log: DecodedText?
    do throws(SystemFault) {
      log = try DecodedText.read(FileByteSource(descriptor: 0), limit: Self.maximumLog)
    } catch {
      StandardError.print("gmsa-tui: standard input: \(String(cString: strerror(error.code)))")
      throw ExitCode(2)
    }
    guard let log else {
      StandardError.print("gmsa-tui: standard input is larger than 16 MiB; give the lines in question")
      throw ExitCode(2)
    }
    let known = LogExplanation(of: String(decoding: log.bytes, as: UTF8.self), isASCII: ascii)
    if known.text.isEmpty {
      StandardError.print("gmsa-tui: no line of standard input holds a known error text, number or symbol")
      throw ExitCode(2)
    }
    var output = StandardOutput()
    output.write(known.text)
    output.flush()
  }
}
