// Names of members: absent ones, misspelt ones, and values of another kind.

import DashboardModel
import StructuredText

extension ContentsLinter {
  /// The values of an object by the name that they should have. A misspelt member counts as the one that is meant, so
  /// that one slip is one remark.
  mutating func members(
    of node: PlacedNode, _ path: String, _ keys: [ContentsKey]
  ) -> [String: PlacedNode] {
    guard let members = node.members else { return [:] }
    var found: [String: PlacedNode] = [:]
    for member in members where keys.contains(where: { $0.name == member.name }) {
      found[member.name] = member.value
    }
    for member in members where !keys.contains(where: { $0.name == member.name }) {
      addForeign(member, path, keys, &found)
    }
    for key in keys { checkKind(key, path, node, &found) }
    return found
  }

  private mutating func addForeign(
    _ member: PlacedNode.Member, _ path: String, _ keys: [ContentsKey], _ found: inout [String: PlacedNode]
  ) {
    let absent = keys.filter { found[$0.name] == nil }
    guard let meant = nearestKey(to: member.name, among: absent.map(\.name)),
      let key = absent.first(where: { $0.name == meant })
    else {
      return add(.keyUnknown, path, at: member.nameRange, found: Self.shownName(member.name))
    }
    found[meant] = member.value
    let problem: ContentsProblem =
      key.need == .required ? .requiredKeyMisspelt : .keyMisspelt
    add(problem, path, at: member.nameRange, found: Self.shownName(member.name), suggestion: meant)
  }

  /// A name that is none may be a value that slipped in front of a colon.
  private static func shownName(_ name: String) -> String {
    let isName =
      name.unicodeScalars.count <= 32
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "$" || $0 == "-"
      }
    return isName ? name : "a name of \(name.unicodeScalars.count) characters"
  }

  private mutating func checkKind(
    _ key: ContentsKey, _ path: String, _ node: PlacedNode, _ found: inout [String: PlacedNode]
  ) {
    let full = path.isEmpty ? key.name : "\(path).\(key.name)"
    guard let value = found[key.name], value.kind != .null, !isEmptyText(value, key) else {
      let place = found[key.name] ?? node
      found[key.name] = nil
      switch key.need {
      case .required: add(.keyMissing, full, place)
      case .expected: add(.keyAbsent, full, place)
      case .optional: break
      }
      return
    }
    // What stands under a plug-in's names is looked at by rules of its own.
    guard value.kind != key.kind, !path.hasSuffix("HostAccountConfig") else { return }
    found[key.name] = nil
    add(.wrongKind, full, value, found: value.kind.rawValue, suggestion: key.kind.rawValue, shows: false)
  }

  /// A required name that is empty is not there.
  private func isEmptyText(_ value: PlacedNode, _ key: ContentsKey) -> Bool {
    value.string?.isEmpty == true && key.need == .required
  }
}
