// What a step costs: work that somebody does, and what happens without anybody.

/// Work, in averages over the fleet. The service's own template, which names its credential spec under every way, is not
/// counted.
public struct Work: Hashable, Sendable {
  /// Copies that somebody, or a script that somebody keeps up, puts on a host or replaces there.
  public var copies = 0.0
  /// Images that are built anew.
  public var builds = 0.0
  /// Hosts that pull such an image, counted once an image.
  public var pulls = 0.0
  /// Objects that are made, changed or removed through the orchestrator's API: configs, resources, roles, bindings, and
  /// services that are updated or restarted.
  public var objects = 0.0
  /// Copies that the orchestrator hands over by itself.
  public var deliveries = 0.0

  /// No work.
  public init(
    copies: Double = 0, builds: Double = 0, pulls: Double = 0, objects: Double = 0, deliveries: Double = 0
  ) {
    self.copies = copies
    self.builds = builds
    self.pulls = pulls
    self.objects = objects
    self.deliveries = deliveries
  }

  /// Whether nobody has to do anything.
  public var isNothing: Bool { copies + builds + pulls + objects == 0 }

  /// What somebody has to do, in words: `2.4 copies`, `1 build, 3 pulls`; `nothing`. Deliveries are nobody's work.
  public var words: String {
    let parts = [
      Self.words(copies, "copy", "copies"), Self.words(builds, "build", "builds"),
      Self.words(pulls, "pull", "pulls"), Self.words(objects, "object", "objects"),
    ].compactMap(\.self)
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }

  private static func words(_ number: Double, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : "\(NumberText.decimal(number)) \(number == 1 ? one : many)"
  }
}
