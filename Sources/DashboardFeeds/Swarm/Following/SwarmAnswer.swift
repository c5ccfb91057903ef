// One list as it comes: cut into items while its chunks arrive, each decoded and dropped; what is known already is not
// decoded again.

internal import DashboardModel
internal import StructuredText

/// Reads an answer's items.
struct SwarmAnswer {
  /// An object of the answer.
  enum Seen {
    /// It is as it was when it was read last.
    case same
    /// It is new, or has changed.
    case read(ReadObject, SwarmDetails)
  }

  private let list: SwarmList
  private let path: String
  private var stream = ItemStream()
  /// By ID.
  private(set) var seen: [String: Seen] = [:]
  private(set) var unreadable: [UnreadableItem] = []
  /// What is wrong with the answer as a whole.
  private(set) var damage: String?
  private var unreadableCount = 0

  init(_ list: SwarmList, path: String) {
    self.list = list
    self.path = path
  }

  /// Takes a chunk. Objects that `store` knows at their revision are not decoded again.
  mutating func take(_ bytes: [UInt8], _ context: inout ReadingContext, _ store: SwarmStore) {
    stream.append(bytes)
    drain(&context, store)
  }

  /// The answer is complete.
  mutating func finish(_ context: inout ReadingContext, _ store: SwarmStore) {
    stream.finish()
    drain(&context, store)
  }

  private mutating func drain(_ context: inout ReadingContext, _ store: SwarmStore) {
    while let event = stream.next() {
      switch event {
      case .item(let item) where item.place.index == nil: damage = damage ?? "it is no list"
      case .item(let item): read(item, &context, store)
      case .documentEnded: break
      case .fault(let fault):
        if fault.index == nil || fault.reason == .truncated { damage = damage ?? fault.reason.text }
        note(
          UnreadableItem(
            source: path, index: fault.index, line: fault.place.line, column: fault.place.column,
            reason: fault.reason.text))
      }
    }
  }

  private mutating func read(_ item: DocumentItem, _ context: inout ReadingContext, _ store: SwarmStore) {
    do throws(JSONFault) {
      let head = try SwarmHead(item.cursor)
      if let revision = head.revision, store.revision(of: head.id, in: list) == revision {
        seen[head.id] = .same
        return
      }
      var cursor = item.cursor
      guard let object = try SwarmObjects.object(list.kind, &cursor, &context) else { return }
      seen[object.key.name] = .read(object, try SwarmDetails(list, item.cursor))
    } catch {
      note(UnreadableItem(source: path, index: item.place.index, path: error.path, reason: error.reason.text))
    }
  }

  private mutating func note(_ item: UnreadableItem) {
    unreadableCount += 1
    if unreadable.count < FileReader.maximumUnreadable { unreadable.append(item) }
  }

  /// How much of the kind the answer covers: a list of which an item is missing cannot say what is not there.
  var coverage: Coverage {
    if unreadableCount == 0 { return .everything }
    let items = unreadableCount == 1 ? "1 item" : "\(unreadableCount) items"
    return .nothing(reason: "\(items) of the list could not be read")
  }
}

extension SwarmList {
  /// The kind of its objects.
  var kind: ObjectKind {
    switch self {
    case .services: .swarmService
    case .nodes: .swarmNode
    case .configs: .swarmConfig
    case .tasks: .swarmTask
    }
  }

  /// The kind of facts that it gives.
  var factKind: FactKind {
    switch self {
    case .services: .services
    case .nodes: .hosts
    case .configs: .configs
    case .tasks: .replicas
    }
  }
}

/// The first members of an object: who it is, and how new. The engine writes them first; the rest is not looked at.
struct SwarmHead {
  var id = ""
  var revision: UInt64?

  init(_ cursor: JSONCursor) throws(JSONFault) {
    var cursor = cursor
    try cursor.openObject()
    while id.isEmpty || revision == nil, let key = try cursor.nextKey() {
      switch key {
      case "ID": id = try cursor.string()
      case "Version":
        var index: Int?
        try cursor.members { (key, value) throws(JSONFault) in
          if key == "Index" { index = try value.optionalInt() }
        }
        revision = index.flatMap { UInt64(exactly: $0) }
      default: try cursor.skip()
      }
    }
  }
}

/// What of an object is no fact, and decides what is asked next.
struct SwarmDetails: Hashable, Sendable {
  /// A task's service.
  var service = ""
  /// Whether a service's update goes on.
  var isUpdating = false

  init(_ list: SwarmList, _ cursor: JSONCursor) throws(JSONFault) {
    guard list == .services || list == .tasks else { return }
    var cursor = cursor
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "ServiceID": service = try value.optionalString() ?? ""
      case "UpdateStatus":
        guard try !value.null() else { return }
        try value.members { (key, value) throws(JSONFault) in
          guard key == "State" else { return }
          isUpdating = ["updating", "rollback_started"].contains(try value.optionalString())
        }
      default: break
      }
    }
  }
}
