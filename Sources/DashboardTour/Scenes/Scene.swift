// A scene of the tour as a value: captions, changes of the stage, keys, and how long each is looked at.

/// A step of a scene.
package enum SceneStep: Hashable, Sendable {
  /// Says something, under the dashboard. Going back and on goes from one of these to the next.
  case say(String)
  /// Lets things happen on the stage, all at once.
  case happens([StageChange])
  /// Presses keys of the dashboard, by name, separated by blanks. They act as an operator's do.
  case press(String)
  /// Runs a command of the dashboard by its name, as the palette does.
  case run(String)
  /// Goes back to the matrix, from whatever screen is open.
  case home
  /// Looks at it for so many seconds.
  case look(Double)
}

/// A scene: a name to ask for it, and its steps.
package struct Scene: Sendable {
  /// The word behind `gmsa-tui demo`.
  package let name: String
  /// What stands over its captions.
  package let title: String
  /// What it shows, in one sentence.
  package let sentence: String
  /// Its steps.
  package let steps: [SceneStep]

  init(_ name: String, _ title: String, _ sentence: String, _ steps: [SceneStep]) {
    self.name = name
    self.title = title
    self.sentence = sentence
    self.steps = steps
  }

  /// How long it takes at speed 1, in seconds.
  package var seconds: Double {
    steps.reduce(0) { sum, step in
      if case .look(let seconds) = step { sum + seconds } else { sum }
    }
  }
}

extension [SceneStep] {
  /// Changes one after the other, each looked at for a moment.
  static func one(after pause: Double, _ changes: [[StageChange]]) -> [SceneStep] {
    changes.flatMap { [.happens($0), .look(pause)] }
  }
}
