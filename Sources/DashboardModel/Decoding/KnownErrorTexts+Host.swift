// What hcsshim, the Host Compute Service, CCG and Netlogon say on a host, often through containerd or dockerd.

extension KnownErrorTexts {
  private static let shim =
    "microsoft/hcsshim internal/credentials/credentials.go, internal/hcsoci"
  private static let ccgLog = "the log Microsoft-Windows-Containers-CCG/Admin on the host"

  static let ofHost: [KnownErrorText] = [
    KnownErrorText(
      "gmsa credentials are disabled", .hostComputeService,
      means: "gMSA was switched off for this container",
      cause: "the annotation io.microsoft.container.wcow.gmsa.disable=true is set",
      check: "the pod's annotations",
      rule: "GMSA604", source: shim),
    KnownErrorText(
      "failed to generate container credential guard instance", .hostComputeService,
      means: "Windows could not set up the container's credentials from its credspec",
      cause: "the credspec is malformed, or Container Credential Guard (CCG) or its plug-in failed",
      check: ccgLog, rule: "GMSA604", source: shim),
    KnownErrorText(
      "container credential guard instance", .hostComputeService,
      means: "Windows lost the credentials that it had set up for the container",
      cause: "Container Credential Guard (CCG) was restarted, or the container ended meanwhile",
      check: ccgLog,
      rule: "GMSA604", source: shim),
    KnownErrorText(
      "failed to update hvsocket service", .hostComputeService,
      means: "credentials could not be handed to the Hyper-V isolated container",
      cause: "the utility VM did not answer, or the host's build lacks the feature", check: ccgLog,
      rule: "GMSA604",
      source: shim),
    KnownErrorText(
      "failed to setup the external credentials for container", .windows,
      means: "Windows could not set up the container's credentials from its credspec (event 11507)",
      cause:
        "the credspec is malformed, or the plug-in or the domain controller failed; the number says which",
      check: ccgLog, rule: "GMSA604", source: "Microsoft-Windows-Hyper-V-Compute-Admin"),
    KnownErrorText(
      "createcomputesystem … winapi error #", .hostComputeService, .tellsUnlessNumberDoes,
      means: "Windows could not create the container with the credspec that it was handed",
      cause: "an error in the credspec, its plug-in, or the way to the domain; the number says which",
      check: ccgLog, rule: "GMSA604",
      source: "microsoft/Windows-Containers#221; AKS documentation"),
    KnownErrorText(
      "createcomputesystem … rpc server is unavailable", .hostComputeService,
      means: "Windows could not create the container: the RPC server is unavailable",
      cause: "no domain controller answers, or the credspec's plug-in failed", check: ccgLog, rule: "GMSA604",
      source: "microsoft/Windows-Containers#221, #520, #541"),
    KnownErrorText(
      "createcomputesystem", .hostComputeService, .numberTells,
      means: "Windows could not create the container", cause: "the number says which", check: ccgLog,
      rule: "GMSA604", source: "microsoft/hcsshim internal/hcs"),
    KnownErrorText(
      "does not have a local security database account", .windows,
      means: "the domain controller lost the account of this secure channel (Netlogon 5720)",
      cause: "containers of one gMSA share a hostname, and a later one cancelled this one's channel",
      check: "hostnames of the replicas of this gMSA", rule: "GMSA601",
      source: "microsoft/Windows-Containers#405"),
    KnownErrorText(
      "object was not found in registry", .windows,
      means: "CCG found no registration of the plug-in that the credspec names (CCG event 4)",
      cause: "the plug-in is not installed on this host, or PluginGUID is wrong",
      check: #"HKLM\SYSTEM\CurrentControlSet\Control\CCG\COMClasses on the host"#, rule: "GMSA604",
      source: "MicrosoftDocs/sdk-api#1040"),
    KnownErrorText(
      "directory service is not available|directory service is unavailable", .windows,
      means: "CCG reached no domain controller",
      cause: "DNS over TCP port 53 is blocked, or no controller answers",
      check: "on the host: nltest /dsgetdc:DOMAIN, and TCP port 53", rule: "GMSA604",
      source: "MicrosoftDocs/azure-aks-docs#245"),
    KnownErrorText(
      "failed to find credential guard instance|wrong number of service properties present",
      .hostComputeService,
      means: "Windows lost the credentials that it had set up for the container",
      cause: "Container Credential Guard (CCG) was restarted, or failed while the container started",
      check: ccgLog, rule: "GMSA604", source: "microsoft/hcsshim internal/credentials/credentials.go"),
    KnownErrorText(
      "failed to parse the credential spec", .windows,
      means: "CCG could not read the contents that the container was handed (CCG event 3)",
      cause: "the contents are malformed, or in an encoding that the engine does not decode",
      check: "gmsa-tui lint FILE", rule: "GMSA604",
      source: "MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md"),
    KnownErrorText(
      "attempted logon is invalid", .windows,
      means: "the domain refused the plug-in's user (CCG event 8)",
      cause: "its password in the secret store is wrong, or it is not among the gMSA's allowed principals",
      check: "the user and password in the secret store; Get-ADServiceAccount NAME -Properties "
        + "PrincipalsAllowedToRetrieveManagedPassword", rule: "GMSA604", source: "Azure/AKS#3849"),
    KnownErrorText(
      "system.security.securestring", .windows,
      means: "the secret holds the name of a .NET type instead of a password",
      cause: "a script wrote the SecureString object, not its text",
      check: "write the secret anew, as DOMAIN.FQDN\\USER:PASSWORD", rule: "GMSA604",
      source: "microsoft/Windows-Containers#520"),
  ]
}
