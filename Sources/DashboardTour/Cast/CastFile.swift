// A tour as an asciicast file, which asciinema plays, and players on web pages do.

import TerminalCanvas
import StructuredText

/// Writes asciicast version 2. Source: docs.asciinema.org/manual/asciicast/v2: a line with the header as a JSON object,
/// then a line an event, `[seconds, "o", text]`.
package struct CastFile: Sendable {
  private let recording: TourRecording
  private let title: String

  /// A cast of a recording.
  package init(_ recording: TourRecording, title: String) {
    self.recording = recording
    self.title = title
  }

  /// Writes the file, line by line. The same recording gives the same bytes.
  package func write(to target: inout some TextOutputStream) {
    let grid = recording.frames.first?.frame.grid ?? CellGrid(columns: 80, rows: 24)
    target.write(
      "{\"version\": 2, \"width\": \(grid.columns), \"height\": \(grid.rows), "
        + "\"duration\": \(Self.seconds(recording.end)), \"title\": \(Self.quoted(title)), "
        + "\"env\": {\"TERM\": \"xterm-256color\"}}\n")
    var encoder = FrameEncoder()
    for timed in recording.frames {
      let text = encoder.bytes(of: timed.frame)
      if text.isEmpty { continue }
      target.write("[\(Self.seconds(timed.time)), \"o\", \(Self.quoted(text))]\n")
    }
    // A player stops at the last event: this one keeps the last frame in view as long as the tour does.
    target.write("[\(Self.seconds(recording.end)), \"o\", \(Self.quoted("\u{1B}[0m"))]\n")
  }

  /// Seconds with three decimals.
  private static func seconds(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONQuoting.plain.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
