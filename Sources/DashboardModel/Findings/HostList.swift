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

  /// What is known of a credential spec at the hosts that are shown; in the picture that the finding is of.
  func evidence(of credentialSpec: CredentialSpecID, in picture: Picture) -> [Evidence] {
    guard let place = picture.place(of: .credentialSpec(credentialSpec)) else { return [] }
    return first.compactMap { picture.place(of: .host($0)) }
      .flatMap { picture.evidence(of: place, at: $0) }
  }
}
