// GMSA503: the contents of a credential spec are in an encoding that Docker does not decode.

/// Fires for contents with a byte order mark, or in another encoding than UTF-8.
public struct ContentsEncoding: ContentsRule {
  /// GMSA503.
  public static let card = RuleCard(
    id: "GMSA503", name: "contents-encoding", severity: .warning, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "The file has a byte order mark, is UTF-16, or holds bytes that are no UTF-8. "
        + "PowerShell 5.1 writes UTF-16 for > and Out-File, and a mark for -Encoding utf8.",
      matters:
        "Docker hands the bytes on as they are; the module writes ASCII. A reader that does "
        + "not expect the mark takes the text for no JSON. Warning, because no report names "
        + "the exact failure.",
      confirm:
        "Format-Hex FILE | Select-Object -First 1: EF BB BF or FF FE at the start is a mark, "
        + "00 behind every letter is UTF-16.",
      fix:
        "Write it anew: (Get-Content -Raw FILE) | Out-File -Encoding ascii NEWFILE, or "
        + "New-CredentialSpec, which does so.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "moby/moby daemon/oci_windows.go",
        "containerd/containerd issue 12087",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
