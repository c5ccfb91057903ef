// What Kubernetes takes as the name of an object.

/// Names of Kubernetes objects.
public enum ObjectName {
  /// Whether a text is a DNS-1123 subdomain: lower-case letters, digits and dashes in labels joined by dots,
  /// 253 in all; a label starts and ends with a letter or digit. Kubernetes does not hold the labels of such a name to
  /// 63 characters. Source: kubernetes apimachinery pkg/util/validation.
  public static func isSubdomain(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 253 else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
  }

  private static func isLabel(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isLetterOrDigit(first) && isLetterOrDigit(last)
      && text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
