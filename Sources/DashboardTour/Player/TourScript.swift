// The scenes of a tour as one list of steps, with the places where captions begin.

/// A list of steps that knows its scenes and captions.
struct TourScript: Sendable {
  /// A step and the scene that it is of.
  struct Step: Sendable {
    let step: SceneStep
    let scene: Int
  }

  let scenes: [Scene]
  let steps: [Step]
  /// The steps that say something, in order: beat number b begins with `steps[beats[b]]`.
  let beats: [Int]

  init(_ scenes: [Scene]) {
    self.scenes = scenes
    steps = scenes.indices.flatMap { scene in scenes[scene].steps.map { Step(step: $0, scene: scene) } }
    beats = steps.indices.filter { [steps] in
      if case .say = steps[$0].step { true } else { false }
    }
  }

  /// How long it takes at speed 1, in seconds.
  var seconds: Double { scenes.map(\.seconds).reduce(0, +) }
}
