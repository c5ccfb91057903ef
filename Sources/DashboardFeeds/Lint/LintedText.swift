// One text that is linted: what it is, the contents in it, and their remarks with places.

import DashboardModel
import StructuredText

/// What the person who named a text expects of it.
enum LintExpectation: Sendable {
  /// It was named: it holds contents, or it is a fault.
  case named
  /// It stands in a folder among others: it may be about something else.
  case member
  /// It stands in a folder among credential specs.
  case amongContents
}

/// The linting of one text.
struct LintedText {
  let source: String
  private let decoded: DecodedText
  private let text: PlacedText
  private(set) var remarks: [LintedRemark] = []
  private(set) var contentsCount = 0
  private(set) var faults: [String] = []
  /// What the contents say of their domains, to compare with other files.
  private(set) var claims: [(contents: CredentialSpecContents, place: LintedRemark)] = []
  private var seen: Set<[UInt8]> = []

  init(source: String, decoded: DecodedText) {
    self.source = source
    self.decoded = decoded
    text = PlacedText(decoded.bytes)
  }

  mutating func lint(_ expectation: LintExpectation) {
    switch ContentKind(sniffing: decoded.bytes.prefix(4096)) {
    case .empty: if expectation != .member { lintWhole() }
    case .notText(let offset) where expectation != .member:
      fault(at: text.place(of: offset), "this is no text")
    case .notText: break
    case .table:
      fault(at: EditorPlace(line: 1, column: 1), "a table for people; get it again with -o json or -o yaml")
    case .json: lintJSON(expectation)
    case .yaml: lintYAML(expectation)
    }
    remarks.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  // MARK: JSON

  private mutating func lintJSON(_ expectation: LintExpectation) {
    do throws(JSONFault) {
      let node = try PlacedNode.json(decoded.bytes[...])
      let objects = node.elements ?? [node]
      if !objects.contains(where: ContentsFinder.isCarrier) {
        // Nothing like contents in a folder of other things.
        if expectation != .member || objects.contains(where: ContentsShape.isLike) { lintWhole() }
        return
      }
      var finder = ContentsFinder(text: decoded.bytes, isYAML: false)
      for element in objects { finder.look(at: element) }
      take(finder)
    } catch {
      lintDocuments(error, expectation)
    }
  }

  /// Several documents in one text, or a damaged one: what can be read is read. What looks like contents is no JSON.
  private mutating func lintDocuments(_ error: JSONFault, _ expectation: LintExpectation) {
    let isLarge = decoded.bytes.count > ContentsReader.maximumBytes
    if !isLarge, !hasCarriers, expectation != .member || ContentsShape.isNamed(in: decoded.bytes) {
      return lintWhole()
    }
    var finder = ContentsFinder(text: decoded.bytes, isYAML: false)
    var documentFaults: [DocumentFault] = []
    DocumentReader().read(MemoryByteSource(decoded.bytes)) { event in
      switch event {
      case .item(let item):
        guard let node = try? PlacedNode.json(item.json, base: item.place.start.byteOffset) else { return }
        finder.look(at: node, listKind: FileReader.typedKind(item.header))
      case .fault(let fault): documentFaults.append(fault)
      case .began, .documentEnded, .progress, .finished: break
      }
    }
    take(finder)
    for fault in documentFaults.prefix(5) where expectation != .member {
      self.fault(at: text.place(of: fault.place.byteOffset), fault.reason.text)
    }
  }

  /// Whether the text has members that only objects around contents have.
  private var hasCarriers: Bool {
    let head = String(decoding: decoded.bytes.prefix(1 << 20), as: UTF8.self)
    return ["\"apiVersion\"", "\"gmsaCredentialSpec", "\"Spec\"", "\"format\""].contains { head.contains($0) }
  }

  // MARK: YAML

  private mutating func lintYAML(_ expectation: LintExpectation) {
    do throws(PlacedNode.YAMLFault) {
      var finder = ContentsFinder(text: decoded.bytes, isYAML: true)
      for node in try PlacedNode.yaml(text) {
        if ContentsFinder.isCarrier(node) {
          finder.look(at: node)
        } else if ContentsShape.isLike(node) || (node.members == nil && expectation != .member) {
          return lintWhole()
        }
      }
      take(finder)
    } catch {
      let isManifest = String(decoding: decoded.bytes.prefix(1 << 20), as: UTF8.self).contains("apiVersion")
      if ContentsShape.isNamed(in: decoded.bytes), !isManifest { return lintWhole() }
      if expectation != .member || isManifest { fault(at: error.place, error.reason.text) }
    }
  }

  // MARK: Remarks

  private mutating func lintWhole() {
    take(
      FoundContents(
        body: .text(EmbeddedText(whole: decoded.bytes)), use: .file,
        encodingRemarks: ContentsLinter.encodingRemarks(decoded)))
  }

  private mutating func take(_ finder: ContentsFinder) {
    for found in finder.found { take(found) }
    for found in finder.names where !ObjectName.isSubdomain(found.name) {
      let remark = ContentsRemark.onName(found.name, path: found.path)
      let placed = PlacedRemark(
        problem: .nameNotDNS, path: found.path, found: found.name, suggestion: remark.suggestion,
        range: found.range)
      append(placed, found.range, found.object, nil)
    }
  }

  private mutating func take(_ found: FoundContents) {
    guard seen.insert(found.bytes).inserted else { return }
    contentsCount += 1
    let placed: [PlacedRemark]
    var embedded: EmbeddedText?
    switch found.body {
    case .text(let text):
      embedded = text
      placed = found.encodingRemarks + ContentsLinter.remarks(onText: text.bytes, use: found.use)
    case .node(let node):
      let size = ContentsLinter.sizeRemarks(
        found.bytes.count, .kubernetes, range: node.range.lowerBound..<node.range.lowerBound)
      placed = size + ContentsLinter.remarks(on: node, use: found.use)
    }
    for remark in placed {
      append(remark, embedded?.outerRange(remark.range) ?? remark.range, found.object, embedded)
    }
    claim(found, embedded)
  }

  private mutating func append(
    _ placed: PlacedRemark, _ range: Range<Int>, _ object: String, _ embedded: EmbeddedText?
  ) {
    let place = text.place(of: range.lowerBound)
    var inner: EditorPlace?
    if let embedded, embedded.spelling == .base64 {
      inner = PlacedText(embedded.bytes).place(of: placed.range.lowerBound)
    }
    let whole = embedded?.spelling == .whole ? nil : embedded
    remarks.append(
      LintedRemark(
        source: source, line: place.line, column: place.column, object: object,
        remark: ContentsRemark(placed, at: inner),
        correctedLine: CorrectedLine(text: text).line(placed, range: range, in: whole)))
  }

  private mutating func claim(_ found: FoundContents, _ embedded: EmbeddedText?) {
    let contents = ContentsReader.contents(of: found.bytes, use: found.use)
    guard contents.domain != nil else { return }
    let node = if case .node(let node) = found.body { node } else { PlacedNode?.none }
    let inner = try? node ?? PlacedNode.json(found.bytes[...])
    let sid = inner?["DomainJoinConfig"]?["Sid"]?.range.lowerBound ?? 0
    let place = text.place(of: embedded?.outerOffset(sid) ?? sid)
    let remark = LintedRemark(
      source: source, line: place.line, column: place.column, object: found.object,
      remark: ContentsRemark(problem: .otherDomainSID))
    claims.append((contents, remark))
  }

  private mutating func fault(at place: EditorPlace, _ reason: String) {
    faults.append("\(source):\(place.line):\(place.column): \(reason)")
  }
}
