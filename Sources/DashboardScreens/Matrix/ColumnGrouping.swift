// Factors column names: what names share is written once above them, what is left is written downwards.

import DashboardModel

/// Groups columns by cluster and by the beginning of their names; groups with the worst state first.
struct ColumnGrouping {
  let axes: MatrixAxes

  struct Group {
    var label: String
    var places: [Int]
    var tails: [String]
  }

  private struct Key: Hashable {
    let cluster: ClusterName
    let prefix: String
  }

  func groups(of columns: [Int]) -> [Group] {
    var order: [Key] = []
    var members: [Key: [(place: Int, tail: String)]] = [:]
    for place in columns {
      guard let subject = axes.picture.subject(place, on: axes.columnAxis) else { continue }
      let (prefix, tail) = Self.split(subject.name, isNumbered: axes.columnAxis == .host)
      let key = Key(cluster: subject.cluster, prefix: prefix)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append((place, tail))
    }
    let groups = order.map { key -> Group in
      let list = members[key] ?? []
      return Self.factored(Group(label: key.prefix, places: list.map(\.place), tails: list.map(\.tail)))
    }
    return axes.columnAxis == .host ? groups.sorted(by: precedes) : [sortedSingly(groups)]
  }

  /// Names of hosts end in a number: `win-a-07` is `win-a-` and `07`. A domain suffix is left to the read-out.
  private static func split(_ name: String, isNumbered: Bool) -> (prefix: String, tail: String) {
    guard isNumbered else { return ("", name) }
    let short = name.prefix { $0 != "." }
    let digits = short.reversed().prefix { $0.isASCII && $0.isNumber }.count
    if digits == 0 || digits == short.count { return ("", String(short)) }
    return (String(short.dropLast(digits)), String(short.suffix(digits)))
  }

  /// Leading digits that all members share go to the label: `aks-win0000` and `1`, `2`, `3`.
  private static func factored(_ group: Group) -> Group {
    var group = group
    guard group.tails.count > 1, !group.label.isEmpty else { return group }
    while let first = group.tails[0].first, group.tails.allSatisfy({ $0.count > 1 && $0.first == first }) {
      group.label.append(first)
      group.tails = group.tails.map { String($0.dropFirst()) }
    }
    return group
  }

  private func precedes(_ left: Group, _ right: Group) -> Bool {
    let a = worst(left)
    let b = worst(right)
    return a == b ? (left.places.first ?? 0) < (right.places.first ?? 0) : a < b
  }

  private func worst(_ group: Group) -> CellState {
    group.places.map { axes.counts(ofColumn: $0).worst }.min() ?? .blank
  }

  /// Columns that are no hosts have no families: the worst comes first.
  private func sortedSingly(_ groups: [Group]) -> Group {
    let all = groups.flatMap { zip($0.places, $0.tails) }.sorted { left, right in
      let a = axes.counts(ofColumn: left.0)
      let b = axes.counts(ofColumn: right.0)
      if a.worst != b.worst { return a.worst < b.worst }
      if a.problems != b.problems { return a.problems > b.problems }
      return left.0 < right.0
    }
    return Group(label: "", places: all.map(\.0), tails: all.map(\.1))
  }

  /// The groups as ranges of the columns in their order, without the prefix that all names share.
  static func ranges(_ groups: [Group]) -> (groups: [ColumnGroup], commonPrefix: String) {
    let prefix = commonPrefix(groups)
    var start = 0
    let ranges = groups.map { group in
      defer { start += group.places.count }
      let cut = min(prefix.count, group.label.count)
      let rest = prefix.count - cut
      return ColumnGroup(
        label: String(group.label.dropFirst(cut)), range: start..<start + group.places.count,
        tails: group.tails.map { String($0.dropFirst(rest)) })
    }
    return (ranges, prefix)
  }

  /// Up to the last separator that all names share, so that no name is cut inside of a word.
  private static func commonPrefix(_ groups: [Group]) -> String {
    let names = groups.flatMap { group in group.tails.map { group.label + $0 } }
    guard names.count > 1, var prefix = names.first else { return "" }
    for name in names where !name.hasPrefix(prefix) {
      prefix = String(zip(prefix, name).prefix { $0 == $1 }.map(\.0))
      if prefix.isEmpty { return "" }
    }
    guard let separator = prefix.lastIndex(where: { "-._".contains($0) }) else { return "" }
    return String(prefix[...separator])
  }
}
