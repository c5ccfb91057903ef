// Why a cell is as it is, in words: the read-out under the matrix and the reports say the same.

/// A cell put into words.
public struct CellExplanation: Hashable, Sendable {
  /// The cell.
  public var cell: Cell
  /// Who is where: `ledger-api @ win-a-04`.
  public var title: String
  /// One sentence: what the state means here.
  public var sentence: String
  /// The facts that decided it, first the one that decided.
  public var reasons: [String]
  /// The observations behind it.
  public var evidence: [Evidence]

  /// The state in words, with what the state alone does not say.
  public var stateText: String {
    var text = cell.state.word
    if cell.isNotCompared { text += " (contents not compared)" }
    if cell.differsInIdentity { text += " (another identity)" }
    return text
  }
}

extension Picture {
  /// Explains a cell of a face; nil outside it. Cost: the replicas of the services concerned.
  public func explanation(row: Int, column: Int, of face: Face) -> CellExplanation? {
    guard let rowSubject = subject(row: row, of: face), let columnSubject = subject(column: column, of: face)
    else { return nil }
    let title =
      face == .serviceByCredentialSpec
      ? "\(rowSubject.name) / \(columnSubject.name)" : "\(rowSubject.name) @ \(columnSubject.name)"
    let cell = matrix(face)[row, column]
    switch face {
    case .credentialSpecByHost: return CopyInquiry(self, row, column).explanation(cell, title)
    case .serviceByHost: return PlacementInquiry(self, row, column).explanation(cell, title)
    case .serviceByCredentialSpec: return ReferenceInquiry(self, row, column).explanation(cell, title)
    }
  }

  /// Replicas that ask for a credential spec at the host columns that `isWanted` chooses, finished ones left out.
  func replicaCount(of credentialSpec: Int, where isWanted: (Int) -> Bool) -> Int {
    services(referringTo: credentialSpec).reduce(0) { sum, row in
      sum
        + snapshot.replicas[index.services[row]].placements.count { placement in
          let column = Int(index.columnOfHost[Int(placement.host)])
          return column >= 0 && isWanted(column)
        }
    }
  }

  /// The replicas of a service at a host (index in the structure) that have not ended.
  func unfinishedReplicas(ofService row: Int, atHost host: Int) -> [Replica] {
    let bucket = snapshot.replicas[index.services[row]]
    return bucket.placements.filter { $0.host == Int32(host) }
      .map { bucket.replicas[Int($0.replica)].replica }
  }

  /// The facts behind a cell of the first face.
  func evidence(of credentialSpec: Int, at column: Int) -> [Evidence] {
    CopyInquiry(self, credentialSpec, column).evidence
  }
}
