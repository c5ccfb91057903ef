// The objects of one list other than pods: few, each with its facts in a box.

import DashboardModel

/// The objects of one list that matter.
struct ObjectStore: Sendable {
  private struct Entry: Sendable {
    var version: UInt64
    /// Nil: read, and of no concern.
    var box: FactsBox?
    var round: UInt32
  }

  private var entries: [UInt64: Entry] = [:]
  private var round: UInt32 = 0

  /// The facts of all objects, in no order.
  var boxes: some Sequence<FactsBox> { entries.values.lazy.compactMap(\.box) }
  /// How many objects are kept, and how many are there.
  var counts: (kept: Int, all: Int) { (entries.values.count { $0.box != nil }, entries.count) }

  mutating func beginWhole() { round += 1 }

  /// Drops what was not in the whole list; true: facts went with it.
  mutating func endWhole() -> Bool {
    let gone = entries.filter { $0.value.round != round }
    for identity in gone.keys { entries[identity] = nil }
    return gone.values.contains { $0.box != nil }
  }

  /// Drops everything; true: facts went with it.
  mutating func clear() -> Bool {
    let had = entries.values.contains { $0.box != nil }
    entries = [:]
    return had
  }

  /// Takes an object up; whether facts changed, and whether it cannot be told if it is news.
  mutating func put(_ object: ReadObject, isLate: Bool) -> (isChanged: Bool, isDoubtful: Bool) {
    let version = object.revision ?? 0
    let known = entries[object.identity]
    if let known {
      entries[object.identity]?.round = round
      if version != 0, version <= known.version { return (false, false) }
    } else if isLate {
      return (false, true)
    }
    let box: FactsBox? = if case .facts(let box) = object.facts { box } else { nil }
    // Most changes of an object change nothing that is kept of it: a counter, a heartbeat.
    let isSame = box == known?.box
    entries[object.identity] = Entry(version: version, box: isSame ? known?.box : box, round: round)
    return (!isSame, false)
  }

  /// Takes a deletion up; true: facts went with it. An object that was told of later stays.
  mutating func remove(_ object: ReadObject) -> Bool {
    guard let known = entries[object.identity] else { return false }
    if let version = object.revision, version < known.version { return false }
    entries[object.identity] = nil
    return known.box != nil
  }
}
