// The plain text filter: words that names must contain, and `!words` that they must not.

import DashboardModel

/// A filter on names, without case. A word that some row's name contains is asked of rows, else of columns.
struct NameFilter {
  private let wanted: [String]
  private let unwanted: [String]

  init(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    wanted = words.filter { !$0.hasPrefix("!") }
    unwanted = words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }.filter { !$0.isEmpty }
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
      if rowNames.contains(where: { $0.contains(word) }) {
        matches.rows = matches.rows.filter { rowNames[$0].contains(word) }
      } else if columnNames.contains(where: { $0.contains(word) }) {
        matches.columns = matches.columns.filter { columnNames[$0].contains(word) }
      } else {
        matches.unmatchedWords.append(word)
        matches.rows = []
      }
    }
    for word in unwanted {
      matches.rows = matches.rows.filter { !rowNames[$0].contains(word) }
      matches.columns = matches.columns.filter { !columnNames[$0].contains(word) }
    }
    return matches
  }

  /// What is matched: the name with its namespace, and a credential spec's account.
  private static func name(_ place: Int, _ axis: Axis, _ picture: Picture) -> String {
    switch axis {
    case .credentialSpec:
      let entry = picture.credentialSpec(place)
      return "\(entry.id.name) \(entry.account?.text ?? "")".lowercased()
    case .service: return picture.service(place).id.qualifiedName.lowercased()
    case .host: return picture.host(place).id.name.lowercased()
    }
  }
}
