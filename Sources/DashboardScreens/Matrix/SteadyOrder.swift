// Keeps an order that the operator looks at: what stays stays where it is, what is new comes beside its neighbour.

/// Merges a fresh order into the one of before.
package enum SteadyOrder {
  /// Indices into `fresh`: what was there before in the order of before, each new one behind the one that it follows in
  /// the fresh order. What vanished is left out.
  package static func merged<ID: Hashable>(fresh: [ID], before: [ID]) -> [Int] {
    var indexOf: [ID: Int] = [:]
    for (index, id) in fresh.enumerated() { indexOf[id] = index }
    var isKept = [Bool](repeating: false, count: fresh.count)
    var kept: [Int] = []
    for id in before {
      guard let index = indexOf[id], !isKept[index] else { continue }
      isKept[index] = true
      kept.append(index)
    }
    var leading: [Int] = []
    var followers: [Int: [Int]] = [:]
    var last: Int?
    for index in fresh.indices {
      if isKept[index] {
        last = index
      } else if let last {
        followers[last, default: []].append(index)
      } else {
        leading.append(index)
      }
    }
    return leading + kept.flatMap { [$0] + (followers[$0] ?? []) }
  }
}
