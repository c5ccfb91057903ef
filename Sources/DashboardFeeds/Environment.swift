// The variables of the environment, as a value that a test can make.

internal import Glibc

/// Variables of an environment.
package struct Environment: Hashable, Sendable {
  /// All of them, empty ones too.
  package let values: [String: String]

  /// An environment of these variables.
  package init(_ values: [String: String] = [:]) { self.values = values }

  /// A variable; nil where it is not set, or empty.
  package subscript(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// That of this process, as it was when it was first asked for.
  package static let ofProcess: Environment = {
    var values: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let words = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if words.count == 2 { values[String(words[0])] = String(words[1]) }
      entry += 1
    }
    return Environment(values)
  }()
}
