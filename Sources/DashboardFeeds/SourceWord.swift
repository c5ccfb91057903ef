// What the operator writes for a source: a word with a cluster's name before it or not, and what it says of files.
// Pure; nothing is opened here.

package import DashboardModel

/// A SOURCE word, with its `NAME=` taken off.
package struct SourceWord: Hashable, Sendable {
  /// The word as it was written.
  package let written: String
  /// The name that its cluster is to have, where the operator says it.
  package let cluster: ClusterName?
  /// What stands behind `NAME=`; never empty.
  package let rest: String

  /// Reads a word. `NAME=` counts where NAME is made of letters, digits, `.`, `_` and `-`; a file whose own name looks
  /// like that is written with its folder, as `./a=b.json`.
  package init(_ word: String) throws(SourceWordError) {
    var rest = Substring(word)
    var cluster: ClusterName?
    if let sign = word.firstIndex(of: "="), sign != word.startIndex,
      word[..<sign].utf8.allSatisfy(Self.isOfName)
    {
      cluster = ClusterName(String(word[..<sign]))
      rest = word[word.index(after: sign)...]
    }
    guard !rest.isEmpty else { throw .empty(word: word) }
    self.written = word
    self.cluster = cluster
    self.rest = String(rest)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Why a SOURCE word is none.
package enum SourceWordError: Error, Hashable, Sendable {
  /// Nothing was written, or nothing behind `NAME=`.
  case empty(word: String)
}

/// One source of files, as named on the command line.
package struct FileSource: Hashable, Sendable {
  /// Where it is.
  package enum Place: Hashable, Sendable {
    /// Standard input.
    case standardInput
    /// A file, a pipe or a folder.
    case path(String)
  }

  package var place: Place
  /// The cluster that it is of, where the operator says it.
  package var cluster: ClusterName?

  package init(_ place: Place, cluster: ClusterName? = nil) {
    self.place = place
    self.cluster = cluster
  }

  /// The source of files that a word names.
  package init(_ word: SourceWord) {
    self.init(word.rest == "-" ? .standardInput : .path(word.rest), cluster: word.cluster)
  }

  /// Reads a SOURCE word as one of files.
  package init(word: String) throws(SourceWordError) { self.init(try SourceWord(word)) }

  /// The word as shown on the sources screen.
  package var word: String {
    let text =
      switch place {
      case .standardInput: "-"
      case .path(let path): path
      }
    return cluster.map { "\($0.text)=\(text)" } ?? text
  }
}
