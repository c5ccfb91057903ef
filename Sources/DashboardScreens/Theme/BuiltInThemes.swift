// The themes that are compiled in, from the folder themes/ at the root of the project.

/// The themes that are compiled in.
package enum BuiltInThemes {
  /// A theme's name and the bytes of its file.
  package struct Entry: Sendable {
    /// The name by which it is chosen.
    package let name: String
    let bytes: [UInt8]

    /// The theme; nil never, which a test proves for each.
    package func theme(isASCII: Bool) -> Theme? {
      try? ThemeParser.parse(String(decoding: bytes, as: UTF8.self), isASCII: isASCII)
    }
  }

  /// Every theme; the first is the default. A test compares this with the folder.
  package static let all: [Entry] = [
    Entry(name: "default", bytes: PackageResources.default_yaml),
    Entry(name: "mono", bytes: PackageResources.mono_yaml),
  ]

  /// The theme of a name, or nil where none is called that.
  package static func named(_ name: String, isASCII: Bool) -> Theme? {
    all.first { $0.name == name }?.theme(isASCII: isASCII)
  }
}
