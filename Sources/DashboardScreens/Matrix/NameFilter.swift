// The plain text filter: words that names must contain, and `!words` that they must not.

import DashboardModel

/// A filter on names, without case. A word that some row's name contains is asked of rows, else of columns.
struct NameFilter {
  private let wanted: [Word]
  private let unwanted: [Word]

  /// A word in bytes: a letter typed compares thousands of names, and bytes compare at machine speed.
  private struct Word {
    let text: String
    let bytes: [UInt8]

    init(_ text: String) {
      self.text = text
      bytes = Array(text.utf8)
    }

    func isIn(_ name: [UInt8]) -> Bool {
      guard let first = bytes.first, name.count >= bytes.count else { return bytes.isEmpty }
      for start in 0...(name.count - bytes.count) where name[start] == first {
        if name[start..<start + bytes.count].elementsEqual(bytes) { return true }
      }
      return false
    }
  }

  init(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    wanted = words.filter { !$0.hasPrefix("!") }.map(Word.init)
    unwanted = words.filter { $0.hasPrefix("!") }.map { Word(String($0.dropFirst())) }.filter {
      !$0.bytes.isEmpty
    }
  }

  var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

  struct Matches {
    var rows: [Int]
    var columns: [Int]
    var unmatchedWords: [String] = []
  }

  /// The places that are let through on both axes.
  func places(in axes: MatrixAxes) -> Matches {
    var matches = Matches(rows: Array(0..<axes.rowCount), columns: Array(0..<axes.columnCount))
    if isEmpty { return matches }
    let rowNames = matches.rows.map { Self.name($0, axes.rowAxis, axes.picture) }
    let columnNames = matches.columns.map { Self.name($0, axes.columnAxis, axes.picture) }
    for word in wanted {
      if rowNames.contains(where: word.isIn) {
        matches.rows = matches.rows.filter { word.isIn(rowNames[$0]) }
      } else if columnNames.contains(where: word.isIn) {
        matches.columns = matches.columns.filter { word.isIn(columnNames[$0]) }
      } else {
        matches.unmatchedWords.append(word.text)
        matches.rows = []
        // One word that nothing has decides; the others need not be looked for.
        return matches
      }
    }
    for word in unwanted {
      matches.rows = matches.rows.filter { !word.isIn(rowNames[$0]) }
      matches.columns = matches.columns.filter { !word.isIn(columnNames[$0]) }
    }
    return matches
  }

  /// What is matched: the name with its namespace, and a credential spec's account.
  private static func name(_ place: Int, _ axis: Axis, _ picture: Picture) -> [UInt8] {
    Array(text(place, axis, picture).utf8)
  }

  private static func text(_ place: Int, _ axis: Axis, _ picture: Picture) -> String {
    switch axis {
    case .credentialSpec:
      let entry = picture.credentialSpec(place)
      return "\(entry.id.name) \(entry.account?.text ?? "")".lowercased()
    case .service: return picture.service(place).id.qualifiedName.lowercased()
    case .host: return picture.host(place).id.name.lowercased()
    }
  }
}
