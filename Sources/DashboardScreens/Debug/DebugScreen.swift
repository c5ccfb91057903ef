// What the program itself does: for those who ask why it is slow, or what it costs.

import DashboardModel

/// Counters of the program.
struct DebugScreen: PageScreen {
  static let kind = ScreenKind.debug

  func page(_ state: AppState) -> Page {
    let measures = state.measures
    var lines: [PageLine] = [.heading("Terminal")]
    lines += [
      line("size", "\(state.columns) x \(state.rows)"),
      line("bytes sent", NumberText.grouped(measures.bytesToTerminal)),
      line("frames", NumberText.grouped(measures.frames)),
      line(
        "last frame", "\(NumberText.grouped(measures.bytesOfLastFrame)) bytes, \(text(measures.lastFrame))"),
      line("keys taken", NumberText.grouped(measures.keys)),
    ]
    lines += [.space, .heading("Pictures")]
    lines += [
      line("built", NumberText.grouped(measures.pictures)),
      line("last one took", text(measures.lastPicture)),
      line("slowest one took", text(measures.slowestPicture)),
    ]
    lines += size(state.picture)
    let sources = sources(state)
    if !sources.isEmpty { lines += [.space, .heading("Sources")] + sources }
    lines += [.space, .heading("Process")]
    lines.append(
      line(
        "resident memory",
        measures.residentKilobytes == 0 ? "unknown" : "\(measures.residentKilobytes / 1000) MB"))
    return Page(title: "What this program does", lines: lines)
  }

  /// What each feed has sent us, and what it asked for that.
  private func sources(_ state: AppState) -> [PageLine] {
    let news = state.measures.slices.sorted { $0.key < $1.key }.map {
      line($0.key, "\(NumberText.grouped($0.value)) \($0.value == 1 ? "piece" : "pieces") of news")
    }
    return news
      + state.feeds.compactMap { feed in
        feed.connection.map { connection in
          let requests = ConnectionLines(connection: connection, now: state.now).requests
          return line(
            feed.feed.text, "\(requests); \(NumberText.grouped(connection.receivedBytes)) bytes came")
        }
      }
  }

  private func size(_ picture: Picture?) -> [PageLine] {
    guard let picture else { return [] }
    let counts = Face.allCases.map { face in
      "\(NumberText.grouped(picture.count(face.rowAxis) * picture.count(face.columnAxis)))"
    }
    let replicas = picture.snapshot.replicas.map(\.replicas.count).reduce(0, +)
    return [
      line("cells", counts.joined(separator: ", ") + " on the three faces"),
      line("replicas", NumberText.grouped(replicas)),
      line("findings", NumberText.grouped(picture.findings.count)),
    ]
  }

  private func line(_ name: String, _ value: String) -> PageLine {
    let label = name + String(repeating: " ", count: max(1, 18 - name.count))
    return PageLine([.dim(label), PageSpan(value)], indent: 2, hang: 18)
  }

  private func text(_ duration: Duration) -> String {
    let microseconds = Int(duration / .microseconds(1))
    return "\(microseconds / 1000).\(microseconds % 1000 / 100) ms"
  }
}
