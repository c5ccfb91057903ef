// Finds names by a few of their letters, in order: `np` finds `next problem`.

/// Finding by letters.
enum FuzzyMatch {
  /// The names that have the letters in order, best first: whole, beginning, word beginnings, close together. Without
  /// letters all names, as they come.
  static func best(_ letters: String, among names: [String]) -> [String] {
    let wanted = Array(letters.lowercased().filter { $0 != " " })
    if wanted.isEmpty { return names }
    let scored = names.enumerated().compactMap { place, name in
      score(wanted, Array(name.lowercased())).map { (score: $0, place: place, name: name) }
    }
    return scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map(\.name)
  }

  /// Lower is better; nil where a letter is missing.
  private static func score(_ wanted: [Character], _ name: [Character]) -> Int? {
    if wanted == name.filter({ $0 != " " }) { return -1000 }
    if name.starts(with: wanted) { return name.count - 500 }
    var score = 0
    var place = 0
    var last = -1
    for letter in wanted {
      guard let found = nextPlace(of: letter, in: name, from: place) else { return nil }
      let isWordStart = found == 0 || name[found - 1] == " "
      if found != last + 1 { score += isWordStart ? 2 : 10 + found - place }
      last = found
      place = found + 1
    }
    return score + name.count / 4
  }

  /// The letter right here, else at the start of a word, else anywhere.
  private static func nextPlace(of letter: Character, in name: [Character], from start: Int) -> Int? {
    guard start < name.count else { return nil }
    if name[start] == letter { return start }
    let places = (start..<name.count).filter { name[$0] == letter }
    return places.first { $0 > 0 && name[$0 - 1] == " " } ?? places.first
  }
}
