// Finds lines whose cells are equal on every shown line of the other axis: exactly, in two passes over the cells.

package import DashboardModel

/// Parts lines into classes of equal ones. Cells are equal where state and flags are.
package struct EqualLines {
  private let cells: StateMatrix

  /// Compares the cells of a face.
  package init(_ cells: StateMatrix) { self.cells = cells }

  /// Rows of the face that have equal cells in all the given columns; classes in the order of their first member.
  /// Cost: one pass over the rows.
  package func rows(_ rows: [Int], across columns: [Int]) -> [[Int]] {
    let isWhole = columns.count == cells.columns
    return Self.classes(of: rows) { row in
      let bytes = cells.bytes(ofRow: row)
      return isWhole ? bytes : columns.map { bytes[$0] }
    }
  }

  /// Columns of the face that have equal cells in all the given rows; classes in the order of their first member.
  /// Cost: two passes over the rows. One hashes all columns side by side, one compares each column with the first of
  /// its hash; columns that a hash took for equal wrongly are compared cell by cell.
  package func columns(_ columns: [Int], across rows: [Int]) -> [[Int]] {
    self.columns(columns, across: rows, hashes: hashes(across: rows))
  }

  /// The same with hashes of one's own, that may be as weak as they like.
  package func columns(_ columns: [Int], across rows: [Int], hashes: [UInt32]) -> [[Int]] {
    var classes = Self.classes(of: columns) { hashes[$0] }
    let strangers = strangers(in: classes, across: rows)
    if strangers.isEmpty { return classes }
    for index in classes.indices { classes[index].removeAll { strangers.contains($0) } }
    classes += Self.classes(of: strangers.sorted()) { column in rows.map { cells.bytes(ofRow: $0)[column] } }
    return classes.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// A hash of each column of the face.
  private func hashes(across rows: [Int]) -> [UInt32] {
    var hashes = [UInt32](repeating: 2_166_136_261, count: cells.columns)
    for row in rows {
      let bytes = cells.bytes(ofRow: row)
      for column in 0..<min(bytes.count, hashes.count) {
        hashes[column] = (hashes[column] ^ UInt32(bytes[column])) &* 16_777_619
      }
    }
    return hashes
  }

  /// Columns that differ from the first of their class.
  private func strangers(in classes: [[Int]], across rows: [Int]) -> Set<Int> {
    let pairs = classes.flatMap { members in members.dropFirst().map { (members[0], $0) } }
    if pairs.isEmpty { return [] }
    var differs = [Bool](repeating: false, count: pairs.count)
    for row in rows {
      let bytes = cells.bytes(ofRow: row)
      for (index, pair) in pairs.enumerated() where bytes[pair.0] != bytes[pair.1] { differs[index] = true }
    }
    return Set(pairs.indices.filter { differs[$0] }.map { pairs[$0].1 })
  }

  /// Places by a key, each class in the order of the places, classes by their first member.
  private static func classes<Key: Hashable>(of places: [Int], key: (Int) -> Key) -> [[Int]] {
    var classOfKey: [Key: Int] = [:]
    var classes: [[Int]] = []
    for place in places {
      let key = key(place)
      if let known = classOfKey[key] {
        classes[known].append(place)
      } else {
        classOfKey[key] = classes.count
        classes.append([place])
      }
    }
    return classes
  }
}
