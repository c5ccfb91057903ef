// Keys while a line is typed: editing, history, completion, Enter and Escape.

import TerminalCanvas

extension AppState {
  /// Opens a line to type.
  mutating func ask(_ subject: some PromptSubject) -> [Effect] {
    let text = subject.opening(self)
    prompt = Prompt(subject: subject, line: TypedLine(text), previous: text)
    complete()
    return []
  }

  /// Takes pasted text up: it is text of a line, and nothing anywhere else.
  mutating func paste(_ text: String) {
    guard prompt != nil else { return }
    edit { $0.insert(text) }
  }

  /// Takes a key up while a line is typed.
  mutating func pressInPrompt(_ key: Key) -> [Effect] {
    switch key {
    case .control("c"): return [.quit]
    case .enter: return accept()
    case .escape: abandon()
    case .backspace where prompt?.text.isEmpty == true: abandon()
    case .up, .control("p"): choose(by: -1)
    case .down, .control("n"): choose(by: 1)
    case .tab: takeCompletion(by: 1)
    case .backtab: takeCompletion(by: -1)
    default: type(key)
    }
    return []
  }

  private mutating func type(_ key: Key) {
    if let character = key.typed {
      edit { $0.insert(String(character)) }
    } else if var line = prompt?.line, line.edit(key) {
      edit { $0 = line }
    }
  }

  /// Changes the line; only a change of its text is news for what it is for.
  private mutating func edit(_ change: (inout TypedLine) -> Void) {
    guard var open = prompt else { return }
    let before = open.text
    change(&open.line)
    open.historyPlace = nil
    open.chosen = nil
    prompt = open
    applyPrompt(before: before)
    complete()
  }

  private mutating func applyPrompt(before: String) {
    guard let prompt, prompt.text != before else { return }
    prompt.subject.changed(prompt.text, &self)
  }

  private mutating func accept() -> [Effect] {
    guard let typed = prompt else { return [] }
    prompt = nil
    remember(typed.text, in: typed.subject.name)
    return typed.subject.accepted(typed.text, &self)
  }

  private mutating func abandon() {
    guard let typed = prompt else { return }
    prompt = nil
    typed.subject.abandoned(typed.previous, &self)
  }

  private mutating func remember(_ text: String, in name: PromptName) {
    if text.isEmpty { return }
    var history = histories[name] ?? []
    history.removeAll { $0 == text }
    histories[name] = Array((history + [text]).suffix(100))
  }

  /// Up and down go over the completions that are shown, else through the history.
  private mutating func choose(by step: Int) {
    guard let open = prompt else { return }
    if open.chosen != nil || open.subject.showsCompletionsAtOnce && open.historyPlace == nil && step > 0 {
      takeCompletion(by: step)
    } else {
      lookBack(by: step)
    }
  }

  private mutating func lookBack(by step: Int) {
    guard let open = prompt, let history = histories[open.subject.name], !history.isEmpty else { return }
    if open.historyPlace == nil {
      if step > 0 { return }
      prompt?.draft = open.text
    }
    let place = max(0, (open.historyPlace ?? history.count) + step)
    let isNew = place >= history.count
    prompt?.line = TypedLine(isNew ? open.draft : history[place])
    prompt?.historyPlace = isNew ? nil : place
    applyPrompt(before: open.text)
    complete()
  }

  /// Puts the next completion into the line; the list stays, so that Tab goes on to the one after it.
  private mutating func takeCompletion(by step: Int) {
    guard var open = prompt, !open.completions.isEmpty else { return }
    let count = open.completions.count
    let next = open.chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let completion = open.completions[next]
    let before = open.text
    var range = completion.range
    if let chosen = open.chosen {
      // What the last Tab put there gives way.
      let last = open.completions[chosen]
      range = last.range.lowerBound..<last.range.lowerBound + last.text.count
    }
    open.line.replace(range, with: completion.text)
    // A single completion is what is meant: the next Tab completes what follows it.
    open.chosen = count == 1 ? nil : next
    prompt = open
    applyPrompt(before: before)
    if count == 1 { complete() }
  }

  private mutating func complete() {
    guard let open = prompt else { return }
    let completions = open.subject.completions(open.line, self)
    prompt?.completions = completions
  }
}
