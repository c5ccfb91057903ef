// The users that a process in a container may run as, and which of them act in the domain as the gMSA.

/// A user inside a Windows container.
public enum WindowsUser {
  /// Whether a process of this user has the gMSA's identity in the domain: Network Service and Local System have; names
  /// are compared without case, blanks and authority. Source: VD gmsa-configure-app.md (domain.md 3.2).
  public static func carriesIdentity(_ name: String) -> Bool {
    var folded = name.lowercased().filter { $0 != " " }[...]
    if let separator = folded.lastIndex(of: #"\"#) {
      guard ["ntauthority", "builtin", ".", ""].contains(folded[..<separator]) else { return false }
      folded = folded[folded.index(after: separator)...]
    }
    return ["networkservice", "system", "localsystem", "s-1-5-18", "s-1-5-20"].contains(folded)
  }
}
