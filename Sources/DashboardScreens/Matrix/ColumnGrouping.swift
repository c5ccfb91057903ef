// Factors column names: what names share is written once above them, what is left is written downwards.

import DashboardModel

/// Groups columns by cluster and by the beginning of their names; groups with the worst state first. While pictures
/// come, groups and columns that stay keep their places.
struct ColumnGrouping {
  let axes: MatrixAxes
  /// The arrangement whose order is kept; nil for a fresh order.
  let before: MatrixArrangement?

  private struct Group {
    var key: ColumnGroup.Key
    var label: String
    var lines: [MatrixLine] = []
    var tails: [String] = []
  }

  /// Puts the columns into an arrangement.
  func arrange(_ lines: [MatrixLine], _ result: inout MatrixArrangement) {
    let groups = groups(of: lines)
    let isZoomed = lines.first?.group != nil
    let prefix = isZoomed ? "" : Self.commonPrefix(groups)
    result.commonPrefix = prefix
    result.columns = groups.flatMap(\.lines)
    result.columnIDs = result.columns.compactMap { axes.id(of: $0, .columns) }
    result.columnCounts = result.columns.map { axes.counts(of: $0, .columns) }
    result.worstOfColumns = result.columnCounts.map(\.worst)
    result.largestColumn = result.columns.map(\.members.count).max() ?? 1
    var start = 0
    for group in groups {
      result.columnGroups.append(Self.range(group, start: start, without: prefix.utf8.count))
      start += group.lines.count
    }
  }

  private func groups(of lines: [MatrixLine]) -> [Group] {
    if lines.first?.group != nil { return steady(clusters(lines.sorted(by: precedes))) }
    if axes.columnAxis == .host { return steady(families(lines)) }
    // Columns that are no hosts have no families: the worst comes first.
    let sorted = steady(lines.sorted(by: precedes))
    return [Group(key: ColumnGroup.Key(prefix: ""), label: "", lines: sorted, tails: sorted.map(name))]
  }

  /// Groups by cluster, which is named where there are several.
  private func clusters(_ lines: [MatrixLine]) -> [Group] {
    let names = Set(lines.map { $0.group?.cluster })
    var groups: [Group] = []
    for line in steady(lines) {
      let cluster = line.group?.cluster
      let isNamed = names.count > 1 && line.group?.title != cluster?.text
      let key = ColumnGroup.Key(cluster: isNamed ? cluster : nil, prefix: "")
      let place = groups.firstIndex { $0.key == key } ?? groups.count
      if place == groups.count { groups.append(Group(key: key, label: key.cluster?.text ?? "")) }
      groups[place].lines.append(line)
      groups[place].tails.append(line.group?.title ?? "")
    }
    return groups
  }

  /// Names of hosts end in a number: `win-a-07` is `win-a-` and `07`.
  private func families(_ lines: [MatrixLine]) -> [Group] {
    var groups: [Group] = []
    var groupOfKey: [ColumnGroup.Key: Int] = [:]
    var last: (key: ColumnGroup.Key, group: Int)?
    for line in lines {
      let host = axes.picture.host(line.place).id
      let (prefix, tail) = Self.split(host.name)
      let key = ColumnGroup.Key(cluster: host.cluster, prefix: prefix)
      // Hosts are sorted, so that one mostly is of the family of the one before.
      let place = last?.key == key ? last?.group : groupOfKey[key]
      let group = place ?? groups.count
      if place == nil {
        groupOfKey[key] = group
        groups.append(Group(key: key, label: prefix))
      }
      groups[group].lines.append(line)
      groups[group].tails.append(tail)
      last = (key, group)
    }
    return groups.map { group in (group: Self.factored(group), worst: worst(group)) }
      .sorted { left, right in
        let (a, b) = (left.group.lines.first?.place ?? 0, right.group.lines.first?.place ?? 0)
        return left.worst == right.worst ? a < b : left.worst < right.worst
      }
      .map(\.group)
  }

  private func name(_ line: MatrixLine) -> String {
    axes.picture.subject(line.place, on: axes.columnAxis)?.name ?? ""
  }

