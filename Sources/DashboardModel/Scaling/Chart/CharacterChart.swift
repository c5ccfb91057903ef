// A line chart made of characters: braille dots where they can be shown, ASCII elsewhere.

/// The plot of a chart, without its axes: characters in rows, each with what it belongs to. Braille characters are one
/// column wide on every terminal, as block and box characters are not.
public struct CharacterChart: Hashable, Sendable {
  /// What a character belongs to.
  public enum Series: Hashable, Sendable {
    /// Copies by hand: a solid line, `*` in ASCII.
    case byHand
    /// Copies that are needed now and handed over: a dotted line, `.` in ASCII.
    case handedOver
    /// Today: a line from top to bottom, with a mark on each curve.
    case today
    /// Empty.
    case none
  }
  /// One character.
  public struct Mark: Hashable, Sendable {
    /// The character.
    public var character: Character
    /// What it belongs to.
    public var series: Series
  }

  /// The rows, the top one first; all are equally long.
  public private(set) var rows: [[Mark]]

  /// Draws two curves over 0...1 to the right. A curve gives heights from 0 to 1; what is higher is cut off.
  /// `today` is a place to the right, from 0 to 1.
  public init(
    columns: Int, rows count: Int, isASCII: Bool, today: Double?, byHand: (Double) -> Double,
    handedOver: (Double) -> Double
  ) {
    let columns = max(1, columns)
    let count = max(1, count)
    let dots =
      isASCII ? DotGrid(columns: columns, rows: count) : DotGrid(columns: columns * 2, rows: count * 4)
    let upper = dots.curve(byHand, isDotted: false)
    let lower = dots.curve(handedOver, isDotted: !isASCII)
    rows = (0..<count).map { row in
      (0..<columns).map { column in
        isASCII
          ? Self.plain(upper.has(column, row), lower.has(column, row))
          : Self.braille(upper.pattern(column, row), lower.pattern(column, row))
      }
    }
    if let today { mark(today, [byHand(today), handedOver(today)], isASCII: isASCII) }
  }

  private static func plain(_ isByHand: Bool, _ isHandedOver: Bool) -> Mark {
    if isByHand { return Mark(character: "*", series: .byHand) }
    return isHandedOver ? Mark(character: ".", series: .handedOver) : Mark(character: " ", series: .none)
  }

  private static func braille(_ upper: UInt32, _ lower: UInt32) -> Mark {
    if upper | lower == 0 { return Mark(character: " ", series: .none) }
    let scalar = Unicode.Scalar(0x2800 | upper | lower) ?? " "
    return Mark(character: Character(scalar), series: upper == 0 ? .handedOver : .byHand)
  }

  private mutating func mark(_ place: Double, _ heights: [Double], isASCII: Bool) {
    let columns = rows[0].count
    let column = min(columns - 1, max(0, Int(place * Double(columns))))
    for row in rows.indices where rows[row][column].series == .none {
      rows[row][column] = Mark(character: isASCII ? "|" : "╎", series: .today)
    }
    for height in heights where height <= 1 {
      let row = min(rows.count - 1, max(0, rows.count - 1 - Int(height * Double(rows.count))))
      rows[row][column] = Mark(character: isASCII ? "@" : "▪", series: .today)
    }
  }
}

/// Dots in rows and columns; row 0 is at the top.
private struct DotGrid {
  let columns: Int
  let rows: Int
  private var dots: [Bool]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = [Bool](repeating: false, count: columns * rows)
  }

  /// The grid with a curve, each column joined to the one before; a dotted one leaves every third and fourth column out.
  func curve(_ height: (Double) -> Double, isDotted: Bool) -> DotGrid {
    var grid = self
    var previous: Int?
    for column in 0..<columns {
      let value = height((Double(column) + 0.5) / Double(columns))
      let row = rows - 1 - Int((value * Double(rows)).rounded(.down))
      defer { previous = row }
      if value < 0 || isDotted && column % 4 > 1 { continue }
      let from = previous.map { $0 > row ? $0 - 1 : $0 < row ? $0 + 1 : row } ?? row
      for place in min(from, row)...max(from, row) where place >= 0 && place < rows {
        grid.dots[place * columns + column] = true
      }
    }
    return grid
  }

  func has(_ column: Int, _ row: Int) -> Bool { dots[row * columns + column] }

  /// The eight dots of a braille character as its bits. Source: Unicode chart U2800, dots 1 to 8.
  func pattern(_ column: Int, _ row: Int) -> UInt32 {
    var bits: UInt32 = 0
    let places: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    for (line, pair) in places.enumerated() {
      for (side, bit) in pair.enumerated() where has(column * 2 + side, row * 4 + line) { bits |= bit }
    }
    return bits
  }
}
