// GMSA501: the contents of a credential spec are no JSON.

/// Fires for contents that are no JSON.
public struct ContentsNotJSON: ContentsRule {
  /// GMSA501.
  public static let card = RuleCard(
    id: "GMSA501", name: "contents-not-json", severity: .critical, since: "0.1",
    explains: ["GMSA204", "GMSA604"],
    page: RulePage(
      means:
        "The text is no JSON: a comma or quote too many or too few, a file cut off in the "
        + "middle, YAML, or two objects in one file.",
      matters:
        "Windows parses the text when a container starts and refuses it; the start fails "
        + "with a bare winapi error, or CCG logs event 3. Critical: nothing can use it.",
      confirm:
        "gmsa-tui lint names the line and column where the text stops being JSON. PowerShell "
        + "tells, too: Get-Content -Raw FILE | ConvertFrom-Json.",
      fix:
        "Write the file again with New-CredentialSpec, or mend the place that lint names. "
        + "Deliver it the way it was delivered.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/gmsa-troubleshooting.md",
        "moby/moby daemon/oci_windows.go",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
