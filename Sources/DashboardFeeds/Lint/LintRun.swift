// A run of lint over files, folders and standard input.

package import DashboardModel
import StructuredText

/// Lints what it is given and gathers what it finds.
package struct LintRun: Sendable {
  /// More than this of one file is not read.
  private static let maximumBytes = 1 << 30
  /// How deep folders are looked into.
  private static let maximumDepth = 8

  package private(set) var result = LintResult()
  private var claims: [(contents: CredentialSpecContents, place: LintedRemark)] = []

  package init() {}

  /// Lints a file, a folder, or `-`.
  package mutating func lint(_ word: String) {
    if word == "-" { return lintNamed("-", .success(FileByteSource(descriptor: 0))) }
    do throws(FeedFault) {
      switch try FileStamp(path: word).kind {
      case .folder: try lintFolder(word)
      case .file, .stream: lintNamed(word, Self.opened(word))
      case .other: throw .notReadable(path: word)
      }
    } catch {
      result.unreadable.append(error.text)
    }
  }

  /// What was found, those contradictions among it that only all files together show.
  package mutating func finish() -> LintResult {
    var all = DomainClaims()
    for claim in claims { all.add(claim.contents, scope: "") }
    for claim in claims {
      for remark in all.remarks(on: claim.contents, scope: "") {
        var linted = claim.place
        linted.remark = remark
        result.remarks.append(linted)
      }
    }
    let order = Dictionary(
      result.remarks.enumerated().map { ($0.element.source, $0.offset) }, uniquingKeysWith: min)
    result.remarks.sort { left, right in
      let (a, b) = (order[left.source] ?? 0, order[right.source] ?? 0)
      if a != b { return a < b }
      return (left.line, left.column, left.remark.problem.rule) < (
        right.line, right.column, right.remark.problem.rule
      )
    }
    return result
  }

  // MARK: Files

  private typealias Opened = Result<FileByteSource, SystemFault>

  private static func opened(_ path: String) -> Opened {
    do throws(SystemFault) { return .success(try FileByteSource(path: path)) } catch {
      return .failure(error)
    }
  }

  private mutating func lintNamed(_ source: String, _ opened: Opened) {
    if let decoded = decoded(source, opened) { lintNamed(source, decoded) }
  }

  /// Lints bytes that are in memory already.
  package mutating func lint(_ bytes: [UInt8], named source: String) {
    guard let decoded = DecodedText(unpacking: bytes, limit: Self.maximumBytes) else { return }
    result.fileCount += 1
    lintNamed(source, decoded)
  }

  private mutating func lintNamed(_ source: String, _ decoded: DecodedText) {
    if Self.isSnapshot(decoded) { return lintSnapshot(source, decoded) }
    var text = LintedText(source: source, decoded: decoded)
    text.lint(.named)
    if text.contentsCount == 0, text.remarks.isEmpty, text.faults.isEmpty {
      result.unreadable.append("\(source): holds no credential spec that lint knows")
    }
    take(text)
  }

  private mutating func decoded(_ source: String, _ opened: Opened) -> DecodedText? {
    do throws(SystemFault) {
      if let text = try DecodedText.read(try opened.get(), limit: Self.maximumBytes) {
        result.fileCount += 1
        return text
      }
      result.unreadable.append("\(source): larger than \(Self.maximumBytes) bytes")
    } catch {
      result.unreadable.append(FeedFault.system(source, error.code).text)
    }
    return nil
  }

  private mutating func take(_ text: LintedText) {
    result.remarks += text.remarks
    result.contentsCount += text.contentsCount
    result.unreadable += text.faults
    claims += text.claims
  }

  // MARK: Folders

  private mutating func lintFolder(_ path: String) throws(FeedFault) {
    let before = result.contentsCount
    let faults = result.unreadable.count
    try lintMembers(of: path, depth: 0)
    if result.contentsCount == before, result.unreadable.count == faults {
      result.unreadable.append("\(path): no file in this folder holds a credential spec that lint knows")
    }
  }

  /// A file that is empty or damaged beyond recognition counts as contents where one beside it holds some.
  private mutating func lintMembers(of folder: String, depth: Int) throws(FeedFault) {
    var doubtful: [(path: String, decoded: DecodedText)] = []
    let before = result.contentsCount
    for name in try FolderContents.names(in: folder) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let kind = (try? FileStamp(path: path))?.kind else { continue }
      if kind == .folder, depth < Self.maximumDepth { try lintMembers(of: path, depth: depth + 1) }
      guard kind == .file, Self.isReadable(name), let decoded = decoded(path, Self.opened(path)) else {
        continue
      }
      if Self.isSnapshot(decoded) {
        lintSnapshot(path, decoded)
        continue
      }
      var text = LintedText(source: path, decoded: decoded)
      text.lint(.member)
      let isJSON = name.lowercased().hasSuffix(".json")
      if text.contentsCount == 0, text.faults.isEmpty, isJSON, Self.isDoubtful(decoded) {
        doubtful.append((path, decoded))
      }
      take(text)
    }
    guard result.contentsCount > before else { return }
    for file in doubtful {
      var text = LintedText(source: file.path, decoded: file.decoded)
      text.lint(.amongContents)
      take(text)
    }
  }

  /// Empty, `{}`, or no JSON at all.
  private static func isDoubtful(_ decoded: DecodedText) -> Bool {
    guard decoded.bytes.count <= ContentsReader.maximumBytes,
      let node = try? PlacedNode.json(decoded.bytes[...])
    else { return true }
    return node.members?.isEmpty ?? false
  }

  private static func isReadable(_ name: String) -> Bool {
    let folded = name.lowercased()
    return [".json", ".yaml", ".yml", ".json.gz", ".yaml.gz"].contains { folded.hasSuffix($0) }
  }

  // MARK: Snapshots

  private static func isSnapshot(_ decoded: DecodedText) -> Bool {
    String(decoding: decoded.bytes.prefix(512), as: UTF8.self).contains("\"\(SnapshotFormat.name)\"")
  }

  /// A snapshot keeps remarks with the contents; their places are those of the text that was read then.
  private mutating func lintSnapshot(_ source: String, _ decoded: DecodedText) {
    let text = FileFacts.Text(name: source, bytes: decoded.bytes)
    let read = FileFacts.snapshot(of: text)
    if let fault = read.fault { result.unreadable.append(fault.text) }
    for slice in read.slices {
      for spec in slice.facts.credentialSpecs where !spec.isTemplated {
        take(spec.contents, source, spec.id.name)
      }
      for listing in slice.facts.listings {
        for copy in listing.copies { take(copy.contents, source, "\(copy.name) on \(listing.hostName)") }
      }
      for service in slice.facts.services {
        for reference in service.template.references { take(reference.contents, source, service.id.name) }
      }
    }
  }

  private mutating func take(_ contents: CredentialSpecContents?, _ source: String, _ object: String) {
    guard let contents else { return }
    result.contentsCount += 1
    for remark in contents.remarks {
      result.remarks.append(
        LintedRemark(source: source, line: 1, column: 1, object: object, remark: remark))
    }
    let place = LintedRemark(
      source: source, line: 1, column: 1, object: object, remark: ContentsRemark(problem: .otherDomainSID))
    claims.append((contents, place))
  }
}
