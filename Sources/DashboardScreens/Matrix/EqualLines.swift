// Finds lines whose cells are equal on every shown line of the other axis: exactly, in two passes over the cells.

package import DashboardModel

/// Parts lines into classes of equal ones. Cells are equal where state and flags are.
package struct EqualLines {
  private let cells: StateMatrix

  /// Compares the cells of a face.
  package init(_ cells: StateMatrix) { self.cells = cells }

  /// Rows of the face that have equal cells in all the given columns; classes in the order of their first member.
  /// Cost: a pass over the rows that hashes them, and one that compares each with the first of its hash.
  package func rows(_ rows: [Int], across columns: [Int]) -> [[Int]] {
    let weights = Self.weights(of: columns, count: cells.columns)
    var hashes: [Int: UInt32] = [:]
    for row in rows { hashes[row] = Self.sum(cells.bytes(ofRow: row), weights) }
    let classes = Self.classes(of: rows) { hashes[$0] ?? 0 }
    return parted(classes) { first, other in
      Self.isEqual(cells.bytes(ofRow: first), cells.bytes(ofRow: other), where: weights)
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
    let classes = Self.classes(of: columns) { hashes[$0] }
    let strangers = strangers(in: classes, across: rows)
    return parted(classes) { first, other in
      !strangers.contains(other)
        || rows.allSatisfy { cells.bytes(ofRow: $0)[first] == cells.bytes(ofRow: $0)[other] }
    }
  }

  /// Classes of hashes, parted where a member differs from the first.
  private func parted(_ classes: [[Int]], isEqual: (Int, Int) -> Bool) -> [[Int]] {
    var result: [[Int]] = []
    for members in classes {
      var parts: [[Int]] = []
      for member in members {
        // Mostly there is one part, and this is one comparison.
        if let part = parts.firstIndex(where: { isEqual($0[0], member) }) {
          parts[part].append(member)
        } else {
          parts.append([member])
        }
      }
      result += parts
    }
    return result.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  // MARK: Passes

  /// A weight a place, 0 for those that do not count: a hash is the sum of cells times weights, which neither waits for
  /// the cell before nor asks which cells count.
  private static func weights(of places: [Int], count: Int) -> [UInt32] {
    var weights = [UInt32](repeating: 0, count: count)
    for place in places where place < count { weights[place] = weight(place) }
    return weights
  }

  private static func weight(_ place: Int) -> UInt32 {
    var mixed = UInt32(truncatingIfNeeded: place) &* 0x9E37_79B1 &+ 0x85EB_CA77
    mixed = (mixed ^ mixed >> 15) &* 0x2C1B_3C6D
    return (mixed ^ mixed >> 12) | 1
  }

  private static func sum(_ bytes: [UInt8], _ weights: [UInt32]) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      weights.withUnsafeBufferPointer { weights in
        var sum: UInt32 = 0
        for place in 0..<min(bytes.count, weights.count) { sum &+= UInt32(bytes[place]) &* weights[place] }
        return sum
      }
    }
  }

  private static func isEqual(_ left: [UInt8], _ right: [UInt8], where weights: [UInt32]) -> Bool {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        weights.withUnsafeBufferPointer { weights in
          // Without a way out halfway, so that many cells are compared at a time.
          var difference: UInt32 = 0
          for place in 0..<min(left.count, right.count, weights.count) {
            difference |= weights[place] == 0 ? 0 : UInt32(left[place] ^ right[place])
          }
          return difference == 0
        }
      }
    }
  }

  /// A hash of each column of the face.
  private func hashes(across rows: [Int]) -> [UInt32] {
    var hashes = [UInt32](repeating: 0, count: cells.columns)
    hashes.withUnsafeMutableBufferPointer { hashes in
      for row in rows {
        let weight = Self.weight(row)
        cells.bytes(ofRow: row).withUnsafeBufferPointer { bytes in
          for column in 0..<min(bytes.count, hashes.count) {
            hashes[column] &+= UInt32(bytes[column]) &* weight
          }
        }
      }
    }
    return hashes
  }

  /// Columns that differ from the first of their class.
  private func strangers(in classes: [[Int]], across rows: [Int]) -> Set<Int> {
    let firsts = classes.flatMap { members in members.dropFirst().map { _ in Int32(members[0]) } }
    let others = classes.flatMap { members in members.dropFirst().map(Int32.init) }
    if others.isEmpty { return [] }
    var differences = [UInt8](repeating: 0, count: others.count)
    differences.withUnsafeMutableBufferPointer { differences in
      for row in rows {
        cells.bytes(ofRow: row).withUnsafeBufferPointer { bytes in
          for index in others.indices {
            differences[index] |= bytes[Int(firsts[index])] ^ bytes[Int(others[index])]
          }
        }
      }
    }
    return Set(others.indices.filter { differences[$0] != 0 }.map { Int(others[$0]) })
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
