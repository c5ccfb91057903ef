// The release of the gMSA webhook, as far as the tag of its image tells.

/// A release such as `v0.13.0`; nothing is told of images without such a tag.
struct WebhookVersion: Hashable, Sendable, Comparable {
  let parts: [Int]
  let text: String

  /// The last release that passes over init containers. Source: windows-gmsa PR 179 (domain.md 3.3).
  static let lastBlindToInitContainers = WebhookVersion(parts: [0, 13, 0], text: "v0.13.0")

  private init(parts: [Int], text: String) {
    self.parts = parts
    self.text = text
  }

  /// The tag of an image, with or without `v`, with or without what a distribution appends (`v0.13.0-eks-1`).
  init?(image: String) {
    let name = image.split(separator: "@", maxSplits: 1).first.map(String.init) ?? image
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let colon = last.lastIndex(of: ":") else { return nil }
    var digits = last[last.index(after: colon)...]
    if digits.hasPrefix("v") { digits = digits.dropFirst() }
    let number = digits.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, !parts.contains(nil) else { return nil }
    self.parts = parts.compactMap(\.self)
    text = String(last[last.index(after: colon)...])
  }

  static func < (left: WebhookVersion, right: WebhookVersion) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }
}
