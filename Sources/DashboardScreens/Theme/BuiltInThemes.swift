// The themes that are compiled in, from the folder themes/ at the root of the project.

/// The themes that are compiled in.
package enum BuiltInThemes {
  /// The name of the theme for terminals with colours, and of the one for those without.
  package static let defaultName = "default"
  package static let colorlessName = "mono"

  /// Every theme; the first is the default. A test compares this with the folder and proves that each can be read.
  package static let all: [ThemeSheet] = [
    PackageResources.default_yaml, PackageResources.deuteranopia_yaml, PackageResources.high_contrast_yaml,
    PackageResources.light_yaml, PackageResources.mono_yaml,
  ].compactMap { try? ThemeParser.parse(String(decoding: $0, as: UTF8.self)) }

  /// The theme of a name, or nil where none is called that.
  package static func named(_ name: String, colors: ColorDepth = .full, isASCII: Bool) -> Theme? {
    all.first { $0.name == name }?.theme(colors: colors, isASCII: isASCII)
  }
}
