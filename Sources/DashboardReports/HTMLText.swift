// Makes text from outside plain in HTML, in elements and in attributes alike.

/// Escapes for HTML and XML.
struct HTMLText {
  let isASCII: Bool

  /// Text for an element or a quoted attribute.
  func escape(_ outside: String) -> String {
    var escaped = ""
    for character in SafeText(outside, isASCII: isASCII).text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// A name: set apart from its surroundings, so that a name in Hebrew or Arabic does not reorder them.
  func name(_ outside: String) -> String { "<bdi>\(escape(outside))</bdi>" }
}
