// What the rules of contents have in common: from remarks of the linter to findings.

/// A rule that tells of remarks on contents. The linter works on text, with lines and columns; a rule only gathers what it
/// said.
public protocol ContentsRule: FindingRule {
  /// The remarks of this rule on one text, and who holds it.
  var flaw: ContentsFlaw { get }
  /// A finding.
  init(flaw: ContentsFlaw)
}

extension ContentsRule {
  /// Contents are part of the structure.
  public static var readsStructureAlone: Bool { true }

  /// About the credential spec.
  public var subject: FindingSubject { .subject(.credentialSpec(flaw.credentialSpec)) }

  /// The worst of its remarks.
  public var severity: Severity { flaw.remarks.map(\.problem.severity).min() ?? Self.card.severity }

  /// The first remark; the evidence has them all.
  public var message: String {
    guard let first = flaw.remarks.first else { return flaw.credentialSpec.name }
    let more = flaw.remarks.count - 1
    let others = more == 0 ? "" : more == 1 ? ", and one more remark" : ", and \(more) more remarks"
    return "\(flaw.objectText): \(first.what); expected \(first.expected)\(others)"
  }

  /// Each remark with its place in the text.
  public func evidence(in picture: Picture) -> [Evidence] {
    flaw.remarks.prefix(12).map { remark in
      Evidence(
        object: "contents of \(flaw.objectText)", field: remark.placeText, value: remark.found ?? remark.what)
    }
  }

  /// Shows the text, or lints it again with its corrected lines.
  public var nextStep: CopyableCommand { flaw.nextStep }

  /// The credential spec, its services, and the hosts where they are few.
  public func reach(in picture: Picture) -> FindingReach {
    var reach = FindingReach(of: subject, in: picture)
    if flaw.hostCount == flaw.firstHosts.count { reach.hosts = flaw.firstHosts }
    return reach
  }

  /// One finding a credential spec and text.
  public static func findings(in picture: Picture) -> [Self] {
    var found: [Self] = []
    for entry in picture.snapshot.structure.credentialSpecs {
      for flaw in entry.flaws {
        var own = flaw
        own.remarks = flaw.remarks.filter { $0.problem.rule == card.id }
        if !own.remarks.isEmpty { found.append(Self(flaw: own)) }
      }
    }
    return found
  }
}

extension ContentsRemark {
  /// `DomainJoinConfig.Sid, line 4, column 12`.
  var placeText: String {
    guard let line, let column else { return path.isEmpty ? "credspec" : path }
    return path.isEmpty ? "line \(line), column \(column)" : "\(path), line \(line), column \(column)"
  }
}

extension ContentsFlaw {
  /// `web.json on win-1`, `config web`.
  var objectText: String {
    let name = credentialSpec.name
    return switch credentialSpec.delivery {
    case .hostFile, .hostRegistry, .image: hostCount == 0 ? name : "\(name) on \(hosts.text)"
    case .swarmConfig: "config \(name)"
    case .customResource: "GMSACredentialSpec \(name)"
    case .inline: "the inline credspec \(name)"
    }
  }

  var nextStep: CopyableCommand {
    let name = QuotedWord.posix(credentialSpec.name)
    return switch credentialSpec.delivery {
    case .hostFile, .hostRegistry, .image: .showCopy(of: credentialSpec, on: firstHosts.first)
    case .swarmConfig: .onManager("docker config inspect \(name) | gmsa-tui lint -")
    case .customResource: .kubectl("get gmsacredentialspec \(name) -o yaml | gmsa-tui lint -")
    case .inline: .kubectl("get deploy,sts,ds,cj,jobs,pods -A -o yaml | gmsa-tui lint -")
    }
  }
}
