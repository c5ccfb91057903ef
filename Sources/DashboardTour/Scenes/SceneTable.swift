// Every scene, in a row each: what `gmsa-tui demo` takes as a scenario.

/// The scenes, and the tour that is made of them.
package enum SceneTable {
  /// The scenes of the tour, in its order.
  package static let tour: [Scene] = [
    .tomorrow, .everywhere, .configs, .resources, .rotation, .forgotten,
  ]

  /// The scenes that stand for themselves.
  package static let others: [Scene] = [.drift, .webhookDown, .unlisted, .drain]

  /// Every scene.
  package static let all: [Scene] = tour + others

  /// The word for all scenes of the tour together.
  package static let tourName = "tour"

  /// The scenes of a word: `tour`, or a scene's own name; nil where there is none.
  package static func scenes(named name: String) -> [Scene]? {
    if name == tourName { return tour }
    return all.first { $0.name == name }.map { [$0] }
  }

  /// Every word that can be asked for.
  package static var names: [String] { [tourName] + all.map(\.name) }
}
