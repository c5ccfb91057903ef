// The lists of facts that change seldom: of a list that changed, what went and what came.

import DashboardModel

/// How a list is compared, written and read.
struct RecordList: Sendable {
  let name: String
  /// Takes a list's new state up into an image of what was written, and writes the difference; false where there is none.
  let write:
    @Sendable (_ image: inout Facts, _ new: Facts, inout RecordTables, inout RecordBytes) throws -> Int
  /// Takes a written difference up.
  let read: @Sendable (_ facts: inout Facts, inout RecordWords, inout RecordInput) throws -> Void
  /// Whether a list is the very same in two facts, so that nothing need be compared.
  let isSame: @Sendable (Facts, Facts) -> Bool

  /// Every list but the replicas, in the order of their numbers. A new list comes at the end.
  static let all: [RecordList] = [
    RecordList("hosts", \.hosts), RecordList("services", \.services),
    RecordList("ownerLinks", \.ownerLinks),
    RecordList("credentialSpecs", \.credentialSpecs) { $0.contents?.remarks == $1.contents?.remarks },
    RecordList("roles", \.roles), RecordList("roleBindings", \.roleBindings),
    RecordList("serviceAccounts", \.serviceAccounts), RecordList("namespaces", \.namespaces),
    RecordList("webhooks", \.webhooks), RecordList("endpoints", \.endpoints),
    RecordList("events", \.events), RecordList("coverage", \.coverage), .listings,
  ]

  /// `alike` compares what equality leaves out.
  init<Fact: Codable & Hashable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Facts, [Fact]> & Sendable,
    alike: @escaping @Sendable (Fact, Fact) -> Bool = { _, _ in true }
  ) {
    self.init(
      name, path, alike: alike,
      write: { fact, _, bytes in bytes.blob(try SnapshotCoding.encode(fact)) },
      read: { _, input in try SnapshotCoding.decode(Fact.self, from: input.blob()) })
  }

  init<Fact: Hashable & Sendable>(
    _ name: String, _ path: any WritableKeyPath<Facts, [Fact]> & Sendable,
    alike: @escaping @Sendable (Fact, Fact) -> Bool,
    write writeFact: @escaping @Sendable (Fact, inout RecordTables, inout RecordBytes) throws -> Void,
    read readFact: @escaping @Sendable (inout RecordWords, inout RecordInput) throws -> Fact
  ) {
    self.name = name
    isSame = { left, right in
      left[keyPath: path].withUnsafeBufferPointer { a in
        right[keyPath: path].withUnsafeBufferPointer { b in
          a.baseAddress == b.baseAddress && a.count == b.count
        }
      }
    }
    write = { image, new, tables, bytes in
      let difference = ListDifference(from: image[keyPath: path], to: new[keyPath: path], alike: alike)
      if difference.isEmpty { return 0 }
      bytes.number(difference.removed.count)
      var last = 0
      for place in difference.removed {
        bytes.number(place - last)
        last = place
      }
      bytes.number(difference.added.count)
      for fact in difference.added { try writeFact(fact, &tables, &bytes) }
      difference.apply(to: &image[keyPath: path])
      return max(difference.removed.count, difference.added.count)
    }
    read = { facts, words, input in
      var removed: [Int] = []
      for _ in 0..<(try input.count()) { removed.append((removed.last ?? 0) + (try input.number())) }
      var added: [Fact] = []
      for _ in 0..<(try input.count()) { added.append(try readFact(&words, &input)) }
      guard removed.allSatisfy(facts[keyPath: path].indices.contains) else {
        throw RecordDamage(what: "a place in a list")
      }
      ListDifference(removed: removed, added: added).apply(to: &facts[keyPath: path])
    }
  }

  /// Hosts by the thousand hold the same contents: they are written once.
  private static let listings = RecordList(
    "listings", \.listings,
    alike: { left, right in
      zip(left.copies, right.copies).allSatisfy { $0.contents?.remarks == $1.contents?.remarks }
    },
    write: { listing, tables, bytes in
      var bare = listing
      bare.copies = listing.copies.map { HostCopy(name: $0.name, modifiedAt: $0.modifiedAt) }
      bytes.blob(try SnapshotCoding.encode(bare))
      for copy in listing.copies { try tables.contents(copy.contents, &bytes) }
    },
    read: { words, input in
      var listing = try SnapshotCoding.decode(HostListing.self, from: input.blob())
      for place in listing.copies.indices { listing.copies[place].contents = try words.contents(&input) }
      return listing
    })
}

/// What leads from one list to another where order does not count.
struct ListDifference<Fact: Hashable> {
  /// Places in the old list, ascending.
  let removed: [Int]
  let added: [Fact]

  init(removed: [Int], added: [Fact]) {
    self.removed = removed
    self.added = added
  }

  /// Cost: a comparison each where most stands where it stood, a hash each where it does not.
  init(from old: [Fact], to new: [Fact], alike: (Fact, Fact) -> Bool) {
    func isSame(_ a: Fact, _ b: Fact) -> Bool { a == b && alike(a, b) }
    var left: [Int] = []
    var right: [Int] = []
    let shared = min(old.count, new.count)
    for place in 0..<shared where !isSame(old[place], new[place]) {
      left.append(place)
      right.append(place)
    }
    left += Array(shared..<old.count)
    right += Array(shared..<new.count)
    var places: [Fact: [Int]] = [:]
    for place in left { places[old[place], default: []].append(place) }
    var added: [Fact] = []
    var kept: Set<Int> = []
    for place in right {
      let fact = new[place]
      if let known = places[fact]?.firstIndex(where: { isSame(old[$0], fact) }),
        let at = places[fact]?.remove(at: known)
      {
        kept.insert(at)
      } else {
        added.append(fact)
      }
    }
    removed = left.filter { !kept.contains($0) }
    self.added = added
  }

  var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// What came takes the places of what went, so that lists keep their order as far as they can.
  func apply(to list: inout [Fact]) {
    for (place, fact) in zip(removed, added) { list[place] = fact }
    if added.count >= removed.count {
      list += added.dropFirst(removed.count)
    } else {
      let gone = Set(removed.dropFirst(added.count))
      list = list.indices.filter { !gone.contains($0) }.map { list[$0] }
    }
  }
}
