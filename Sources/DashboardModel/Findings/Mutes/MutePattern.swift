// Names with `*` in them, as operators write them for "all that begin so".

/// A pattern of names: `*` stands for any characters, also none; all else for itself, case included.
public struct MutePattern: Hashable, Sendable {
  /// As written.
  public let text: String

  /// A pattern.
  public init(_ text: String) { self.text = text }

  /// Whether the whole of a name is as the pattern says. Cost: at most the pattern's length times the name's.
  public func matches(_ name: String) -> Bool {
    let pattern = Array(text.utf8)
    let name = Array(name.utf8)
    let star = UInt8(ascii: "*")
    var (inPattern, inName) = (0, 0)
    // Where the last star stands, and how much of the name it has taken: the only choice to come back to.
    var lastStar: (inPattern: Int, inName: Int)?
    while inName < name.count {
      if inPattern < pattern.count, pattern[inPattern] == star {
        lastStar = (inPattern, inName)
        inPattern += 1
      } else if inPattern < pattern.count, pattern[inPattern] == name[inName] {
        inPattern += 1
        inName += 1
      } else if let star = lastStar {
        lastStar = (star.inPattern, star.inName + 1)
        inPattern = star.inPattern + 1
        inName = star.inName + 1
      } else {
        return false
      }
    }
    return pattern[inPattern...].allSatisfy { $0 == star }
  }
}
