// The linter of credential spec contents: from a text or a tree to remarks with places. Pure, and never a PluginInput.

import DashboardModel
package import StructuredText

/// Looks contents through. A value of it is one run.
package struct ContentsLinter: Sendable {
  /// Longer values are cut before they are told.
  static let maximumShown = 80

  let use: ContentsUse
  private(set) var remarks: [PlacedRemark] = []

  /// The remarks on a text in UTF-8, in the order of their places. How its file was encoded is said by
  /// `encodingRemarks`.
  package static func remarks(onText bytes: [UInt8], use: ContentsUse) -> [PlacedRemark] {
    if bytes.allSatisfy({ $0 == 32 || (9...13).contains($0) || $0 == 0 }) {
      return [PlacedRemark(problem: .empty, path: "", range: 0..<0)]
    }
    var remarks = sizeRemarks(bytes.count, use, range: 0..<0)
    do throws(JSONFault) {
      remarks += Self.remarks(on: try PlacedNode.json(bytes[...]), use: use)
    } catch {
      let slip = JSONSlip(error, in: bytes)
      remarks.append(
        PlacedRemark(
          problem: .notJSON, path: "", found: slip.words, range: slip.range, replacement: slip.replacement))
    }
    return remarks
  }

  /// The remarks on a value, in the order of their places; its size is not looked at.
  package static func remarks(on node: PlacedNode, use: ContentsUse) -> [PlacedRemark] {
    var linter = ContentsLinter(use: use)
    linter.lint(node)
    return linter.remarks.enumerated().sorted { left, right in
      let (a, b) = (left.element.range.lowerBound, right.element.range.lowerBound)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }

  /// What the encoding of a file is worth a remark.
  package static func encodingRemarks(_ text: DecodedText) -> [PlacedRemark] {
    let problem: ContentsProblem
    if text.encoding == .utf16 {
      problem = .utf16
    } else if text.hasByteOrderMark {
      problem = .byteOrderMark
    } else if let fault = firstFault(inUTF8: text.bytes) {
      return [PlacedRemark(problem: .notUTF8, path: "", range: fault..<fault)]
    } else {
      return []
    }
    return [PlacedRemark(problem: problem, path: "", range: 0..<0)]
  }

  /// What a size in bytes is worth a remark. Sources: kubernetes pkg/apis/core/validation; swarmkit
  /// manager/controlapi/config.go; domain.md 1.4.
  package static func sizeRemarks(_ count: Int, _ use: ContentsUse, range: Range<Int>) -> [PlacedRemark] {
    let problem: ContentsProblem
    switch use {
    case .kubernetes where count > 64 * 1024: problem = .tooLargeForPod
    case .file where count >= ContentsReader.maximumBytes,
      .swarmConfig where count >= ContentsReader.maximumBytes:
      problem = .tooLargeForConfig
    default: return []
    }
    return [PlacedRemark(problem: problem, path: "", found: "\(count) bytes", range: range)]
  }

  private init(use: ContentsUse) { self.use = use }

  // MARK: Steps

  private mutating func lint(_ root: PlacedNode) {
    switch root.content {
    case .null: return add(.empty, "", root)
    case .object(let members) where members.isEmpty: return add(.empty, "", root)
    case .object: break
    default: return add(.wrongKind, "", root, found: root.kind.rawValue, suggestion: "object", shows: false)
    }
    let top = members(of: root, "", ContentsShape.root)
    if let plugins = top["CmsPlugins"] { checkPlugins(plugins) }
    let domain =
      top["DomainJoinConfig"].map { members(of: $0, "DomainJoinConfig", ContentsShape.domain) } ?? [:]
    checkDomain(domain)
    guard let directory = top["ActiveDirectoryConfig"] else { return }
    let names = members(of: directory, "ActiveDirectoryConfig", ContentsShape.directory)
    if let accounts = names["GroupManagedServiceAccounts"] { checkAccounts(accounts, domain) }
    if let host = names["HostAccountConfig"] { checkHostAccount(host) }
  }

  private mutating func checkPlugins(_ node: PlacedNode) {
    let names = node.elements?.map(\.string) ?? []
    if names.contains("ActiveDirectory") { return }
    let near = (node.elements ?? []).first { element in
      element.string.flatMap { nearestKey(to: $0, among: ["ActiveDirectory"]) } != nil
    }
    if let near {
      add(.noActiveDirectory, "CmsPlugins", near, found: near.string, suggestion: "ActiveDirectory")
    } else {
      add(.noActiveDirectory, "CmsPlugins", node)
    }
  }

  // MARK: Remarks

  mutating func add(
    _ problem: ContentsProblem, _ path: String, _ node: PlacedNode, found: String? = nil,
    suggestion: String? = nil, shows: Bool = true
  ) {
    var range = node.range
    // Objects and arrays are pointed at, not replaced.
    if node.members != nil || node.elements != nil || !shows { range = range.lowerBound..<range.lowerBound }
    add(problem, path, at: range, found: found, suggestion: suggestion)
  }

  mutating func add(
    _ problem: ContentsProblem, _ path: String, at range: Range<Int>, found: String? = nil,
    suggestion: String? = nil
  ) {
    remarks.append(
      PlacedRemark(
        problem: problem, path: path, found: found.map(Self.cut), suggestion: suggestion.map(Self.cut),
        range: range))
  }

  /// A damaged text may have an input where another value belongs: what names one is not told.
  private static func cut(_ text: String) -> String {
    if text.unicodeScalars.count > 14, text.lowercased().contains("input") { return "another text" }
    return shortened(text)
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= maximumShown
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(maximumShown))) + "…"
  }

  private static func firstFault(inUTF8 bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var offset = 0
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) { offset += UTF8.width(scalar) }
    return min(offset, bytes.count)
  }
}
