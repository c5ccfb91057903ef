// The sources screen: each feed with its state, age, what it lacks, and what could not be read.

import DashboardModel

/// Each feed, and what was not read.
struct SourcesScreen: PageScreen {
  static let kind = ScreenKind.sources

  func page(_ state: AppState) -> Page {
    var lines: [PageLine] = []
    // What somebody should see to comes first.
    let (broken, others) = (state.feeds.filter(\.status.isBroken), state.feeds.filter { !$0.status.isBroken })
    for feed in broken + others { lines += self.lines(of: feed, state) + [.space] }
    lines += gaps(state) + unreadable(state)
    let title = "Sources: \(state.feeds.count)" + (broken.isEmpty ? "" : ", \(broken.count) broken")
    return Page(title: title, lines: lines, emptyText: "no source was named")
  }

  private func lines(of feed: FeedReport, _ state: AppState) -> [PageLine] {
    var lines = [PageLine(.entry, [PageSpan(feed.feed.text, .part(.group))], isProblem: feed.status.isBroken)]
    lines.append(detail("state", [status(feed.status)]))
    let age = feed.observedAt.map { "\($0.text), \(AgeText.text(from: $0, to: state.now))" } ?? "no facts yet"
    let isOld = feed.isOld(at: state.now, after: state.oldAfter)
    lines.append(detail("facts of", [isOld ? PageSpan("\(age): old", .part(.fault)) : PageSpan(age)]))
    let clusters = feed.clusters.map(\.text).joined(separator: ", ")
    lines.append(detail("clusters", [PageSpan(clusters.isEmpty ? "none named yet" : clusters)]))
    if let slices = state.measures.slices[feed.feed.text] {
      lines.append(
        detail(
          "news",
          [PageSpan("\(NumberText.grouped(slices)) \(slices == 1 ? "time" : "times") since the start")]))
    }
    if feed.unreadableCount > 0 {
      lines.append(
        detail(
          "unreadable",
          [
            PageSpan(
              "\(NumberText.grouped(feed.unreadableCount)) \(feed.unreadableCount == 1 ? "object" : "objects")",
              .part(.fault))
          ])
      )
    }
    return lines
  }

  private func detail(_ name: String, _ spans: [PageSpan]) -> PageLine {
    let label = name + String(repeating: " ", count: max(1, 12 - name.count))
    return PageLine(.detail, [.dim(label)] + spans, indent: 2, hang: 12)
  }

  private func status(_ status: FeedStatus) -> PageSpan {
    switch status {
    case .reading(let progress):
      PageSpan("reading, \(NumberText.grouped(progress.items)) objects so far")
    case .settled: PageSpan("read; it is watched, and read again when it changes")
    case .live: PageSpan("live; it follows the source as it changes")
    case .broken(let reason, let since):
      PageSpan("broken since \(since.text): \(reason)", .part(.fault))
    }
  }

  private func gaps(_ state: AppState) -> [PageLine] {
    let sentences = state.picture?.snapshot.structure.gapSentences ?? []
    if sentences.isEmpty { return [] }
    return [.heading("Not read, and therefore unverified where it matters")]
      + sentences.map { PageLine([PageSpan($0)]) } + [.space]
  }

  private func unreadable(_ state: AppState) -> [PageLine] {
    let items = state.picture?.snapshot.structure.unreadable ?? []
    if items.isEmpty { return [] }
    return [.heading("Left out because it could not be read")]
      + items.map { PageLine([PageSpan($0.words)], isProblem: true) }
  }
}
