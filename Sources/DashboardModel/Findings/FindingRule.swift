// The shape of a rule: facts it found, the words for them, and a page that explains it.

/// A rule of the catalogue. A value of it is one thing that it found: facts without prose; `message` and `nextStep` put
/// them into words. One file a rule in `Rules/<Family>/`, one line in `RuleCatalogue.all`.
public protocol FindingRule: Sendable {
  /// Who the rule is, and its page.
  static var card: RuleCard { get }
  /// What it finds in a picture: pure, without clock, in the order of the axes. Equal causes on many hosts are one
  /// finding that counts them.
  static func findings(in picture: Picture) -> [Self]
  /// Whether it reads the structure alone, and no replica, no cell and no feed: what it found stays as long as the
  /// structure does. False unless the rule says so.
  static var readsStructureAlone: Bool { get }
  /// What the finding is about.
  var subject: FindingSubject { get }
  /// The card's severity, unless the facts make it worse.
  var severity: Severity { get }
  /// One sentence for the operator.
  var message: String { get }
  /// The facts that prove it, the first few where there are many. Looked up in the picture when they are asked for: a
  /// large fleet has hundreds of findings, and a screen shows ten.
  func evidence(in picture: Picture) -> [Evidence]
  /// The next check or remedy.
  var nextStep: CopyableCommand { get }
  /// Whom it touches, as far as the structure and what was found tell: what it explains, and what explains it, touches
  /// the same.
  func reach(in picture: Picture) -> FindingReach
  /// What is the same in all findings of the rule that have one cause: the name that nobody has, the host that nobody
  /// filled. Findings with equal keys are one cause with a count.
  var causeKey: String { get }
}

extension FindingRule {
  /// Replicas come and go.
  public static var readsStructureAlone: Bool { false }
  /// The card's severity.
  public var severity: Severity { Self.card.severity }
  /// What its subject touches.
  public func reach(in picture: Picture) -> FindingReach { FindingReach(of: subject, in: picture) }
  /// Its subject: a cause of its own.
  public var causeKey: String { "\(subject.cluster?.text ?? "") \(subject.text)" }
}

/// Who a rule is. Ids are written by hand, stable once released, and never used again for another rule.
public struct RuleCard: Hashable, Sendable {
  /// `GMSA101`.
  public let id: String
  /// `missing-on-host`.
  public let name: String
  /// How bad a finding of it is.
  public let severity: Severity
  /// The version that released it.
  public let since: String
  /// The ids of the rules whose findings follow from one of its own, where both touch the same.
  public let explains: [String]
  /// Its page.
  public let page: RulePage

  /// A card.
  public init(
    id: String, name: String, severity: Severity, since: String, explains: [String] = [], page: RulePage
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.explains = explains
    self.page = page
  }
}

/// A rule's page, printed alike by `explain`, the why screen and docs/findings.
public struct RulePage: Hashable, Sendable {
  /// What fired means.
  public let means: String
  /// Why somebody should care.
  public let matters: String
  /// How to make sure.
  public let confirm: String
  /// How to put it right.
  public let fix: String
  /// Where the facts behind it are written.
  public let sources: [String]

  /// A page.
  public init(means: String, matters: String, confirm: String, fix: String, sources: [String]) {
    self.means = means
    self.matters = matters
    self.confirm = confirm
    self.fix = fix
    self.sources = sources
  }
}

/// What a finding is about.
public enum FindingSubject: Hashable, Sendable {
  /// A credential spec, service or host.
  case subject(Subject)
  /// A grant, as `namespace/RoleBinding/name` or `ClusterRoleBinding/name`.
  case grant(cluster: ClusterName, name: String)
  /// A feed.
  case feed(FeedID)

  /// As printed: `service shop/Deployment/web`.
  public var text: String {
    switch self {
    case .subject(.credentialSpec(let id)): "credspec \(id.name)"
    case .subject(.service(let id)):
      id.namespace.isEmpty ? "service \(id.name)" : "service \(id.namespace)/\(id.kind.rawValue)/\(id.name)"
    case .subject(.host(let id)): "host \(id.name)"
    case .grant(_, let name): "grant \(name)"
    case .feed(let id): "feed \(id.text)"
    }
  }

  /// Whether it is a feed, and with it all that the feed tells of.
  var isFeed: Bool {
    if case .feed = self { true } else { false }
  }

  /// The cluster that it belongs to; nil for a feed.
  public var cluster: ClusterName? {
    switch self {
    case .subject(let subject): subject.cluster
    case .grant(let cluster, _): cluster
    case .feed: nil
    }
  }
}

/// A fact that proves a finding.
public struct Evidence: Hashable, Sendable {
  /// The object, such as `Pod shop/web-1` or `inventory of win-a-01`.
  public let object: String
  /// The field in it.
  public let field: String
  /// Its value, safe to print: never a secret.
  public let value: String
  /// When it was observed, where known.
  public let at: Timestamp?
  /// Whether a host's inventory told it; else a feed of the cluster did.
  public let isOfInventory: Bool

  /// A fact.
  public init(
    object: String, field: String, value: String, at: Timestamp? = nil, isOfInventory: Bool = false
  ) {
    self.object = object
    self.field = field
    self.value = value
    self.at = at
    self.isOfInventory = isOfInventory
  }
}

/// A command for the operator to copy. The program itself runs none.
public struct CopyableCommand: Hashable, Sendable {
  /// Where to run it: `on a manager`, `on win-a-01`, `anywhere with kubectl`.
  public let place: String
  /// The command.
  public let text: String

  /// A command.
  public init(place: String, text: String) {
    self.place = place
    self.text = text
  }
}

/// What a rule found, in the one form that screens and reports show. Words and evidence are made when they are asked for.
