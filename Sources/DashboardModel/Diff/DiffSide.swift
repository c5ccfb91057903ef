// One of the two things that a diff compares: a picture, or one cluster of it.

/// What a diff compares: all of a picture, or the part of it that is of one cluster.
public struct DiffSide: Sendable {
  /// What is known and what it means.
  public let picture: Picture
  /// The only cluster that counts; nil: all of them.
  public let cluster: ClusterName?

  /// A side.
  public init(_ picture: Picture, cluster: ClusterName? = nil) {
    self.picture = picture
    self.cluster = cluster
  }

  /// The clusters that count.
  public var clusters: [ClusterName] { cluster.map { [$0] } ?? picture.snapshot.structure.clusters }

  /// The figures of what counts.
  public var figures: Figures {
    guard let cluster else { return picture.figures }
    let entries = picture.snapshot.structure.credentialSpecs
    return zip(entries, picture.figuresOfCredentialSpec).filter { $0.0.id.cluster == cluster }
      .reduce(Figures()) { $0 + $1.1 }
  }

  /// The findings of what counts, worst first. A feed's belong to no cluster, and count where all do.
  public var findings: [Finding] {
    guard let cluster else { return picture.findings }
    return picture.findings.filter { $0.subject.cluster == cluster }
  }

  /// The subjects of an axis that count, by their places; nil where another cluster's stands.
  func subjects(on axis: Axis) -> [Subject?] {
    (0..<picture.count(axis)).map { place in
      picture.subject(place, on: axis).flatMap { cluster == nil || $0.cluster == cluster ? $0 : nil }
    }
  }
}
