// Reads one file of whatever kind into a FileReading: content decides, never the name.

import DashboardModel
import StructuredText

/// The names under which a file's objects are filed.
struct ClusterNaming: Hashable, Sendable {
  /// Cluster of Kubernetes objects.
  var kubernetes: ClusterName
  /// Cluster of Swarm objects.
  var swarm: ClusterName

  /// Loose files: all Kubernetes files describe one cluster, and all Swarm files another.
  static let loose = ClusterNaming(kubernetes: "kubernetes", swarm: "swarm")
  /// Named by the operator, or after a folder.
  static func named(_ name: ClusterName) -> ClusterNaming { ClusterNaming(kubernetes: name, swarm: name) }

  init(kubernetes: ClusterName, swarm: ClusterName) {
    self.kubernetes = kubernetes
    self.swarm = swarm
  }
}

/// Decodes the items of one file as the document reader hands them over.
struct FileReader {
  /// More unreadable items than this are counted in a last one.
  static let maximumUnreadable = 1000

  var reading: FileReading
  var kubernetes: ReadingContext
  var swarm: ReadingContext
  var document = DocumentState()
  var snapshot = SnapshotReader()
  private var unreadableBeyondLimit = 0
  private var isRefused = false

  init(source: String, kubernetes: ReadingContext, swarm: ReadingContext) {
    reading = FileReading(source: source)
    self.kubernetes = kubernetes
    self.swarm = swarm
  }

  /// The settings that make the document reader split our own formats too.
  static var documentReader: DocumentReader {
    var reader = DocumentReader()
    reader.itemPaths = [["items"]] + SnapshotFormat.itemPaths
    return reader
  }

  /// Takes one step of reading.
  mutating func handle(_ event: DocumentEvent) {
    switch event {
    case .began(let kind): begin(kind)
    case .item(let item): read(item)
    case .documentEnded(let summary): end(summary)
    case .fault(let fault): note(fault)
    case .progress: break
    case .finished(let isComplete): finish(isComplete)
    }
  }

  private mutating func begin(_ kind: ContentKind) {
    let path = reading.source
    switch kind {
    case .json, .yaml: break
    case .table(let header): refuse(.tableOutput(path: path, header: header))
    case .notText(let offset): refuse(.notText(path: path, offset: offset))
    case .empty: refuse(.emptyFile(path: path))
    }
  }

  mutating func refuse(_ fault: FeedFault) {
    reading.fault = reading.fault ?? fault
    isRefused = true
  }

  private mutating func read(_ item: DocumentItem) {
    do throws(JSONFault) {
      try route(item)
    } catch {
      note(error, in: item)
    }
  }

  private mutating func note(_ fault: JSONFault, in item: DocumentItem) {
    document.unreadable += 1
    let before = item.json.prefix(max(0, fault.offset))
    let lineFeeds = before.count { $0 == 10 }
    let column =
      before.lastIndex(of: 10).map { before.endIndex - $0 } ?? item.place.start.column + before.count
    note(
      UnreadableItem(
        source: reading.source, index: item.place.index, line: item.place.start.line + lineFeeds,
        column: column, path: fault.path, reason: fault.reason.text
      )
    )
  }

  private mutating func note(_ fault: DocumentFault) {
    document.unreadable += 1
    let path = reading.source
    switch fault.reason {
    case .notText, .tableOutput: return
    case .system(let code): return refuse(.system(path, code))
    case .truncated, .truncatedCompression, .damagedCompression: reading.isCutOff = true
    case .malformedYAML: reading.isCutOff = true
    default: break
    }
    if reading.fault == nil, fault.index == nil || reading.isCutOff {
      reading.fault = .damaged(
        path: path, line: fault.place.line, column: fault.place.column, problem: fault.reason.text
      )
    }
    note(
      UnreadableItem(
        source: path, index: fault.index, line: fault.place.line, column: fault.place.column,
        reason: fault.reason.text
      )
    )
  }

  private mutating func note(_ item: UnreadableItem) {
    if reading.unreadable.count < Self.maximumUnreadable {
      reading.unreadable.append(item)
    } else {
      unreadableBeyondLimit += 1
    }
  }

  private mutating func finish(_ isComplete: Bool) {
    if unreadableBeyondLimit > 0 {
      let reason = "and \(unreadableBeyondLimit) more items that could not be read"
      reading.unreadable.append(UnreadableItem(source: reading.source, reason: reason))
    }
    reading.skippedReplicas = kubernetes.skippedReplicas + swarm.skippedReplicas
    kubernetes.skippedReplicas = 0
    swarm.skippedReplicas = 0
    reading.configNames = [swarm.cluster: swarm.configNames]
    reading.snapshot = snapshot.slices
    if reading.isEmpty, reading.fault == nil {
      let kinds = reading.ignoredKinds.keys.sorted()
      reading.fault = .nothingKnown(path: reading.source, kinds: kinds)
    }
    if !isComplete, reading.fault == nil { reading.isCutOff = true }
  }
}
