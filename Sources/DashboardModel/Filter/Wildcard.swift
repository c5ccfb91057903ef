// Names with `*` in them, as operators write them for "all that begin so": one way for filters and for mutes.

/// Matching with `*`, which stands for any characters, also none.
enum Wildcard {
  /// The sign.
  static let sign = UInt8(ascii: "*")

  /// Whether the whole of a name is as the pattern says. Pieces between wildcards are taken where they first fit: steps
  /// are at most the name's length times the pattern's, never more.
  static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var (place, wanted) = (0, 0)
    // Where the last wildcard stands, and how much of the name it has taken: the only choice to come back to.
    var restart: (name: Int, pattern: Int)?
    while place < name.count {
      if wanted < pattern.count, pattern[wanted] == sign {
        restart = (place, wanted + 1)
        wanted += 1
      } else if wanted < pattern.count, pattern[wanted] == name[place] {
        place += 1
        wanted += 1
      } else if let last = restart {
        restart = (last.name + 1, last.pattern)
        (place, wanted) = (last.name + 1, last.pattern)
      } else {
        return false
      }
    }
    return pattern[wanted...].allSatisfy { $0 == sign }
  }
}
