// The commands that rules hand out, each in one place, so that all rules name places and paths alike.

extension CopyableCommand {
  /// Where Docker looks for credential spec files. Source: moby daemon/daemon.go; domain.md 1.4.
  static let credentialSpecFolder = #"C:\ProgramData\Docker\CredentialSpecs"#
  /// Where Docker looks for registry values. Source: moby daemon/oci_windows.go.
  static let credentialSpecKey =
    #"HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Virtualization\Containers\CredentialSpecs"#

  /// A PowerShell command on a host.
  static func onHost(_ host: HostID?, _ text: String) -> CopyableCommand {
    CopyableCommand(place: "in PowerShell on \(host?.name ?? "the host")", text: text)
  }

  /// A Docker command on a Swarm manager.
  static func onManager(_ text: String) -> CopyableCommand {
    CopyableCommand(place: "on a Swarm manager", text: text)
  }

  /// A kubectl command.
  static func kubectl(_ text: String) -> CopyableCommand {
    CopyableCommand(place: "anywhere with kubectl", text: "kubectl \(text)")
  }

  /// Path or key and name of what lies on a host, as PowerShell words.
  static func path(of credentialSpec: CredentialSpecID) -> String {
    QuotedWord.powerShell("\(credentialSpecFolder)\\\(credentialSpec.name)")
  }

  /// Shows the copy that lies on a host, or that it does not.
  static func showCopy(of credentialSpec: CredentialSpecID, on host: HostID?) -> CopyableCommand {
    if credentialSpec.delivery == .hostRegistry {
      let name = QuotedWord.powerShell(credentialSpec.name)
      return onHost(host, "Get-ItemProperty '\(credentialSpecKey)' -Name \(name)")
    }
    return onHost(host, "Get-Content \(path(of: credentialSpec))")
  }
}

extension ServiceID {
  /// `-n shop deployment web`, ready for `kubectl get`.
  var kubectlWords: String {
    "-n \(QuotedWord.posix(namespace)) \(kind.rawValue.lowercased()) \(QuotedWord.posix(name))"
  }

  /// The name as an operator of its orchestrator would say it: `shop/Deployment/web`, `web`.
  var spokenName: String { namespace.isEmpty ? name : "\(namespace)/\(kind.rawValue)/\(name)" }
}
