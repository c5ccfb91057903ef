// The one place where the state changes; each screen handles its own actions.

import DashboardModel
import TerminalCanvas

/// Takes an action up into the state and returns what the run loop must do.
package func update(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .keyPressed(let key): return press(key, &state)
  case .pasted(let text): paste(text, &state)
  case .sizeChanged(let columns, let rows):
    state.columns = columns
    state.rows = rows
    state.keepCursorVisible()
  case .pictureArrived(let picture): arrive(picture, &state)
  case .feedsChanged(let feeds): state.feeds = feeds
  case .timePassed(let now): state.now = now
  }
  return []
}

private func press(_ key: Key, _ state: inout AppState) -> [Effect] {
  state.notice = nil
  if state.prompt != nil { return pressInPrompt(key, &state) }
  guard let command = CommandTable.command(for: key, on: state.screen) else {
    return []
  }
  if let reason = command.disabledReason(state) {
    state.notice = "\(command.name): \(reason)"
    return []
  }
  return command.run(&state)
}

private func paste(_ text: String, _ state: inout AppState) {
  guard state.prompt != nil else { return }
  state.type(String(text.filter { !$0.isNewline }))
}

private func arrive(_ picture: Picture, _ state: inout AppState) {
  state.feeds = picture.snapshot.feeds
  if state.isPaused {
    state.heldPicture = picture
    return
  }
  let isFirst = state.picture == nil
  state.picture = picture
  // Manifests alone name no host: who asks for what is all that there is to see.
  if isFirst, picture.count(.host) == 0, picture.count(.service) > 0 {
    state.matrix.face = .serviceByCredentialSpec
  }
  state.arrangeMatrix()
  if isFirst { state.goToFirstProblem() }
}

/// Enter keeps what was typed, Escape brings back what stood before; each letter is applied at once.
private func pressInPrompt(_ key: Key, _ state: inout AppState) -> [Effect] {
  switch key {
  case .enter: state.prompt = nil
  case .escape:
    let previous = state.prompt?.previous ?? ""
    state.prompt?.text = previous
    state.applyPrompt()
    state.prompt = nil
  case .backspace:
    if state.prompt?.text.isEmpty == true {
      state.prompt = nil
    } else {
      state.prompt?.text.removeLast()
      state.applyPrompt()
    }
  case .control("u"):
    state.prompt?.text = ""
    state.applyPrompt()
  case .control("c"): return [.quit]
  default:
    guard let character = key.typed else { return [] }
    state.type(String(character))
  }
  return []
}

extension AppState {
  /// Takes typed or pasted text up. A line has its end: a page pasted by mistake is no filter.
  mutating func type(_ text: String) {
    guard let prompt else { return }
    self.prompt?.text = String((prompt.text + text).prefix(200))
    applyPrompt()
  }

  /// Applies the line that is being typed.
  mutating func applyPrompt() {
    guard let prompt else { return }
    switch prompt.purpose {
    case .filter:
      matrix.filterText = prompt.text
      matrix.resetsOrder = true
      arrangeMatrix()
    }
  }
}
