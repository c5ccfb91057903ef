// One Swarm placement constraint, parsed and compared as swarmkit does it.

/// A constraint such as `node.labels.zone==b`. One that swarmkit would not take holds on no node, and says so.
/// Source: moby/swarmkit manager/constraint/constraint.go.
struct PlacementConstraint: Sendable {
  /// As written.
  let text: String
  let form: Form

  enum Form: Sendable {
    case usable(Subject, isEqual: Bool, value: String)
    case unusable(Fault)
  }

  /// What of a node is compared.
  enum Subject: Hashable, Sendable {
    case id, hostname, role, operatingSystem, architecture
    case address(NetworkRange)
    case label(String)
    case engineLabel(String)
  }

  enum Outcome {
    case holds
    case fails
    case unusable
  }

  /// Why a constraint holds on no node.
  enum Fault: String, Sendable {
    case noOperator = "it has neither == nor !="
    case malformedKey = "its key is malformed"
    case malformedValue = "its value is malformed"
    case unknownKey = "Swarm knows no such key"
    case malformedAddress = "its value is neither an address nor a network"
  }

  init(_ text: String) {
    self.text = text
    let form = Self.parse(text)
    self.form = form
    switch form {
    case .unusable(let fault): self.fault = fault
    case .usable: fault = nil
    }
  }

  /// Why it holds on no node; nil for one that may hold. Stored, since the optimiser of Swift 6.3.1 crashes where it
  /// takes `form` apart for it.
  let fault: Fault?

  func outcome(on host: Host) -> Outcome {
    switch form {
    case .unusable: return .unusable
    case .usable(.address(let range), let isEqual, _):
      let isWithin = host.address.flatMap { NetworkAddress($0) }.map(range.contains) ?? false
      return isWithin == isEqual ? .holds : .fails
    case .usable(let subject, let isEqual, let value):
      return value.equalsIgnoringCase(subject.value(on: host)) == isEqual ? .holds : .fails
    }
  }
}

extension PlacementConstraint.Subject {
  /// What the node has, empty where nothing: to Swarm that is the same.
  func value(on host: Host) -> String {
    switch self {
    case .id: host.nodeID ?? ""
    case .hostname: host.hostnameForConstraints
    case .role: host.role ?? ""
    case .operatingSystem: host.operatingSystemWord ?? ""
    case .architecture: host.architecture ?? ""
    case .address: host.address ?? ""
    case .label(let key): host.labels[key] ?? ""
    case .engineLabel(let key): host.engineLabels[key] ?? ""
    }
  }
}

extension Host {
  /// Nodes of one hostname are told apart by a short id behind it, `win-01 (yxqx1agb)`; constraints see the hostname.
  var hostnameForConstraints: String {
    guard let nodeID, id.name.hasSuffix(")"), let open = id.name.lastIndex(of: "("),
      nodeID.hasPrefix(id.name[id.name.index(after: open)...].dropLast())
    else { return id.name }
    return String(id.name[..<open].dropLast())
  }
}

extension PlacementConstraint {
  /// `==` is looked for before `!=`, wherever they stand.
  private static func parse(_ text: String) -> Form {
    for (mark, isEqual) in [("==", true), ("!=", false)] {
      guard let parts = text.split(atFirst: mark) else { continue }
      let key = parts.0.trimmed
      let value = parts.1.trimmed
      guard isKey(key) else { return .unusable(.malformedKey) }
      guard isValue(value) else { return .unusable(.malformedValue) }
      return form(key: key, isEqual: isEqual, value: value)
    }
    return .unusable(.noOperator)
  }

  private static func form(key: String, isEqual: Bool, value: String) -> Form {
    if key.equalsIgnoringCase("node.ip") {
      guard let range = NetworkRange(value) else { return .unusable(.malformedAddress) }
      return .usable(.address(range), isEqual: isEqual, value: value)
    }
    guard let subject = subject(key) else { return .unusable(.unknownKey) }
    return .usable(subject, isEqual: isEqual, value: value)
  }

  private static func subject(_ key: String) -> Subject? {
    switch key.lowercased() {
    case "node.id": return .id
    case "node.hostname": return .hostname
    case "node.role": return .role
    case "node.platform.os": return .operatingSystem
    case "node.platform.arch": return .architecture
    default: break
    }
    // The label's own name keeps its case.
    if let label = key.dropping(prefix: "node.labels.") { return .label(label) }
    if let label = key.dropping(prefix: "engine.labels.") { return .engineLabel(label) }
    return nil
  }

  /// `^(?i)[a-z_][a-z0-9\-_.]+$`
  private static func isKey(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count > 1, first.isLetter || first == UInt8(ascii: "_")
    else {
      return false
    }
    return text.utf8.dropFirst().allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
  }

  /// Letters, digits, white space and a few marks; at least one.
  private static func isValue(_ text: String) -> Bool {
    let marks = ":-_.*()?+[]\\^$|/".utf8
    return !text.isEmpty
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0.isSpace || marks.contains($0) }
  }
}
