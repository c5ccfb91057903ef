// What one term of a filter asks.

/// One term of a filter.
public enum FilterTerm: Hashable, Sendable {
  /// A bare word, a quoted one or `/regex/`: part of a name.
  case name(NamePattern)
  /// `ns=`: the namespace of a service.
  case namespace([NamePattern])
  /// `cluster=`.
  case cluster([NamePattern])
  /// `host=`, `service=`, `credspec=`: the whole name.
  case subject(Axis, [NamePattern])
  /// `label:KEY` or `label:KEY=VALUE`: a label of a host or of a credential spec's object. No values: any value.
  case label(key: String, [NamePattern])
  /// `delivery=`.
  case delivery(Set<Delivery>)
  /// `state=`.
  case state(Set<CellState>)
  /// `severity>=`.
  case severity(FilterComparison, Severity)
  /// `age>5m`: the age of the oldest fact behind a cell.
  case age(FilterComparison, Duration)
  /// `age=unknown`: some fact behind a cell bears no time.
  case ageUnknown

  /// Whether it asks about cells and not about names.
  public var isAboutCells: Bool {
    switch self {
    case .state, .severity, .age, .ageUnknown: true
    default: false
    }
  }

  var dependsOnTime: Bool {
    if case .age = self { true } else { false }
  }
}

/// How a value is compared.
public enum FilterComparison: String, Hashable, Sendable, CaseIterable {
  /// Equal.
  case equal = "="
  /// Not equal.
  case notEqual = "!="
  /// More: older, worse.
  case more = ">"
  /// More or equal.
  case atLeast = ">="
  /// Less: younger, less bad.
  case less = "<"
  /// Less or equal.
  case atMost = "<="

  /// Whether `left` compares so with `right`.
  public func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .more: left > right
    case .atLeast: left >= right
    case .less: left < right
    case .atMost: left <= right
    }
  }
}

/// A key of the filter language.
public enum FilterKey: String, Hashable, Sendable, CaseIterable {
  /// The namespace of a service.
  case namespace = "ns"
  /// A cluster.
  case cluster
  /// A host's name.
  case host
  /// A service's name, with or without its namespace.
  case service
  /// A credential spec's name.
  case credspec
  /// The state of a cell.
  case state
  /// How bad the state of a cell is.
  case severity
  /// The age of the oldest fact behind a cell.
  case age
  /// How a credential spec reaches a container.
  case delivery
  /// A label of a host, or of a credential spec's object; written `label:KEY=VALUE`.
  case label

  /// The key that a word names, without case; `namespace` is `ns` too.
  init?(word: String) {
    let folded = word.lowercased()
    guard let key = folded == "namespace" ? .namespace : FilterKey(rawValue: folded) else { return nil }
    self = key
  }

  /// What completion offers: the key with what must follow.
  public var opening: String {
    switch self {
    case .severity: "severity>="
    case .age: "age>"
    case .label: "label:"
    default: "\(rawValue)="
    }
  }

  /// What it asks, in a few words.
  public var meaning: String {
    switch self {
    case .namespace: "namespace of a service"
    case .cluster: "cluster"
    case .host: "host"
    case .service: "service"
    case .credspec: "credspec"
    case .state: "state of a cell"
    case .severity: "severity of a cell"
    case .age: "age of the oldest fact behind a cell"
    case .delivery: "how a credspec is delivered"
    case .label: "label of a host or credspec"
    }
  }
}
