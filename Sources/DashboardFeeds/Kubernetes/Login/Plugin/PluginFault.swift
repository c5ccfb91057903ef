// Why an exec plugin gave no credential, as facts; `LoginFaultText` has the words.

package import StructuredText

/// What became of an exec plugin. `words` is the end of what it wrote to standard error, without secrets.
package struct PluginFault: Error, Hashable, Sendable {
  /// What happened.
  package enum Reason: Hashable, Sendable {
    /// There is no such program.
    case notInstalled
    /// The system did not start it; `code` is errno.
    case notStarted(code: Int32)
    /// It ended with this status.
    case failed(status: Int32)
    /// A signal ended it.
    case killed(signal: Int32)
    /// It did not end in this time, and was ended.
    case timedOut(after: Duration)
    /// It wrote more than any credential is.
    case tooMuch(limit: Int)
    /// It wrote nothing.
    case silent
    /// It wrote something else than JSON.
    case garbage(JSONFault.Reason)
    /// It wrote a credential of another version.
    case wrongVersion(expected: String, found: String)
    /// It wrote a credential with neither token nor certificate.
    case noCredential
    /// It wrote a certificate without a key, or a key without a certificate.
    case halfCertificate
    /// It says that it runs at a terminal alone, and here it gets none.
    case needsTerminal
  }

  /// The program without its folder.
  package let name: String
  package let reason: Reason
  package let words: String
  /// The kubeconfig's hint, where the program is not installed.
  package let hint: String?
  /// Where the kubeconfig has it.
  package let place: KubeconfigPlace
}
