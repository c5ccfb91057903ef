// Leaves the lines of a page that have some words, with the headings and entries that they belong to.

/// Words that the lines of a page must have, without case.
struct PageFilter {
  private let wanted: [String]
  private let unwanted: [String]

  init(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    wanted = words.filter { !$0.hasPrefix("!") }
    unwanted = words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }.filter { !$0.isEmpty }
  }

  func lines(of lines: [PageLine]) -> [PageLine] {
    if wanted.isEmpty, unwanted.isEmpty { return lines }
    var kept: [PageLine] = []
    var heading: PageLine?
    for block in blocks(of: lines) {
      if let first = block.first, first.rank == .heading {
        heading = first
        continue
      }
      guard matches(block) else { continue }
      if let over = heading {
        if !kept.isEmpty { kept.append(.space) }
        kept.append(over)
        heading = nil
      }
      kept += block
    }
    return kept
  }

  /// An entry with its details is found as one: a word may stand in its evidence.
  private func blocks(of lines: [PageLine]) -> [[PageLine]] {
    var blocks: [[PageLine]] = []
    for line in lines where line.isSelectable {
      if line.rank == .detail, blocks.last?.first.map({ $0.rank != .heading }) == true {
        blocks[blocks.count - 1].append(line)
      } else {
        blocks.append([line])
      }
    }
    return blocks
  }

  private func matches(_ block: [PageLine]) -> Bool {
    let text = block.map(\.text).joined(separator: "\n").lowercased()
    return wanted.allSatisfy { text.contains($0) } && !unwanted.contains { text.contains($0) }
  }
}
