// What a linter said of contents, and which hosts hold them: what the rules of contents make findings of.

/// Contents of a credential spec that have remarks; of a file or registry value one for each set of remarks, with the
/// hosts that hold such a copy.
public struct ContentsFlaw: Hashable, Sendable {
  /// The credential spec.
  public let credentialSpec: CredentialSpecID
  /// What is wrong with it, in the order of the text; never empty.
  public internal(set) var remarks: [ContentsRemark]
  /// The first hosts that hold it, by name; empty where an orchestrator delivers it.
  private(set) var firstHosts: [HostID] = []
  /// How many hosts hold it.
  private(set) var hostCount = 0

  init(credentialSpec: CredentialSpecID, remarks: [ContentsRemark]) {
    self.credentialSpec = credentialSpec
    self.remarks = remarks
  }

  /// Keeps the few hosts that come first, whatever the order they are told in.
  mutating func hold(on host: HostID) {
    hostCount += 1
    let place = firstHosts.firstIndex { host < $0 } ?? firstHosts.count
    if place >= NameList.shown { return }
    firstHosts.insert(host, at: place)
    if firstHosts.count > NameList.shown { firstHosts.removeLast() }
  }

  var firstHostName: String { firstHosts.first?.name ?? "" }
  var hosts: NameList { NameList(firstHosts.map(\.name), count: hostCount, noun: "host") }
}