  // MARK: Order

  private func precedes(_ left: MatrixLine, _ right: MatrixLine) -> Bool {
    let (a, b) = (axes.counts(of: left, .columns), axes.counts(of: right, .columns))
    if a.worst != b.worst { return a.worst < b.worst }
    return a.problems == b.problems ? left.place < right.place : a.problems > b.problems
  }

  private func worst(_ group: Group) -> CellState {
    group.lines.map { axes.counts(of: $0, .columns).worst }.min() ?? .blank
  }

  private func steady(_ lines: [MatrixLine]) -> [MatrixLine] {
    guard let before, !before.columnIDs.isEmpty else { return lines }
    let ids = lines.compactMap { axes.id(of: $0, .columns) }
    return SteadyOrder.merged(fresh: ids, before: before.columnIDs).map { lines[$0] }
  }

  private func steady(_ groups: [Group]) -> [Group] {
    guard let before, !before.columnGroups.isEmpty else { return groups }
    let order = SteadyOrder.merged(fresh: groups.map(\.key), before: before.columnGroups.map(\.key))
    return order.map { groups[$0] }
  }

  // MARK: Names

  /// A domain suffix is left to the read-out. Names are taken apart as bytes: there may be thousands.
  private static func split(_ name: String) -> (prefix: String, tail: String) {
    let bytes = name.utf8
    let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    var start = end
    while start > bytes.startIndex {
      let previous = bytes.index(before: start)
      if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[previous]) { break }
      start = previous
    }
    if start == end || start == bytes.startIndex { return ("", String(name[..<end])) }
    return (String(name[..<start]), String(name[start..<end]))
  }

  /// Leading digits that all members share go to the label: `aks-win0000` and `1`, `2`, `3`.
  private static func factored(_ group: Group) -> Group {
    guard !group.label.isEmpty, group.tails.count > 1, let first = group.tails.first else { return group }
    var shared = first.utf8.count
    for tail in group.tails {
      shared = min(shared, commonLength(first.utf8.prefix(shared), tail.utf8), tail.utf8.count - 1)
      if shared <= 0 { return group }
    }
    var group = group
    group.label += first.prefix(shared)
    group.tails = group.tails.map { String($0.dropFirst(shared)) }
    return group
  }

  private static func commonLength(
    _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
  ) -> Int {
    var length = 0
    for (a, b) in zip(left, right) {
      if a != b { return length }
      length += 1
    }
    return length
  }

  /// Up to the last separator that all names share, so that no name is cut inside of a word.
  private static func commonPrefix(_ groups: [Group]) -> String {
    guard groups.reduce(0, { $0 + $1.lines.count }) > 1, let first = groups.first else { return "" }
    var prefix = Array((first.label + (first.tails.first ?? "")).utf8)
    for group in groups {
      let shared = commonLength(prefix, group.label.utf8)
      if shared < group.label.utf8.count { prefix.removeLast(prefix.count - shared) }
      for tail in group.tails where prefix.count > shared {
        let length = shared + commonLength(prefix.dropFirst(shared), tail.utf8)
        prefix.removeLast(prefix.count - length)
      }
    }
    guard let separator = prefix.lastIndex(where: { "-._".utf8.contains($0) }) else { return "" }
    return String(decoding: prefix[...separator], as: UTF8.self)
  }

  /// A group as a range of the columns, without the prefix that all names share, which ends in an ASCII character.
  private static func range(_ group: Group, start: Int, without prefix: Int) -> ColumnGroup {
    let cut = min(prefix, group.label.utf8.count)
    let tails =
      prefix == cut
      ? group.tails : group.tails.map { String(decoding: $0.utf8.dropFirst(prefix - cut), as: UTF8.self) }
    var longest = 0
    for tail in tails where tail.utf8.count > longest { longest = max(longest, tail.count) }
    return ColumnGroup(
      key: group.key, label: String(decoding: group.label.utf8.dropFirst(cut), as: UTF8.self),
      range: start..<start + tails.count, tails: tails, longestTail: longest)
  }
}
