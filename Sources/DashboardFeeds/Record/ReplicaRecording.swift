// Replicas in a record: each by its number, and of a change only the fields that are otherwise.

import DashboardModel

/// A replica by its place.
struct ReplicaKey: Hashable {
  let cluster: ClusterName
  let namespace: String
  let name: String

  init(_ replica: Replica) {
    cluster = replica.cluster
    namespace = replica.namespace
    name = replica.name
  }

  init(cluster: ClusterName, namespace: String, name: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
  }
}

/// The fields of a replica that a change may touch.
struct ReplicaFields: OptionSet {
  let rawValue: UInt8
  static let owner = ReplicaFields(rawValue: 1)
  static let host = ReplicaFields(rawValue: 2)
  static let state = ReplicaFields(rawValue: 4)
  static let since = ReplicaFields(rawValue: 8)
  static let trouble = ReplicaFields(rawValue: 16)
  static let handed = ReplicaFields(rawValue: 32)
  static let template = ReplicaFields(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The fields in which two replicas differ.
  init(from old: Replica, to new: Replica) {
    var fields: ReplicaFields = []
    if old.owner != new.owner { fields.insert(.owner) }
    if old.hostName != new.hostName { fields.insert(.host) }
    if old.state != new.state { fields.insert(.state) }
    if old.since != new.since { fields.insert(.since) }
    if old.trouble != new.trouble { fields.insert(.trouble) }
    if old.handed != new.handed { fields.insert(.handed) }
    if old.template != new.template { fields.insert(.template) }
    self = fields
  }

  /// The fields of a new replica that are not as in `Replica.blank`.
  init(of new: Replica) { self.init(from: .blank(ReplicaKey(new)), to: new) }
}

extension Replica {
  /// A replica of which only its name is known.
  static func blank(_ key: ReplicaKey) -> Replica {
    Replica(cluster: key.cluster, namespace: key.namespace, name: key.name, state: .running)
  }
}

/// What becomes of a replica, in the low two bits of its number.
enum ReplicaVerb: Int {
  case added
  case changed
  case removed
}

extension RecordTables {
  /// Writes who a new replica is. Its name mostly begins with its owner's.
  mutating func identity(_ replica: Replica, _ bytes: inout RecordBytes) {
    text(replica.cluster.text, &bytes)
    text(replica.namespace, &bytes)
    text(replica.owner?.kind, &bytes)
    text(replica.owner?.name, &bytes)
    let shared = zip(replica.name.utf8, (replica.owner?.name ?? "").utf8).prefix { $0 == $1 }.count
    bytes.number(shared)
    bytes.blob(replica.name.utf8.dropFirst(shared))
  }

  /// Writes fields of a replica; times are told from `time`.
  mutating func fields(
    _ fields: ReplicaFields, of replica: Replica, time: Timestamp, _ bytes: inout RecordBytes
  ) throws {
    bytes.byte(fields.rawValue)
    if fields.contains(.owner) {
      text(replica.owner?.kind, &bytes)
      text(replica.owner?.name, &bytes)
    }
    if fields.contains(.host) { text(replica.hostName, &bytes) }
    if fields.contains(.state) { bytes.byte(replica.state.code) }
    if fields.contains(.since) { Self.moment(replica.since, time, &bytes) }
    if fields.contains(.trouble) {
      text(replica.trouble?.reason, &bytes)
      if let trouble = replica.trouble {
        text(trouble.message, &bytes)
        text(trouble.object, &bytes)
        Self.moment(trouble.at, time, &bytes)
      }
    }
    if fields.contains(.handed) { try identities(replica.handed, &bytes) }
    if fields.contains(.template) { try template(replica.template, &bytes) }
  }

  /// A moment as its distance from another, whole seconds short; nil is told apart by the lowest bit.
  private static func moment(_ moment: Timestamp?, _ time: Timestamp, _ bytes: inout RecordBytes) {
    guard let moment else { return bytes.number(0) }
    if moment.milliseconds % 1000 == 0 {
      bytes.number(1)
      bytes.signed(time.milliseconds / 1000 - moment.milliseconds / 1000)
    } else {
      bytes.number(2)
      bytes.signed(time.milliseconds - moment.milliseconds)
    }
  }
}

extension RecordWords {
  mutating func identity(_ input: inout RecordInput) throws(RecordDamage) -> Replica {
    let cluster = ClusterName(try text(&input) ?? "")
    let namespace = try text(&input) ?? ""
    let kind = try text(&input)
    let owner = try text(&input)
    let shared = try input.number()
    let rest = try input.blob()
    let start = (owner ?? "").utf8
    guard shared <= start.count, shared >= 0 else { throw RecordDamage(what: "a replica's name") }
    let name = String(decoding: Array(start.prefix(shared)) + rest, as: UTF8.self)
    var replica = Replica.blank(ReplicaKey(cluster: cluster, namespace: namespace, name: name))
    if let kind, let owner { replica.owner = OwnerReference(kind: kind, name: owner) }
    return replica
  }

  mutating func fields(_ replica: inout Replica, time: Timestamp, _ input: inout RecordInput) throws {
    let fields = ReplicaFields(rawValue: try input.byte())
    if fields.contains(.owner) {
      let kind = try text(&input)
      let name = try text(&input)
      replica.owner = kind.flatMap { kind in name.map { OwnerReference(kind: kind, name: $0) } }
    }
    if fields.contains(.host) { replica.hostName = try text(&input) }
    if fields.contains(.state) {
      guard let state = ReplicaState(code: try input.byte()) else {
        throw RecordDamage(what: "a replica's state")
      }
      replica.state = state
    }
    if fields.contains(.since) { replica.since = try Self.moment(time, &input) }
    if fields.contains(.trouble) {
      replica.trouble = nil
      if let reason = try text(&input) {
        let message = try text(&input) ?? ""
        let object = try text(&input) ?? ""
        let at = try Self.moment(time, &input)
        replica.trouble = Trouble(reason: reason, message: message, at: at, object: object)
      }
    }
    if fields.contains(.handed) { replica.handed = try identities(&input) }
    if fields.contains(.template) { replica.template = try template(&input) }
  }

  private static func moment(
    _ time: Timestamp, _ input: inout RecordInput
  ) throws(RecordDamage) -> Timestamp? {
    switch try input.number() {
    case 0: return nil
    case 1:
      let (seconds, overflows) = (time.milliseconds / 1000).subtractingReportingOverflow(try input.signed())
      let (milliseconds, tooLarge) = seconds.multipliedReportingOverflow(by: 1000)
      if overflows || tooLarge { throw RecordDamage(what: "a moment") }
      return Timestamp(milliseconds: milliseconds)
    case 2:
      let (moment, overflows) = time.milliseconds.subtractingReportingOverflow(try input.signed())
      if overflows { throw RecordDamage(what: "a moment") }
      return Timestamp(milliseconds: moment)
    default: throw RecordDamage(what: "a moment")
    }
  }
}

extension ReplicaState {
  /// The number of a state in records; never used again for another.
  fileprivate var code: UInt8 {
    switch self {
    case .running: 0
    case .starting: 1
    case .failing: 2
    case .finished: 3
    }
  }

  fileprivate init?(code: UInt8) {
    switch code {
    case 0: self = .running
    case 1: self = .starting
    case 2: self = .failing
    case 3: self = .finished
    default: return nil
    }
  }
}
