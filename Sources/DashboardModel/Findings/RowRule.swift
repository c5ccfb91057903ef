// Rules that judge the subjects of one axis each by itself: a changed replica asks them about few subjects.

/// A rule that judges services, or credential specs, one after the other. What it finds of one may hang on the structure,
/// on the subject's rows of the faces, and on replicas: a service's own, or those of the services that refer to a
/// credential spec. It stays while these do, and is not looked for again.
public protocol RowRule: FindingRule {
  /// `.service` or `.credentialSpec`.
  static var axis: Axis { get }
  /// What it finds at some places of the axis, ascending. The subject of each finding stands at one of them.
  static func findings(of places: [Int], in picture: Picture) -> [Self]
}

extension RowRule {
  /// What it finds at all places.
  public static func findings(in picture: Picture) -> [Self] {
    findings(of: Array(0..<picture.count(axis)), in: picture)
  }
}

/// The rows that a picture built anew because replicas had changed.
struct ChangedRows: Sendable {
  /// Places of credential specs, ascending.
  let credentialSpecs: [Int]
  /// Rows of services, ascending.
  let services: [Int]

  /// The places on an axis. Hosts have no rows.
  func places(on axis: Axis) -> [Int] {
    switch axis {
    case .credentialSpec: credentialSpecs
    case .service: services
    case .host: []
    }
  }
}
