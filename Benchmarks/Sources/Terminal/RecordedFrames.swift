// Screens as they were seen after each key, for a program that does nothing but show them (Benchmarks/bare.c).

import DashboardTesting
import Glibc
import TerminalCanvas

/// Frames in the order of the keys; the first is what stood there before.
struct RecordedFrames {
  let columns: Int
  let rows: Int
  private(set) var frames: [CellGrid] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  mutating func append(_ grid: CellGrid) { frames.append(grid) }

  /// How many cells a key changed.
  func changes(at key: Int) -> Int {
    zip(frames[key].cells, frames[key + 1].cells).count { $0 != $1 }
  }

  /// Writes them as bare.c reads them.
  func write(to path: String) -> Bool {
    var words: [UInt32] = [UInt32(columns), UInt32(rows), UInt32(frames.count)]
    for frame in frames {
      for cell in frame.cells {
        let glyph = cell.glyph
        words.append(cell.isContinuation ? 0 : glyph.base.value)
        words.append(glyph.firstMark?.value ?? 0)
        words.append(Self.word(cell.style))
      }
    }
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return words.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
  }

  private static func word(_ style: Style) -> UInt32 {
    func code(_ color: Color) -> UInt32 {
      if case .palette(let index) = color { return UInt32(index) + 1 }
      return 0
    }
    return code(style.foreground) | code(style.background) << 9 | UInt32(style.attributes.rawValue) << 18
  }
}
