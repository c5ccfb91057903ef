// What a state means on each face, in words for a person who meets the glyph for the first time, and which findings tell more.

extension CellState {
  /// The state's meaning on a face; nil where it does not occur there. Source: semantics.md, faces 1 to 3.
  public func meaning(in face: Face) -> String? {
    guard face.states.contains(self) || self == .blank else { return nil }
    switch face {
    case .credentialSpecByHost: return meaningAtHost
    case .serviceByHost: return meaningOfService
    case .serviceByCredentialSpec: return meaningOfReference
    }
  }

  /// Where is each credspec, and should it be there?
  private var meaningAtHost: String? {
    switch self {
    case .missing: "a replica is on the host now, and the credspec is not: it cannot authenticate"
    case .atRisk:
      "nothing fails yet; a replica will when the scheduler moves it to this host, which lacks the credspec"
    case .stale: "contents on the host differ from the reference: an outdated copy or hand-over"
    case .overDistributed: "contents lie on a host where no service that uses them may run"
    case .unverified:
      "nobody has told what lies on the host, or whether it is needed; never read it as healthy"
    case .deployed: "contents are where a replica runs; delivered, which does not mean authenticated"
    case .standby: "contents lie ready on a host where a replica may start"
    case .eligible: "a replica may start here, and nothing is needed in advance"
    case .blank: "not concerned: no service that uses the credspec may run here"
    default: nil
    }
  }

  /// Where does each service run, and were its replicas there handed their identity?
  private var meaningOfService: String? {
    switch self {
    case .missing: "a replica is on the host, and a credspec that its service names is not"
    case .failing: "a replica fails on the host for a reason that is not known to be its credspec"
    case .stale: "a replica on the host has outdated contents"
    case .unverified: "replicas are on the host, and whether they have their credspec is not known"
    case .running: "replicas run on the host and were handed their credspec; it does not mean authenticated"
    case .starting: "replicas on the host are on their way"
    case .eligible: "no replica is on the host, and one may be"
    case .blank: "not concerned: the service may not run here"
    default: nil
    }
  }

  /// Who asks for what, who is allowed to, and who is allowed without asking?
  private var meaningOfReference: String? {
    switch self {
    case .denied: "the service names the credspec, and its service account may not use it"
    case .dangling: "the service names the credspec, and no such credspec exists"
    case .undelivered: "the service may use the credspec, and a replica of it runs without contents"
    case .stale: "a replica of the service has older contents than the credspec has now"
    case .overGranted: "the service account may use the credspec, and none of its services names it"
    case .unverified: "whether the credspec exists, may be used or was handed over is not known"
    case .inUse:
      "named, exists, allowed, and every running replica has the current contents; it does not mean "
        + "authenticated"
    case .blank: "not concerned: the service does not name the credspec"
    default: nil
    }
  }

  /// The ids of the findings that go with the state, those that say most of it first.
  public var findingIDs: [String] {
    switch self {
    case .missing: ["GMSA101", "GMSA201"]
    case .denied: ["GMSA202"]
    case .dangling: ["GMSA201"]
    case .undelivered: ["GMSA203", "GMSA205", "GMSA206", "GMSA207", "GMSA208", "GMSA101"]
    case .failing: ["GMSA604", "GMSA404"]
    case .atRisk: ["GMSA102"]
    case .stale: ["GMSA204", "GMSA104", "GMSA402"]
    case .overDistributed: ["GMSA103", "GMSA105"]
    case .overGranted: ["GMSA301", "GMSA302"]
    case .unverified: ["GMSA801"]
    case .starting: ["GMSA404"]
    case .deployed, .inUse, .running: ["GMSA601", "GMSA602", "GMSA603"]
    case .standby, .eligible, .blank: []
    }
  }
}
