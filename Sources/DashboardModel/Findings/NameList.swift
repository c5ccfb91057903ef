// Hosts or services in a sentence: the first few by name, all of them by count.

/// Names in a sentence. It holds the names that are shown and the count of all, so that a finding over 5,000 hosts
/// costs no more than one over three.
struct NameList: Hashable, Sendable {
  /// How many names are shown, and how many evidence is kept of.
  static let shown = 3

  let names: [String]
  let count: Int
  let noun: String

  /// The first few of `count` names; `noun` is the word for one of them.
  init(_ names: [String], count: Int, noun: String) {
    self.names = Array(names.prefix(Self.shown))
    self.count = count
    self.noun = noun
  }

  /// The name of one, the names of two or three, else the count and the first names.
  var text: String {
    let joined = names.joined(separator: ", ")
    return count <= names.count ? joined : "\(counted) (\(joined), …)"
  }

  /// `1 host`, `12 hosts`.
  var counted: String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}
