// Versions of the engine's API, and which one to speak.

/// A version such as 1.41.
package struct EngineVersion: Hashable, Comparable, Sendable {
  package var major: Int
  package var minor: Int

  /// Nil for what is no version.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]) else { return nil }
    self.major = major
    self.minor = minor
  }

  /// A version that stands in the code.
  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  package var text: String { "\(major).\(minor)" }

  package static func < (left: EngineVersion, right: EngineVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// The oldest that is read: with configs, credential specs in `Privileges`, and swarm events. Source: moby
  /// api/docs/CHANGELOG.md.
  package static let oldest = EngineVersion(1, 30)
  /// The newest whose changes are known here. An engine that knows newer ones speaks this one too.
  package static let newest = EngineVersion(1, 51)

  /// The version to speak with an engine that knows versions up to `highest`; nil: none.
  package static func spoken(highest: EngineVersion) -> EngineVersion? {
    highest < oldest ? nil : min(highest, newest)
  }
}
