// What orchestrators and hosts say when a credential spec is not there, recognised by the parts that do not vary.

/// Error texts whose meaning is known from the source that prints them.
public enum KnownErrorTexts {
  /// Whether a text says that the host lacks the file, registry value or config of a credential spec.
  /// Source: moby daemon/oci_windows.go, swarmkit agent/configs/configs.go (domain.md 2.2).
  public static func sayCredentialSpecIsAbsent(_ text: String) -> Bool {
    let folded = text.lowercased()
    if folded.contains("failed to load credential spec") { return saysNotFound(folded) }
    if folded.contains("credential spec"), folded.contains("could not be read") { return true }
    if folded.contains("failed handling spec"), folded.contains("could not be opened") { return true }
    if folded.contains("registry credential spec"), folded.contains("was not found") { return true }
    return folded.contains("config store") && folded.contains("not found")
  }

  /// Windows' and Go's words for a file that is not there.
  private static func saysNotFound(_ folded: String) -> Bool {
    folded.contains("cannot find the file") || folded.contains("no such file")
      || folded.contains("cannot find the path")
  }
}
