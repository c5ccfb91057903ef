// Reads markup as strictly as XML: what a browser would repair is trouble here.

/// The tags of a text and the first thing wrong with them.
struct MarkupScanner {
  private(set) var names: Set<String> = []
  private(set) var trouble: String?
  private var open: [String] = []

  init(_ markup: String) {
    // Scalars, as a browser reads; style holds ">" in no rule of ours, all else is text, where it must be an
    // entity.
    var rest = markup.replacing("<!DOCTYPE html>", with: "").unicodeScalars[...]
    while trouble == nil, let start = rest.firstIndex(of: "<") {
      check(text: rest[..<start])
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(where: { $0 == ">" || $0 == "<" }), rest[end] == ">" else {
        trouble = "tag without end: \(Substring(rest.prefix(40)))"
        return
      }
      take(tag: rest[..<end])
      rest = rest[rest.index(after: end)...]
    }
    check(text: rest)
    if trouble == nil, !open.isEmpty { trouble = "open at the end: \(open)" }
  }

  private mutating func check(text: Substring.UnicodeScalarView) {
    if text.contains(">") { trouble = "> in text: \(Substring(text.prefix(80)))" }
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entity = part.prefix { $0 != ";" }
      if entity.count > 6 || entity.count == part.count {
        trouble = "bare & before \(Substring(part.prefix(20)))"
      }
    }
  }

  private mutating func take(tag: Substring.UnicodeScalarView) {
    let name = String(
      tag.drop { $0 == "/" }.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    if name.isEmpty { trouble = "no name in <\(Substring(tag))>" }
    names.insert(name)
    if tag.count(where: { $0 == "\"" }) % 2 != 0 { trouble = "odd quotes in <\(Substring(tag))>" }
    if tag.last == "/" { return }
    if tag.first != "/" {
      open.append(name)
    } else if open.popLast() != name {
      trouble = "</\(name)> closes another"
    }
  }
}
