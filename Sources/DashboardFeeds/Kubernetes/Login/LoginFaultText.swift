// The words of a login that failed: what happened, and what to do next.

internal import Glibc
import StructuredText

extension LoginFault {
  /// One or two sentences for the operator.
  package var text: String {
    switch self {
    case .kubeconfig(let fault): fault.text
    case .plugin(let fault): fault.text
    case .cancelled: "the login was cancelled."
    }
  }
}

extension PluginFault {
  /// What became of the plugin, its own words, and what to do.
  package var text: String {
    let stop = words.last.map { ".!?".contains($0) } == true ? "" : "."
    let said = words.isEmpty ? "" : " It says: \(words)\(stop)"
    return "exec plugin \(name) (\(place.text)) \(happened).\(said) \(next)"
  }

  private var happened: String {
    switch reason {
    case .notInstalled: "is not installed"
    case .notStarted(let code): "could not be started: \(String(cString: strerror(code)))"
    case .failed(let status): "failed with exit code \(status)"
    case .killed(let signal): "was ended by signal \(signal) (\(String(cString: strsignal(signal))))"
    case .timedOut(let limit):
      "did not answer within \(limit.components.seconds) s and was ended; it may wait for somebody to "
        + "type, and gets no "
        + "terminal here"
    case .tooMuch(let limit): "wrote more than \(limit >> 10) KiB, which no credential is"
    case .silent: "ended well and wrote no credential"
    case .garbage(let reason): "wrote something that is no ExecCredential: \(reason.text)"
    case .wrongVersion(let expected, let found):
      "wrote a credential of \(found.isEmpty ? "no version" : found.prefix(80).description), and the "
        + "kubeconfig says "
        + expected
    case .noCredential: "wrote a credential without a token or certificate"
    case .halfCertificate: "wrote a client certificate or key without the other"
    case .needsTerminal: "runs at a terminal alone (interactiveMode: Always), and gets none here"
    }
  }

  private var next: String {
    switch reason {
    case .notInstalled:
      hint.map { "The kubeconfig says: \(PluginWords.text($0, between: " "))" }
        ?? "Install it, or put it into PATH."
    case .wrongVersion: "Update the plugin, or let it write the kubeconfig anew."
    case .failed, .killed, .timedOut, .silent, .needsTerminal:
      "Log in with it in a shell, such as by kubectl get nodes; this program tries again by itself."
    case .notStarted: "Check the file's rights, and whether it runs in a shell."
    case .tooMuch, .garbage, .noCredential, .halfCertificate:
      "Run it in a shell to see what it writes; it should be JSON of kind ExecCredential."
    }
  }
}
