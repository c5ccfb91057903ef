// A page that is open: what it shows, how it is laid out, and where its cursor is.

import DashboardModel

/// A screen on top of the matrix.
package struct OpenPage: Sendable {
  /// What writes the page.
  package let screen: any PageScreen
  /// The page as it was written last, with the lines that the filter leaves.
  package private(set) var page = Page(title: "")
  /// Only lines with these words are shown.
  package internal(set) var filterText = ""
  /// The line that is selected, by its place in the page.
  package internal(set) var line = 0
  /// The first row that is drawn.
  package internal(set) var firstRow = 0
  /// The lines as rows of the screen.
  private(set) var layout = PageLayout(lines: [], columns: 1)

  init(_ screen: any PageScreen) { self.screen = screen }

  /// Which screen it is.
  package var kind: ScreenKind { type(of: screen).kind }

  /// Writes and lays out the page anew; the cursor stays on what it was on.
  mutating func refresh(_ state: AppState) {
    let selected = page.lines.indices.contains(line) ? page.lines[line] : nil
    var page = screen.page(state)
    page.lines = PageFilter(filterText).lines(of: page.lines)
    if page != self.page || layout.columns != PageLayout.columns(on: state) {
      self.page = page
      layout = PageLayout(lines: page.lines, columns: PageLayout.columns(on: state))
    }
    if let selected { line = place(of: selected) ?? line }
    settle(state)
  }

  /// A line that leads to the same place is the same line, though its words have changed.
  private func place(of selected: PageLine) -> Int? {
    if page.lines.indices.contains(line), page.lines[line] == selected { return line }
    if let place = page.lines.firstIndex(of: selected) { return place }
    guard let target = selected.target else { return nil }
    return page.lines.firstIndex { $0.target == target && $0.rank == selected.rank }
  }

  /// Keeps the cursor on a line with words, and in view.
  mutating func settle(_ state: AppState) {
    line = max(0, min(line, page.lines.count - 1))
    if page.lines.indices.contains(line), !page.lines[line].isSelectable {
      line = nextWords(from: line, by: 1) ?? nextWords(from: line, by: -1) ?? line
    }
    let body = max(1, PageLayout.bodyRows(on: state))
    let rows = layout.rows(ofLine: line)
    if rows.lowerBound < firstRow { firstRow = rows.lowerBound }
    if rows.upperBound > firstRow + body { firstRow = min(rows.lowerBound, rows.upperBound - body) }
    // The headings above the first line can only be seen by going there.
    if page.lines.prefix(line).allSatisfy({ !$0.isSelectable || $0.rank == .heading }) { firstRow = 0 }
    firstRow = max(0, min(firstRow, max(0, layout.rows.count - body)))
  }

  /// The next line that can be selected.
  func nextWords(from start: Int, by step: Int) -> Int? {
    var place = start + step
    while page.lines.indices.contains(place) {
      if page.lines[place].isSelectable { return place }
      place += step
    }
    return nil
  }
}

extension AppState {
  /// Opens a screen on top of the others; the same screen is not stacked twice.
  mutating func open(_ screen: some PageScreen) -> [Effect] {
    var page = OpenPage(screen)
    if page.kind == .scaling, let picture { scaling.prepare(picture) }
    page.refresh(self)
    page.line = page.page.lines.firstIndex { $0.rank == .entry } ?? 0
    page.settle(self)
    if pages.last?.kind == page.kind, pages.last?.page == page.page { return [] }
    // Who goes from object to object for an hour goes back the last few of them.
    if pages.count >= Self.deepestStack { pages.removeFirst() }
    pages.append(page)
    return []
  }

  /// The most pages on top of each other.
  private static let deepestStack = 32

  /// Writes the page that is seen anew; those below are written when they are seen again.
  mutating func refreshPages() {
    prepareScaling()
    guard var page = pages.popLast() else { return }
    page.refresh(self)
    pages.append(page)
  }

  /// Counts for the scaling screen what is counted once a picture, where it is seen.
  private mutating func prepareScaling() {
    if screen == .scaling, let picture { scaling.prepare(picture) }
  }

  /// Puts the cursor on the first entry of the page that is seen.
  mutating func goToTopOfPage() {
    guard var page = pages.popLast() else { return }
    page.line = page.page.lines.firstIndex { $0.rank == .entry } ?? 0
    page.settle(self)
    pages.append(page)
  }

  /// Goes back a screen.
  mutating func goBack() {
    if pages.isEmpty { return }
    pages.removeLast()
    refreshDiff()
    refreshPages()
  }

  /// Goes where the selected line leads.
  mutating func openTarget() -> [Effect] {
    guard let page = pages.last, page.page.lines.indices.contains(page.line),
      let target = page.page.lines[page.line].target
    else { return [] }
    return open(target)
  }

  /// Opens what a target names.
  mutating func open(_ target: PageTarget) -> [Effect] {
    switch target {
    case .object(let subject):
      if case .feed = subject { return open(SourcesScreen()) }
      return open(ObjectScreen(subject: subject))
    case .cell(let face, let row, let column): return open(WhyScreen(face: face, row: row, column: column))
    case .finding(let id): return open(FindingScreen(id: id))
    case .rule(let id): return open(RuleScreen(id: id))
    case .assumption(let name): return ask(PalettePrompt(opening: assumptionText(name)))
    case .moment(let moment): return [.time(.go(moment))]
    case .command(let name):
      guard let command = CommandTable.named(name) else { return [] }
      // Help lists the commands of the screen below it.
      if screen == .help { goBack() }
      return run(command)
    }
  }
}
