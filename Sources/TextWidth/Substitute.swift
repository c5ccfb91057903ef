// What is shown in place of a scalar that may not be: the same on the screen and in reports.

/// The visible stand-ins for unsafe scalars, each one column wide.
package enum Substitute {
  /// `|` for a line break, `>` for a tab, `?` for all else.
  package static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": "|"
    case "\t": ">"
    default: "?"
    }
  }
}
