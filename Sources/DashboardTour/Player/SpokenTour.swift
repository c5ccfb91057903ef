// The tour in lines of words, for those who listen: a caption, and what the dashboard says after it.

package import DashboardScreens
import DashboardModel
import TerminalCanvas

/// A tour that is spoken, caption by caption.
package struct SpokenTour: Sendable {
  private let script: TourScript
  private var stage: TourStage
  private var mode: LinearMode
  private var revision = 0
  private var next = 0
  private var scene = -1

  /// A tour before its first caption.
  package init(_ scenes: [Scene], seed: UInt64 = 1, prepare: (inout AppState) -> Void = { _ in }) {
    script = TourScript(scenes)
    stage = TourStage(seed: seed)
    mode = LinearMode(now: stage.now, prepare: prepare)
  }

  /// What is said up to the next caption's end; nil when there is no more.
  package mutating func lines() -> [String]? {
    guard script.steps.indices.contains(next) else { return nil }
    var lines: [String] = []
    var hasCaption = false
    while script.steps.indices.contains(next) {
      let step = script.steps[next]
      if case .say(let text) = step.step {
        if hasCaption { break }
        hasCaption = true
        if step.scene != scene {
          scene = step.scene
          lines.append("Scene: \(script.scenes[scene].title).")
        }
        lines.append(text)
      } else {
        lines += take(step.step, speaks: hasCaption)
      }
      next += 1
    }
    return lines + figures
  }

  private mutating func take(_ step: SceneStep, speaks: Bool) -> [String] {
    switch step {
    case .happens(let changes):
      for change in changes { stage.apply(change) }
      revision += 1
      let snapshot = Snapshot(merging: [stage.slice(revision: revision)], references: stage.references)
      _ = mode.take(.timePassed(stage.now))
      _ = mode.take(.pictureArrived(Picture(of: snapshot)))
      return []
    case .press(let keys):
      return keys.split(separator: " ").flatMap { name -> [String] in
        guard let key = Key(name: String(name)),
          let command = KeyMap.standard.command(for: key, on: mode.state.screen)
        else { return [] }
        let said = mode.take(line: command.name).lines
        return speaks ? said : []
      }
    case .run(let name):
      let said = mode.take(line: name).lines
      return speaks ? said : []
    case .home:
      for _ in mode.state.pages { _ = mode.take(line: "back") }
      return []
    case .say, .look: return []
    }
  }

  private var figures: [String] {
    guard let picture = mode.state.picture else { return [] }
    let words = picture.figures.labelled.map { "\($0.label) \($0.value)" }
    return ["Figures: \(words.joined(separator: ", "))."]
  }
}
