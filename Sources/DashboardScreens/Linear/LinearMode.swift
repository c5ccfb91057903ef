// The dashboard as lines of words: one line in, some lines out, for screen readers, paper terminals and pipes. It is the
// same state and the same commands as on the screen; only drawing is another.

package import DashboardModel
import TerminalCanvas

/// A dashboard that is spoken with. Pure: lines and actions in, lines and effects out.
package struct LinearMode: Sendable {
  /// What a line leads to.
  package struct Answer: Sendable {
    /// What is said, a line each, safe for a terminal and without any control sequence.
    package var lines: [String]
    /// What the loop must do.
    package var effects: [Effect]
  }

  /// Where one is, and what is known.
  package private(set) var state: AppState
  /// The operator's keys: their names work as commands too.
  private let keys: KeyMap
  private var pending = PendingLines()
  private var news = LinearNews()

  /// Pages scroll by so many lines: there is no screen, but `page down` must mean something.
  private static let size = (columns: 120, rows: 40)

  /// A dashboard before the first facts. `prepare` gives the state what the config says.
  package init(now: Timestamp, keys: KeyMap = .standard, prepare: (inout AppState) -> Void = { _ in }) {
    self.keys = keys
    let theme = ThemeSheet(name: "words").theme(colors: .none, isASCII: true)
    state = AppState(now: now, columns: Self.size.columns, rows: Self.size.rows, theme: theme, keys: .none)
    prepare(&state)
  }

  /// What is said at the start.
  package static let greeting =
    "gmsa-tui in lines of words. Type a command and Enter: help lists them, quit leaves."

  /// Whether every source has said what it has, so that a script's commands find all of it.
  package func isReady(sources: Int) -> Bool {
    state.feeds.count >= sources && state.feeds.allSatisfy { !$0.status.isReading }
  }

  /// Takes something up that happened, and says what cannot wait: the first picture, and the answer to a command.
  package mutating func take(_ action: Action) -> [String] {
    let isFirst = state.picture == nil
    _ = update(&state, action)
    if case .answered = action { return Self.safe(noticed()) }
    if case .timeAnswered(let answer) = action, !isFirst { return Self.safe(words(of: answer)) }
    guard isFirst, let picture = state.picture else { return [] }
    news.hear(picture, state.feeds)
    return Self.safe(place(in: .opening))
  }

  /// What came of going through time: where that is, and what is there.
  private mutating func words(of answer: TimeAnswer) -> [String] {
    var lines = noticed()
    if answer.moment != nil, let banner = TimeBanner.text(state) { lines.append("\(banner).") }
    if answer.isPlaying { return lines }
    if state.screen == .time { return answer.changes == nil ? lines : lines + place(in: .opening) }
    return answer.moment == nil ? lines : lines + place(in: .step)
  }

  /// Takes a line of the operator's up.
  package mutating func take(line: String) -> Answer {
    state.notice = nil
    let before = LinearPlace(state)
    var answer = Answer(lines: [], effects: [])
    answer.effects = run(line, &answer.lines)
    answer.lines += noticed()
    if state.prompt != nil { answer.lines += question() }
    let after = LinearPlace(state)
    if after != before {
      answer.lines += place(in: after.isElsewhere(than: before) ? .opening : .step)
    } else if answer.lines.isEmpty, answer.effects.allSatisfy({ $0 == .redraw }) {
      answer.lines = (answer.effects.isEmpty ? ["nothing moved:"] : []) + place(in: .step)
    }
    answer.lines = Self.safe(answer.lines)
    return answer
  }

  // MARK: News

  /// What changed since it was last told, in one line; nil where nothing did, or it was told a moment ago.
  package mutating func announcement() -> String? {
    guard let picture = state.picture, !state.isPaused, news.isDue(state.now) else { return nil }
    return news.tell(picture, state.feeds, at: state.now).map { DisplayText("news: \($0)").text }
  }

  /// How long until an announcement that waits may be made; nil where none waits.
  package var untilAnnouncement: Duration? {
    guard let picture = state.picture, !state.isPaused else { return nil }
    return news.untilDue(picture, state.feeds, now: state.now)
  }

  // MARK: Commands

  private mutating func run(_ line: String, _ lines: inout [String]) -> [Effect] {
    if state.prompt != nil { return answerPrompt(line, &lines) }
    switch LinearCommand(line, on: state.screen, keys: keys) {
    case .nothing: lines += place(in: .step)
    case .place(let number): lines += go(to: number)
    case .word(let word, let argument): return run(word, argument, &lines)
    case .command(let command, let argument): return run(command, argument, &lines)
    case .unknown(let words): lines.append(words)
    }
    return []
  }

  private mutating func run(_ command: Command, _ argument: String, _ lines: inout [String]) -> [Effect] {
    var effects = state.run(command, argument: argument.isEmpty ? nil : argument)
    if argument.isEmpty || command.argument != nil { return effects }
    if state.prompt != nil { return effects + answerPrompt(argument, &lines) }
    guard let times = Int(argument), (1...1000).contains(times) else {
      lines.append("\(command.name) takes nothing behind it but how often: \(command.name) 3")
      return effects
    }
    for _ in 1..<max(2, times) where times > 1 && effects.isEmpty {
      effects += state.run(command, argument: nil)
    }
    return effects
  }

  private mutating func run(_ word: LinearWord, _ argument: String, _ lines: inout [String]) -> [Effect] {
    switch word {
    case .open: return KeyMap.standard.command(for: .enter, on: state.screen).map { state.run($0) } ?? []
    case .read: lines += place(in: .step)
    case .readAll: lines += place(in: .whole)
    case .more: lines += pending.next() ?? ["there is no more"]
    case .news: lines.append(heardNews(argument))
    case .face: return turn(argument, &lines)
    case .row: lines += go(toLineNamed: argument, .rows)
    case .column: lines += go(toLineNamed: argument, .columns)
    case .rows: lines += matrixLines(.rows)
    case .columns: lines += matrixLines(.columns)
    }
    return []
  }

  private mutating func heardNews(_ argument: String) -> String {
    switch argument {
    case "off": news.isAnnounced = false
    case "on": news.isAnnounced = true
    default:
      guard let picture = state.picture else { return "nothing was read yet" }
      if state.isPaused { return "the picture is held still; pause lets it go" }
      return news.tell(picture, state.feeds, at: state.now) ?? "nothing changed that is counted"
    }
    return "news are told \(news.isAnnounced ? "as they come" : "only when asked for")"
  }

  private mutating func turn(_ argument: String, _ lines: inout [String]) -> [Effect] {
    guard let face = Int(argument).flatMap(Face.init(rawValue:)) else {
      lines.append(
        "face NUMBER: " + Face.allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: ", "))
      return []
    }
    return state.pages.isEmpty ? state.turn(to: face) : []
  }

  // MARK: Typed lines

  private func question() -> [String] {
    guard let prompt = state.prompt else { return [] }
    let now = prompt.text.isEmpty ? "" : ", instead of \"\(prompt.text)\""
    return ["\(prompt.subject.name.rawValue): type it in one line\(now); an empty line leaves all as it is"]
  }

  /// Takes a line as what a prompt asked for. One that is wrong is not taken, and where it is wrong is said.
  private mutating func answerPrompt(_ line: String, _ lines: inout [String]) -> [Effect] {
    guard let open = state.prompt else { return [] }
    if line.isEmpty {
      lines.append("left as it was")
      return state.pressInPrompt(.escape)
    }
    state.prompt?.line = TypedLine(line)
    open.subject.changed(line, &state)
    if let remark = open.subject.remark(line, state), let fault = remark.fault {
      lines.append("not taken, from character \(fault.lowerBound + 1) on: \(remark.text)")
      return state.pressInPrompt(.escape)
    }
    return state.pressInPrompt(.enter)
  }

  // MARK: Saying

  private mutating func noticed() -> [String] {
    defer { state.notice = nil }
    return state.notice.map { [$0] } ?? []
  }

  /// How much is said of where one is.
  private enum Extent {
    /// What one moved to.
    case step
    /// A screen that was opened, its first lines if it is long.
    case opening
    /// All of the screen.
    case whole
  }

  private mutating func place(in extent: Extent) -> [String] {
    if let page = state.pages.last {
      let speech = PageSpeech(page, theme: state.theme)
      switch extent {
      case .step: return [speech.selectedLine]
      case .opening: return speech.title + pending.start(speech.lines + words(of: page))
      case .whole: return speech.title + speech.lines + words(of: page)
      }
    }
    guard let axes = state.matrixAxes else { return FeedSpeech.lines(state) }
    let speech = MatrixSpeech(state: state, axes: axes)
    switch extent {
    case .step: return speech.cell
    case .opening: return speech.summary + speech.cell
    case .whole: return speech.summary + speech.lines(.rows) + speech.cell
    }
  }

  /// Help also has the words that only this mode has.
  private func words(of page: OpenPage) -> [String] {
    page.kind == .help ? ["Heading: words of this mode"] + LinearWord.allCases.map(\.help) : []
  }

  private mutating func matrixLines(_ side: MatrixSide) -> [String] {
    guard state.pages.isEmpty, let axes = state.matrixAxes else {
      return ["rows and columns are the matrix'; back goes there"]
    }
    return pending.start(MatrixSpeech(state: state, axes: axes).lines(side))
  }

  // MARK: Going

  private mutating func go(to number: Int) -> [String] {
    if state.pages.isEmpty { return state.go(toLine: number - 1, .rows) }
    return state.go(toPageLine: number)
  }

  private mutating func go(toLineNamed name: String, _ side: MatrixSide) -> [String] {
    guard state.pages.isEmpty, let axes = state.matrixAxes else {
      return ["rows and columns are the matrix'; back goes there"]
    }
    if let number = Int(name) { return state.go(toLine: number - 1, side) }
    let speech = MatrixSpeech(state: state, axes: axes)
    guard let place = speech.line(named: name, side) else {
      return ["no \(axes.axis(side).word) that is shown is called \"\(name)\""]
    }
    return state.go(toLine: place, side)
  }

  private static func safe(_ lines: [String]) -> [String] { lines.map { DisplayText($0).text } }
}

/// Lines that were not said yet.
private struct PendingLines: Sendable {
  /// So many at once: whoever listens cannot look away.
  private static let atOnce = 40
  private var rest: ArraySlice<String> = []

  /// The first of many lines; `more` goes on.
  mutating func start(_ lines: [String]) -> [String] {
    rest = lines[...]
    return next() ?? []
  }

  /// The next lines, and how many are left; nil where there are none.
  mutating func next() -> [String]? {
    if rest.isEmpty { return nil }
    let lines = Array(rest.prefix(Self.atOnce))
    rest = rest.dropFirst(Self.atOnce)
    return rest.isEmpty ? lines : lines + ["\(NumberText.grouped(rest.count)) more lines: more, or read all"]
  }
}
