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
    let inPart = others.count { !$0.troubles.isEmpty }
    let title =
      "Sources: \(state.feeds.count)" + (broken.isEmpty ? "" : ", \(broken.count) broken")
      + (inPart == 0 ? "" : ", \(inPart) with trouble")
    return Page(title: title, lines: lines, emptyText: "no source was named")
  }

  private func lines(of feed: FeedReport, _ state: AppState) -> [PageLine] {
    let isProblem = feed.status.isBroken || !feed.troubles.isEmpty
    var lines = [PageLine(.entry, [PageSpan(feed.feed.text, .part(.group))], isProblem: isProblem)]
    lines.append(detail("state", [status(feed.status)]))
    lines += feed.troubles.map { detail("no news of", [PageSpan(words($0, feed), .part(.fault))]) }
    let age = feed.observedAt.map { "\($0.text), \(AgeText.text(from: $0, to: state.now))" } ?? "no facts yet"
    let isOld = feed.isOld(at: state.now, after: state.oldAfter)
    lines.append(detail("facts of", [isOld ? PageSpan("\(age): old", .part(.fault)) : PageSpan(age)]))
    let clusters = feed.clusters.map(\.text).joined(separator: ", ")
    lines.append(detail("clusters", [PageSpan(clusters.isEmpty ? "none named yet" : clusters)]))
    lines += connection(feed, state)
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

  private func words(_ trouble: KindTrouble, _ feed: FeedReport) -> String {
    let cluster = feed.clusters.count > 1 ? " of \(trouble.cluster.text)" : ""
    return "\(trouble.kind.word)\(cluster) since \(trouble.since.text): \(trouble.reason)"
  }

  private func connection(_ feed: FeedReport, _ state: AppState) -> [PageLine] {
    guard let connection = feed.connection else { return [] }
    let words = ConnectionLines(connection: connection, now: state.now)
    let width = min(34, (connection.lists.map(\.name.count).max() ?? 0) + 2)
    return words.facts.map { detail($0.name, $0.spans) }
      + connection.lists.map { list in
        let name = list.name + String(repeating: " ", count: max(2, width - list.name.count))
        return PageLine(
          .detail, [.dim(name), PageSpan(words.words(of: list))], indent: 4, hang: width,
          isProblem: list.phase == .waiting)
      }
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
    case .broken(let outage):
      PageSpan("broken since \(outage.since.text): \(outage.reason)", .part(.fault))
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
