// Codes that the Host Compute Service answers with, above all those that a credential spec provokes.

extension WindowsErrorMeaning {
  private static let pluginCheck =
    "read the log Microsoft-Windows-Containers-CCG/Admin on the host (events 3, 4, 6 and 8 name the step that failed)"

  static let ofContainers: [WindowsErrorMeaning] = [
    WindowsErrorMeaning(
      ["RPC_NT_SERVER_UNAVAILABLE", "RPC_S_SERVER_UNAVAILABLE"], [0xC002_0017, 1722],
      means: "the RPC server is unavailable",
      cause:
        "the host could not get the gMSA's password: no domain controller answers, or the credspec's plug-in "
        + "failed; inside a container, nltest says it where no credspec arrived at all",
      check: pluginCheck + ", then ports and DNS to a domain controller: nltest /dsgetdc:DOMAIN",
      source: "microsoft/Windows-Containers#221, #520, #541"),
    WindowsErrorMeaning(
      ["STATUS_INVALID_PARAMETER", "ERROR_INVALID_PARAMETER"], [0xC000_000D, 87],
      means: "a parameter is invalid",
      cause:
        "the credspec is empty or malformed: an old CRD without a full schema prunes its fields to {}, or it was "
        + "written by hand or in another encoding",
      check: "lint the contents (gmsa-tui lint FILE), and look at what the replica was really handed",
      source: "kubernetes-sigs/windows-gmsa PR #31"),
    WindowsErrorMeaning(
      ["STATUS_BAD_VALIDATION_CLASS", "ERROR_BAD_VALIDATION_CLASS"], [0xC000_00A7, 1348],
      means: "the validation class that was asked for is invalid",
      cause: "seen when containers with a gMSA were created; no cause has been published",
      check: pluginCheck, source: "microsoft/Windows-Containers#544"),
    WindowsErrorMeaning(
      ["REGDB_E_CLASSNOTREG"], [0x8004_0154],
      means: "the COM class is not registered",
      cause: "the credspec names a plug-in (HostAccountConfig.PluginGUID) that is not installed on this host",
      check: #"look for the GUID under HKLM\SYSTEM\CurrentControlSet\Control\CCG\COMClasses on the host"#,
      source: "winerror.h; MicrosoftDocs/sdk-api#1040"),
    WindowsErrorMeaning(
      ["HCS_E_TERMINATED_DURING_START"], [0xC037_0100],
      means: "the container ended while it was started", source: "winerror.h (Host Compute Service)"),
    WindowsErrorMeaning(
      ["HCS_E_IMAGE_MISMATCH"], [0xC037_0101],
      means: "the image's Windows build does not fit the host's: no matter of the credspec",
      source: "winerror.h (Host Compute Service)"),
    WindowsErrorMeaning(
      ["HCS_E_HYPERV_NOT_INSTALLED"], [0xC037_0102],
      means: "Hyper-V isolation was asked for and Hyper-V is not installed: no matter of the credspec",
      source: "winerror.h (Host Compute Service)"),
    WindowsErrorMeaning(
      ["HCS_E_INVALID_STATE"], [0xC037_0105],
      means: "the container is not in a state that allows the operation",
      source: "microsoft/hcsshim internal/hcs/errors.go"),
    WindowsErrorMeaning(
      ["HCS_E_UNEXPECTED_EXIT"], [0xC037_0106],
      means: "the container exited unexpectedly", source: "microsoft/hcsshim internal/hcs/errors.go"),
    WindowsErrorMeaning(
      ["HCS_E_CONNECTION_TIMEOUT"], [0xC037_0109],
      means: "the container did not answer in time: a slow or full host is the usual reason",
      source: "winerror.h (Host Compute Service)"),
    WindowsErrorMeaning(
      ["HCS_E_INVALID_JSON"], [0xC037_010D],
      means: "the Host Compute Service could not read the JSON it was given",
      cause: "the credspec is not JSON, or has a byte-order mark or another encoding",
      check: "lint the contents (gmsa-tui lint FILE)", source: "microsoft/hcsshim internal/hcs/errors.go"),
    WindowsErrorMeaning(
      ["HCS_E_SYSTEM_NOT_FOUND"], [0xC037_010E],
      means: "the container does not exist any more", source: "microsoft/hcsshim internal/hcs/errors.go"),
    WindowsErrorMeaning(
      ["HCS_E_SYSTEM_ALREADY_STOPPED"], [0xC037_0110],
      means: "the container has stopped already", source: "microsoft/hcsshim internal/hcs/errors.go"),
  ]
}
