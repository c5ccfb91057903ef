// Takes secrets out of words that a program wrote: what is known to be secret, and what looks like a token.

import Transport

/// Masks secrets in text.
enum SecretMask {
  private static let mask = "***"
  /// Shorter secrets would mask half of any text.
  private static let shortest = 6

  /// The text without these secrets and without anything that has the shape of a token.
  static func masked(_ text: String, hiding secrets: [SecretText]) -> String {
    var text = text
    for secret in secrets where secret.revealed.utf8.count >= shortest {
      text = text.replacing(secret.revealed, with: mask)
    }
    var masked = ""
    var word = ""
    for character in text {
      if isOfToken(character) {
        word.append(character)
      } else {
        masked += shown(word)
        masked.append(character)
        word = ""
      }
    }
    return masked + shown(word)
  }

  private static func isOfToken(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.~+/=".contains(character))
  }

  /// JSON web tokens begin so. Other long words are masked where letters and digits are mixed and no path or host is
  /// likely to be written like that.
  private static func shown(_ word: String) -> String {
    if word.hasPrefix("eyJ"), word.utf8.count >= 20 { return mask }
    if word.utf8.count >= 40, !word.contains("/"), word.contains(where: \.isNumber),
      word.contains(where: \.isUppercase),
      word.contains(where: \.isLowercase)
    {
      return mask
    }
    return word
  }
}
