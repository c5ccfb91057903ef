// GMSA301: accounts that may use credential specs which none of their services names.

/// Fires when a binding lets a service account use a credential spec that none of its services names.
public struct OverGranted: FindingRule {
  /// GMSA301.
  public static let card = RuleCard(
    id: "GMSA301", name: "over-granted", severity: .notice, since: "0.1",
    page: RulePage(
      means:
        "A binding allows a service account to use a credential spec, all workloads, jobs and pods of its namespace "
        + "were read, and none that runs under the account names that credential spec.",
      matters:
        "Whoever can create a pod under that account can take the identity of the gMSA: the person who creates the "
        + "pod is not asked. A right that nobody needs is a right that only an intruder will use.",
      confirm:
        "kubectl get the binding and its role; ask whether a job that runs seldom, or a workload that is not "
        + "deployed at the moment, needs it.",
      fix: "Delete the binding, or take the name out of the role's resourceNames.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/kube_client.go",
        "kubernetes/enhancements keps/sig-windows/689-windows-gmsa",
      ]))

  let cluster: ClusterName
  let binding: String
  let role: String
  let accounts: NameList
  let credentialSpecs: NameList

  /// About the grant.
  public var subject: FindingSubject { .grant(cluster: cluster, name: binding) }

  /// Names the accounts and what they may use in vain.
  public var message: String {
    let verb = accounts.count == 1 ? "its services" : "their services"
    return "\(accounts.text) may use \(credentialSpecs.text), and none of \(verb) names "
      + (credentialSpecs.count == 1 ? "it" : "them")
  }

  /// The first credential specs that are granted in vain.
  public func reach(in picture: Picture) -> FindingReach {
    guard credentialSpecs.count == credentialSpecs.names.count else { return FindingReach() }
    return FindingReach(
      credentialSpecs: credentialSpecs.names.map {
        CredentialSpecID(cluster: cluster, delivery: .customResource, name: $0)
      })
  }

  /// The binding and its role.
  public func evidence(in picture: Picture) -> [Evidence] {
    [
      Evidence(object: binding, field: "roleRef", value: role),
      Evidence(object: role, field: "resourceNames", value: credentialSpecs.text),
    ]
  }

  /// Shows what deleting would do.
  public var nextStep: CopyableCommand { .tryToDeleteBinding(binding) }

  /// One finding a binding, over all accounts that it reaches.
  public static func findings(in picture: Picture) -> [OverGranted] {
    let bindings = ReviewedBinding.all(in: picture)
    if bindings.isEmpty { return [] }
    let inquiry = AccountInquiry(picture)
    return bindings.compactMap { binding in
      var unused = UnusedGrants()
      for grant in binding.grants where !grant.isOfPlatform(in: picture) {
        unused.add(grant, inquiry)
      }
      if unused.accounts.isEmpty { return nil }
      return OverGranted(
        cluster: binding.cluster, binding: binding.name, role: binding.role,
        accounts: NameList(
          unused.accounts.prefix(NameList.shown).map { "\($0.namespace)/\($0.name)" },
          count: unused.accounts.count, noun: "service account"),
        credentialSpecs: NameList(
          unused.names.sorted(), count: unused.names.count, noun: "credspec"))
    }
  }
}

/// What a binding grants in vain.
private struct UnusedGrants {
  var accounts: [ServiceAccount] = []
  var names: Set<String> = []
  private var seen: Set<ServiceAccount> = []

  /// Cost: the accounts that the grant reaches, with a look-up for each credential spec that they name.
  mutating func add(_ grant: BoundGrant, _ inquiry: AccountInquiry) {
    let granted = inquiry.existing(grant)
    if granted.isEmpty { return }
    var unused: Set<String> = []
    for account in inquiry.accounts(of: grant) {
      let named = inquiry.names(of: account)
      guard named.count(where: granted.contains) < granted.count else { continue }
      // Two accounts or three are enough to make up the whole set.
      if unused.count < granted.count { unused.formUnion(granted.subtracting(named)) }
      if seen.insert(account).inserted { accounts.append(account) }
    }
    names.formUnion(unused)
  }
}

