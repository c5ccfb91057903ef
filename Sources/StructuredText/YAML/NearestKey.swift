// What somebody probably meant who misspelled a name.

/// The name closest to `word`, ignoring case, when it is close enough to be meant: at most a third of the
/// letters differ. A swap of neighbours counts once. O(letters of all names).
package func nearestKey(to word: String, among names: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(typed, Array(name.lowercased().unicodeScalars.prefix(64)))
    if distance <= max(1, max(typed.count, name.unicodeScalars.count) / 3), distance < best?.distance ?? .max
    {
      best = (name, distance)
    }
  }
  return best?.name
}

private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for (row, letter) in first.enumerated() {
    var current = [row + 1]
    for (column, other) in second.enumerated() {
      var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
