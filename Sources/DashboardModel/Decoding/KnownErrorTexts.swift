// The table of error texts that orchestrators, engines and Windows print about credential specs, and its look-ups.

/// Error texts whose meaning is known from the source that prints them.
public enum KnownErrorTexts {
  /// Every text. Of several that match, the first says more: special ones stand before general ones.
  public static let all: [KnownErrorText] = ofEngine + ofSwarm + ofWebhook + ofKubernetes + ofHost

  /// The known text that a text from outside is or holds, the most telling one; nil where none does.
  public static func first(in text: String) -> KnownErrorText? {
    let folded = FoldedText(text)
    return all.first { $0.matches(folded) }
  }

  /// Whether a text says that the host lacks the file, registry value or config of a credential spec.
  public static func sayCredentialSpecIsAbsent(_ text: String) -> Bool {
    let folded = FoldedText(text)
    return absence.contains { $0.matches(folded) }
  }

  /// The rules of things that are not there: GMSA101 (file, registry value) and GMSA201 (config in the agent's store).
  private static let absence = ofEngine.filter { $0.rule == "GMSA101" || $0.rule == "GMSA201" }
}
