// The hosts that a finding speaks of: the first few by identity, all of them by count.

/// Host columns of a row that have a state: the first few, and how many there are.
struct HostList: Hashable, Sendable {
  let columns: [Int]
  let first: [HostID]
  let count: Int

  /// The hosts of a row of the first face in a state. Cost: the row up to the last host that is shown.
  init(_ picture: Picture, credentialSpec place: Int, state: CellState) {
    columns = picture.credentialSpecByHost.firstColumns(inRow: place, state: state, limit: NameList.shown)
    first = columns.map { picture.host($0).id }
    count = picture.credentialSpecByHost.rowCounts[place][state]
  }

  var names: NameList { NameList(first.map(\.name), count: count, noun: "host") }
  var text: String { names.text }

  /// The hosts by name where all of them are known here, so that findings over the same few hosts are seen to have one
  /// cause: a host that nobody filled. Nil where there are more.
  var causeKey: String? {
    if count > first.count { return nil }
    return first.map { "\($0.cluster.text)/\($0.name)" }.joined(separator: ",")
  }

  /// The reach of a finding about a credential spec at these hosts.
  func reach(of credentialSpec: CredentialSpecID, in picture: Picture) -> FindingReach {
    var reach = FindingReach(of: .subject(.credentialSpec(credentialSpec)), in: picture)
    if count == first.count { reach.hosts = first }
    return reach
  }

  /// What is known of a credential spec at the hosts that are shown; in the picture that the finding is of.
  func evidence(of credentialSpec: CredentialSpecID, in picture: Picture) -> [Evidence] {
    guard let place = picture.place(of: .credentialSpec(credentialSpec)) else { return [] }
    return first.compactMap { picture.place(of: .host($0)) }
      .flatMap { picture.evidence(of: place, at: $0) }
  }
}
