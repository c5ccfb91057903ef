// GMSA603: hosts whose Windows is older than the fixes that gMSAs need.

/// Fires when a host that a service with a credential spec may use runs a Windows build without the fixes for gMSAs.
public struct OldBuild: FindingRule {
  /// GMSA603.
  public static let card = RuleCard(
    id: "GMSA603", name: "old-build", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A host runs a Windows build from before a fix that gMSAs need: with containerd on Windows Server 2019, "
        + "before 10.0.17763.1817 (KB5000822, March 2021); with any runtime, before Windows Server 2019.",
      matters:
        "With containerd the contents reach the container and gMSA authentication fails. Before Server 2019 the "
        + "hostname must be the gMSA's name, only one container at a time may use a gMSA, and Hyper-V isolation hangs.",
      confirm:
        "Look at the kernel version of the node: kubectl get nodes -o wide, or [Environment]::OSVersion and the UBR "
        + "value under HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion on the host.",
      fix:
        "Install the current cumulative update, or replace the host by one with a newer image; drain it first.",
      sources: [
        "kubernetes/website#31412 (10.0.17763.1817, KB5000822)",
        "MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md",
      ]))

  /// What a build lacks.
  enum Lack: Hashable, Sendable {
    /// Server 2019 with containerd, before KB5000822.
    case containerdFix
    /// Windows before Server 2019.
    case server2019

    /// Nil where the build has what it needs, or is not known well enough.
    init?(_ host: Host) {
      guard let build = host.windowsBuild.flatMap({ WindowsBuild($0) }) else { return nil }
      if build.build < 17_763 {
        self = .server2019
      } else if build.build == 17_763, let revision = build.revision, revision < 1817,
        host.runtime?.hasPrefix("containerd") == true
      {
        self = .containerdFix
      } else {
        return nil
      }
    }
  }

  /// A host column whose build lacks something; read off the hosts once a structure.
  struct Column: Sendable {
    let column: Int
    let lack: Lack

    /// Nil where nothing is known to lack.
    init?(_ column: Int, of host: Host) {
      guard let lack = Lack(host) else { return nil }
      self.column = column
      self.lack = lack
    }
  }

  let hosts: [HostID]
  let host: HostID
  let build: String
  let lack: Lack

  /// About the first host.
  public var subject: FindingSubject { .subject(.host(host)) }
  /// All hosts.
  public func reach(in picture: Picture) -> FindingReach { FindingReach(hosts: hosts) }

  /// Names the hosts and what they lack.
  public var message: String {
    let names = NameList(hosts.map(\.name), count: hosts.count, noun: "host").text
    let run =
      hosts.count == 1
      ? "\(names) runs Windows \(build)" : "\(names) run old Windows (\(host.name): \(build))"
    switch lack {
    case .containerdFix: return "\(run); with containerd, gMSAs need 10.0.17763.1817 (KB5000822) or newer"
    case .server2019:
      return "\(run); before Windows Server 2019 a gMSA serves one container of its own name at a time"
    }
  }

  /// Builds and runtimes.
  public func evidence(in picture: Picture) -> [Evidence] {
    hosts.prefix(NameList.shown).compactMap { picture.place(of: .host($0)) }.map { column in
      let host = picture.host(column)
      let runtime = host.runtime.map { ", \($0)" } ?? ""
      return Evidence(
        object: "node \(host.id.name)", field: "Windows build", value: "\(host.windowsBuild ?? "")\(runtime)")
    }
  }

  /// Reads the build on the host itself.
  public var nextStep: CopyableCommand {
    .onHost(
      host,
      #"Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' | "#
        + "Select-Object ProductName, CurrentBuild, UBR")
  }

  /// One finding a cluster and lack.
  public static func findings(in picture: Picture) -> [OldBuild] {
    var groups: [(cluster: ClusterName, lack: Lack, columns: [Int])] = []
    for old in picture.index.oldBuilds where picture.mayServeCredentialSpecs(old.column) {
      let cluster = picture.host(old.column).id.cluster
      if let place = groups.firstIndex(where: { $0.cluster == cluster && $0.lack == old.lack }) {
        groups[place].columns.append(old.column)
      } else {
        groups.append((cluster, old.lack, [old.column]))
      }
    }
    return groups.map { group in
      let hosts = group.columns.map { picture.host($0) }
      return OldBuild(
        hosts: hosts.map(\.id), host: hosts[0].id, build: hosts[0].windowsBuild ?? "", lack: group.lack)
    }
  }
}

extension Picture {
  /// Whether a service with a credential spec runs or may run at a host. Where workloads were not read GMSA801 tells of
  /// that: a host is accused of what is known alone.
  fileprivate func mayServeCredentialSpecs(_ column: Int) -> Bool {
    (0..<count(.service)).contains { row in
      !index.references[row].isEmpty && serviceByHost[row, column].state != .blank
    }
  }
}
