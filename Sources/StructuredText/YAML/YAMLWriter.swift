// Values as YAML, for people who want to see facts as they are.

internal import Yams

/// Writes values as YAML.
package enum YAMLWriter {
  /// The value as a YAML document, members sorted by name, ending with a line feed; nil where it cannot be written.
  package static func text(of value: some Encodable) -> String? {
    let encoder = YAMLEncoder()
    encoder.options.sortKeys = true
    encoder.options.allowUnicode = true
    encoder.options.width = -1
    return try? encoder.encode(value)
  }
}
