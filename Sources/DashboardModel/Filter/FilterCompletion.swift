// What may stand where the cursor is in a filter: keys, their values in the picture, names, named filters.

/// A text that may replace a part of the line.
public struct FilterCandidate: Hashable, Sendable {
  /// The text to put in place; quoted where it must be.
  public let replacement: String
  /// The characters that it replaces, counted from 0.
  public let range: Range<Int>
  /// What it is, in a few words.
  public let meaning: String
}

extension Picture {
  /// What may stand at the cursor of a filter on a face, nearest first: what begins with the typed part, then what has it
  /// after a separator, then what has it anywhere. At most `limit`. `cursor` counts characters from 0. Nothing inside a
  /// regular expression. Cost: the names of the axes concerned.
  public func completions(
    of text: String, cursor: Int, face: Face, named: [String: String] = [:], limit: Int = 20
  ) -> [FilterCandidate] {
    guard let spot = FilterSpot(Array(text), cursor: cursor) else { return [] }
    let vocabulary = FilterVocabulary(picture: self, face: face, named: named)
    var nearest = NearestCandidates(typed: spot.typed, limit: limit)
    for entry in vocabulary.entries(for: spot) { nearest.offer(entry) }
    return nearest.entries.map { entry in
      FilterCandidate(
        replacement: spot.isBeforeComparison && entry.isOpening
          ? String(entry.text.prefix { $0.isLetter }) : entry.written,
        range: spot.range, meaning: entry.meaning)
    }
  }
}

/// Where the cursor is: what is being typed there, and what it belongs to.
struct FilterSpot {
  enum Place: Hashable {
    case term
    case name
    case value(FilterKey, isEquality: Bool)
    case labelKey
    case labelValue(String)
  }
  let place: Place
  /// What has been typed of it, before the cursor.
  let typed: String
  /// The characters that a candidate replaces.
  let range: Range<Int>
  /// A comparison follows, so that a key needs none.
  let isBeforeComparison: Bool

  /// Nil inside a regular expression, and behind a key that does not exist.
  init?(_ text: [Character], cursor: Int) {
    let cursor = max(0, min(cursor, text.count))
    guard let starts = Self.starts(text[..<cursor]) else { return nil }
    let word = String(text[starts.word..<cursor])
    var start = starts.value ?? starts.word
    if let sign = starts.comparison, let value = starts.value {
      let key = String(text[starts.word..<sign])
      if key.lowercased().hasPrefix(FilterParser.labelOpening) {
        place = .labelValue(String(key.dropFirst(FilterParser.labelOpening.count)))
      } else {
        guard let known = FilterKey(word: key) else { return nil }
        let isEquality =
          text[sign..<value].contains("=") && !text[sign..<value].contains { "<>".contains($0) }
        place = .value(known, isEquality: isEquality)
      }
      start = value
    } else if word.lowercased().hasPrefix(FilterParser.labelOpening) {
      place = .labelKey
      start = starts.word + FilterParser.labelOpening.count
    } else if word.hasPrefix("@") {
      place = .name
    } else {
      place = .term
    }
    typed = String(text[start..<cursor].filter { $0 != "\"" })
    let rest = text[cursor...].prefix { !$0.isWhitespace && !Self.ends.contains($0) }
    let end = cursor + rest.count
    range = start..<end
    isBeforeComparison = end < text.count && Self.comparisons.contains(text[end])
  }

  private static let comparisons: Set<Character> = ["=", "<", ">", "!"]
  private static let ends = comparisons.union(["|", "(", ")", ","])

  /// The beginnings of the word before the cursor, of its comparison, and of the last value behind that.
  private static func starts(
    _ text: ArraySlice<Character>
  ) -> (word: Int, comparison: Int?, value: Int?)? {
    var word = 0
    var comparison: Int?
    var value: Int?
    var place = 0
    while place < text.count {
      let character = text[place]
      if character == "\"" || (character == "/" && place == (value ?? word)) {
        guard let end = closing(text, from: place) else {
          return character == "/" ? nil : (word, comparison, value ?? place)
        }
        place = end
      } else if character.isWhitespace || character == "|" || character == "(" || character == ")" {
        (word, comparison, value) = (place + 1, nil, nil)
      } else if comparison == nil, place == word, character == "!" || character == "-" {
        word = place + 1
      } else if character == "," && comparison != nil {
        value = place + 1
      } else if comparisons.contains(character), value == nil || value == place, character != "!" {
        if comparison == nil { comparison = place - (place > word && text[place - 1] == "!" ? 1 : 0) }
        value = place + 1
      }
      place += 1
    }
    return (word, comparison, value)
  }

  /// Where a quoted value or expression ends; nil where it does not.
  private static func closing(_ text: ArraySlice<Character>, from start: Int) -> Int? {
    var place = start + 1
    while place < text.count {
      if text[place] == text[start] { return place }
      place += text[place] == "\\" ? 2 : 1
    }
    return nil
  }
}

/// A word that completion knows.
struct FilterEntry {
  let text: String
  let meaning: String
  /// A key with its comparison, a prefix or an `@name`: written as it is.
  var isOpening = false

  /// Quoted where the grammar would read it as something else.
  var written: String {
    let isPlain =
      isOpening
      || !text.isEmpty && !"/!-@".contains(text.first ?? "/")
        && !text.contains { $0.isWhitespace || "|()\"\\,=<>".contains($0) }
    if isPlain { return text }
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}

/// Keeps the nearest of what is offered, in the order of the offers.
struct NearestCandidates {
  private let typed: [UInt8]
  private let limit: Int
  private var ranks: [[FilterEntry]] = [[], [], []]

  init(typed: String, limit: Int) {
    self.typed = FoldedName(typed).bytes
    self.limit = max(0, limit)
  }

  var entries: [FilterEntry] { Array(ranks.joined().prefix(limit)) }

  mutating func offer(_ entry: FilterEntry) {
    guard let rank = rank(FoldedName(entry.text).bytes), ranks[rank].count < limit else { return }
    ranks[rank].append(entry)
  }

  private func rank(_ name: [UInt8]) -> Int? {
    guard let first = typed.first else { return 0 }
    guard name.count >= typed.count else { return nil }
    var best: Int?
    for start in 0...(name.count - typed.count) where name[start] == first {
      guard name[start..<start + typed.count].elementsEqual(typed) else { continue }
      if start == 0 { return 0 }
      if Self.separators.contains(name[start - 1]) { best = 1 }
      best = best ?? 2
    }
    return best
  }

  private static let separators = Set("-._/ :@".utf8)
}
