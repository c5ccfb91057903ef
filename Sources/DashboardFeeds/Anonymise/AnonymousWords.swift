// What each word of a name becomes: the same everywhere, of the same kind, in the same order.

import DashboardModel

/// The new words for old ones. Words are runs of letters and digits; what stands between them stays, so that a pod's
/// name still begins with its ReplicaSet's and a host's still ends with its domain.
struct AnonymousWords {
  /// What rules read off the shape of a word, and a new word must have too.
  private enum Shape: Hashable {
    /// Digits alone, as in a Job's name; short ones stay, since they count and name nobody.
    case digits(Int)
    /// As the hash at the end of a ReplicaSet's name. Source: kubernetes apimachinery util/rand.
    case hash(Int)
    case other
  }

  private static let hashLetters = Array("bcdfghjklmnpqrstvwxz2456789")
  /// The most digits that stay: error numbers and counts have no more.
  private static let shortDigits = 6

  private var words: [String: String] = [:]
  private var guids: [String: Int] = [:]
  private var addresses: [String: Int] = [:]
  private var domainParts: [String: Int] = [:]

  /// New words for all that stand in some names, in the order of the old ones, and new numbers for GUIDs.
  init(_ old: Set<String>, guids: Set<String>, addresses: Set<String>, domainParts: Set<String>) {
    for (number, part) in domainParts.sorted(by: NaturalOrder.precedes).enumerated() {
      self.domainParts[part] = 1_000_000_001 + number
    }
    for (number, address) in addresses.sorted(by: NaturalOrder.precedes).enumerated() {
      self.addresses[address] = number + 1
    }
    for (number, guid) in guids.sorted().enumerated() { self.guids[guid] = number + 1 }
    var counts: [Shape: Int] = [:]
    for word in old.sorted(by: NaturalOrder.precedes) {
      let shape = Self.shape(of: word)
      if case .digits(let count) = shape, count <= Self.shortDigits { continue }
      var fresh: String
      repeat {
        counts[shape, default: 0] += 1
        fresh = Self.word(counts[shape] ?? 1, shape)
        // A new word that is an old one would tell of it.
      } while old.contains(fresh)
      words[word] = fresh
    }
  }

  /// A new address for an IPv4 address, of the net that is kept for measurements. Source: RFC 2544.
  func address(_ old: String) -> String {
    let number = addresses[old] ?? 0
    return "198.\(18 + number / 65_536 % 2).\(number / 256 % 256).\(number % 256)"
  }

  /// A new number for a part of a domain's SID.
  func domainPart(_ old: Substring) -> String { domainParts[String(old)].map(String.init) ?? String(old) }

  /// The number of a GUID, in any case.
  func number(ofGUID guid: String) -> Int { guids[guid.lowercased()] ?? 0 }

  /// The new word for a word in the case of the old one.
  func word(_ old: Substring) -> String {
    guard let fresh = words[old.lowercased()] else { return String(old) }
    if old.allSatisfy({ !$0.isLowercase }), old.contains(where: \.isUppercase) { return fresh.uppercased() }
    return old.contains(where: \.isUppercase) ? fresh.prefix(1).uppercased() + fresh.dropFirst() : fresh
  }

  /// Rewrites the words of a text for which `isNamed` holds.
  func rewritten(_ text: String, where isNamed: (Substring) -> Bool = { _ in true }) -> String {
    var fresh = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(where: Self.isOfWord) {
      fresh += rest[..<start]
      let end = rest[start...].firstIndex { !Self.isOfWord($0) } ?? rest.endIndex
      let word = rest[start..<end]
      fresh += isNamed(word) ? self.word(word) : String(word)
      rest = rest[end...]
    }
    return fresh + rest
  }

  static func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// The words of a text, in lower case.
  static func words(of text: String) -> [String] {
    text.split { !isOfWord($0) }.map { $0.lowercased() }
  }

  private static func shape(of word: String) -> Shape {
    if word.allSatisfy(\.isNumber) { return .digits(word.count) }
    if word.count <= 10, word.allSatisfy(hashLetters.contains) { return .hash(word.count) }
    return .other
  }

  /// The word of a number: a name that says what it is not, or digits and letters of the same length.
  private static func word(_ number: Int, _ shape: Shape) -> String {
    switch shape {
    case .digits(let count):
      let digits = String(number)
      return "9" + String(repeating: "0", count: max(0, count - 1 - digits.count)) + digits
    case .hash(let count):
      var rest = number
      var letters: [Character] = []
      while letters.count < max(1, min(10, count)) || rest > 0 {
        letters.insert(hashLetters[rest % hashLetters.count], at: 0)
        rest /= hashLetters.count
      }
      return String(letters)
    case .other:
      let digits = String(number)
      return "name" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
  }
}
