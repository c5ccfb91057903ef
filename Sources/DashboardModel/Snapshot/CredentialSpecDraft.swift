// What is gathered of one credential spec while facts are joined, before it is known what counts as its reference.

/// A credential spec in the making.
struct CredentialSpecDraft {
  var id: CredentialSpecID
  var object: CredentialSpec?
  /// Whether some listing shows a copy.
  private(set) var isOnSomeHost = false
  /// Whether only listings name it, so that the spelling is theirs to settle.
  var isNamedByListingAlone = false
  private(set) var handedContents: CredentialSpecContents?
  private(set) var namedReferenceHost: String?
  private var namedReference: CredentialSpecContents?
  private var inlineContents: CredentialSpecContents?
  private var handedSince: Timestamp = .distantPast
  private var copies: [CredentialSpecContents: Holding] = [:]
  /// Copies that the linter has something to say of, by what it says.
  private var flawedCopies: [[ContentsRemark]: ContentsFlaw] = [:]

  init(id: CredentialSpecID, isNamedByListingAlone: Bool = false) {
    self.id = id
    self.isNamedByListingAlone = isNamedByListingAlone
  }

  /// How often contents lie on hosts, and the newest of them: the tie-break when as many hosts hold one as the other.
  private struct Holding {
    var count = 0
    var newest: Timestamp = .distantPast
    var firstHost: String
  }

  /// Takes a template's reference up.
  mutating func refer(_ reference: CredentialSpecReference) {
    isNamedByListingAlone = false
    if reference.credentialSpec.delivery == .inline { inlineContents = reference.contents }
  }

  /// Keeps what was handed over last; of two at one time the smaller text, so that order does not count.
  mutating func hand(_ handed: HandedContents, since: Timestamp) {
    guard case .given(let contents) = handed else { return }
    if let known = handedContents {
      guard since > handedSince || (since == handedSince && contents.canonical < known.canonical) else {
        return
      }
    }
    handedContents = contents
    handedSince = since
  }

  /// Takes a copy on a host up.
  mutating func hold(_ copy: HostCopy, _ spelling: CredentialSpecID, on host: HostID, isReference: Bool) {
    // Hosts may spell one name differently and come in any order.
    if isNamedByListingAlone, copy.name < id.name { id = spelling }
    isOnSomeHost = true
    guard let contents = copy.contents else { return }
    if !contents.remarks.isEmpty {
      flawedCopies[contents.remarks, default: ContentsFlaw(credentialSpec: id, remarks: contents.remarks)]
        .hold(on: host)
    }
    var holding = copies[contents] ?? Holding(firstHost: host.name)
    holding.count += 1
    holding.newest = max(holding.newest, copy.modifiedAt ?? .distantPast)
    holding.firstHost = min(holding.firstHost, host.name)
    copies[contents] = holding
    if isReference { (namedReference, namedReferenceHost) = (contents, host.name) }
  }

  /// What a replica should hold now: the object's contents; for files and registry values the copy that the operator
  /// named, else what most hosts hold.
  var reference: CredentialSpecContents? {
    switch id.delivery {
    case .customResource, .swarmConfig, .image: return object?.isTemplated == true ? nil : object?.contents
    case .inline: return inlineContents ?? handedContents
    case .hostFile, .hostRegistry: return namedReference ?? copies.max(by: Self.isRarer)?.key
    }
  }

  /// What the linter says of the contents: of each copy on hosts that it says something else of, and of the reference
  /// of every other delivery; where there is none, of what was handed over last.
  var flaws: [ContentsFlaw] {
    if id.delivery.isOnHosts {
      return flawedCopies.values.sorted { left, right in
        left.hostCount == right.hostCount
          ? left.firstHostName < right.firstHostName : left.hostCount > right.hostCount
      }
    }
    // Admission refuses inline contents without a name, whatever is in them: GMSA210 tells of it, and lint reads them.
    if object?.isTemplated == true || id.delivery == .inline { return [] }
    let remarks = (reference ?? handedContents)?.remarks ?? []
    return remarks.isEmpty ? [] : [ContentsFlaw(credentialSpec: id, remarks: remarks)]
  }

  /// How many of the remarks on contents say that they cannot work.
  private static func criticalCount(_ contents: CredentialSpecContents) -> Int {
    contents.remarks.count { $0.problem.severity == .critical }
  }

  private static func isRarer(
    _ left: (key: CredentialSpecContents, value: Holding),
    _ right: (key: CredentialSpecContents, value: Holding)
  ) -> Bool {
    let (a, b) = (left.value, right.value)
    if a.count != b.count { return a.count < b.count }
    // Of as many hosts on either side, those whose contents cannot work do not hold the reference.
    let (flaws, others) = (criticalCount(left.key), criticalCount(right.key))
    if flaws != others { return flaws > others }
    if a.newest != b.newest { return a.newest < b.newest }
    return a.firstHost > b.firstHost
  }
}