/// Which accounts exist, and which credential specs there are to use.
struct AccountInquiry {
  private let picture: Picture
  /// Known accounts: those of the list, and those that some workload runs under.
  private let known: Set<ServiceAccount>
  /// The same by cluster and namespace, sorted.
  private let accounts: [ClusterName: [String: [ServiceAccount]]]
  private let credentialSpecs: [ClusterName: Set<String>]
  /// What replicas still run with although their service's template names it no more: a rollout is under way.
  private let held: [ServiceAccount: Set<String>]

  init(_ picture: Picture) {
    self.picture = picture
    let structure = picture.snapshot.structure
    var known = Set(structure.rest.serviceAccounts)
    for service in structure.services {
      guard let name = service.template.serviceAccount else { continue }
      known.insert(
        ServiceAccount(cluster: service.id.cluster, namespace: service.id.namespace, name: name))
    }
    self.known = known
    let sorted = known.sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }
    accounts = Dictionary(grouping: sorted, by: \.cluster)
      .mapValues { Dictionary(grouping: $0, by: \.namespace) }
    var names: [ClusterName: Set<String>] = [:]
    for entry in structure.credentialSpecs where entry.id.delivery == .customResource && entry.object != nil {
      names[entry.id.cluster, default: []].insert(entry.id.name)
    }
    credentialSpecs = names
    held = picture.snapshot.heldByAccount
  }

  /// The credential specs that the services of an account name, and those that its pods run with.
  func names(of account: ServiceAccount) -> Set<String> {
    let named = picture.index.accountReferences.names(
      cluster: account.cluster, namespace: account.namespace, account: account.name)
    return held[account].map(named.union) ?? named
  }

  /// The credential specs that exist and that a grant covers.
  func existing(_ grant: BoundGrant) -> Set<String> {
    let all = credentialSpecs[grant.cluster] ?? []
    return grant.grant.names.map { $0.intersection(all) } ?? all
  }

  /// The accounts that a grant reaches, of whose namespaces all that may run under them was read.
  func accounts(of grant: BoundGrant) -> [ServiceAccount] {
    let all = accounts[grant.cluster] ?? [:]
    let reached: [ServiceAccount]
    switch grant.holder {
    case .account(let namespace, let name):
      let account = ServiceAccount(cluster: grant.cluster, namespace: namespace, name: name)
      reached = known.contains(account) ? [account] : []
    case .accounts(let namespace): reached = all[namespace] ?? []
    case .everyAccount: reached = all.keys.sorted().flatMap { all[$0] ?? [] }
    case nil: reached = []
    }
    return reached.filter { account in
      let coverage = picture.snapshot.structure.coverage
      let needed = [FactKind.services, .replicas].allSatisfy {
        coverage.includes($0, in: account.cluster, namespace: account.namespace)
      }
      // A right that a CronJob needs shows in its list alone; that nobody asked for the list is the reader's choice.
      return needed
        && (!coverage.isTold(.jobs, in: account.cluster)
          || coverage.includes(.jobs, in: account.cluster, namespace: account.namespace))
    }
  }
}

extension Snapshot {
  /// What pods that are placed and not finished name beside their service's template, by account. Mostly nothing.
  fileprivate var heldByAccount: [ServiceAccount: Set<String>] {
    var held: [ServiceAccount: Set<String>] = [:]
    for (place, service) in structure.services.enumerated() {
      guard let name = service.template.serviceAccount else { continue }
      for handed in replicas[place].handOvers.joined() where handed.credentialSpec.delivery == .customResource
      {
        if service.template.references.contains(where: { $0.credentialSpec == handed.credentialSpec }) {
          continue
        }
        let account = ServiceAccount(
          cluster: service.id.cluster, namespace: service.id.namespace, name: name)
        held[account, default: []].insert(handed.credentialSpec.name)
      }
    }
    return held
  }
}
