// From a pod spec's options to references (a template) and to what was handed over (a pod).

import DashboardModel

extension PodSpecFacts {
  /// One identity that a slot of the spec has, the pod's options completed.
  private struct Identity {
    var slot: CredentialSpecReference.Slot
    var id: CredentialSpecID
    var name: String?
    var contents: CredentialSpecContents?
    var runAsUser: String?
  }

  /// The identities by slot. A container overrides the pod field by field; one that merely inherits is no identity of
  /// its own. Source: kubernetes pkg/securitycontext, domain.md 3.2.
  private func identities(in cluster: ClusterName) -> [Identity] {
    var identities: [Identity] = []
    if let whole = Self.identity(.whole, options, in: cluster) {
      identities.append(whole)
      identities[0].runAsUser = userOfInheritors
    }
    for container in containers where container.options.namesIdentity {
      var merged = container.options
      merged.credentialSpecName = merged.credentialSpecName ?? options.credentialSpecName
      merged.contents = merged.contents ?? options.contents
      merged.runAsUser = merged.runAsUser ?? options.runAsUser
      if let own = Self.identity(container.slot, merged, in: cluster) { identities.append(own) }
    }
    return identities
  }

  /// The user of the containers that inherit the pod's identity. One that may use it decides: which container needs the
  /// identity is not told. Else one that is known; nil where only the images know.
  private var userOfInheritors: String? {
    let regular = containers.filter { $0.slot.part == .container }
    let inheritors = regular.filter { !$0.options.namesIdentity }
    var users = inheritors.map { $0.options.runAsUser ?? options.runAsUser }
    // Containers without options of their own are not kept; they run as the pod says.
    if regular.count < containerCount { users.append(options.runAsUser) }
    let known = users.compactMap(\.self)
    return known.first(where: WindowsUser.carriesIdentity) ?? known.first
  }

  private static func identity(
    _ slot: CredentialSpecReference.Slot, _ options: WindowsOptions, in cluster: ClusterName
  ) -> Identity? {
    let id: CredentialSpecID
    if let name = options.credentialSpecName {
      id = CredentialSpecID(cluster: cluster, delivery: .customResource, name: name)
    } else if let contents = options.contents {
      id = CredentialSpecID(
        cluster: cluster, delivery: .inline, name: ContentsReader.inlineName(of: contents))
    } else {
      return nil
    }
    return Identity(
      slot: slot, id: id, name: options.credentialSpecName, contents: options.contents,
      runAsUser: options.runAsUser
    )
  }

  /// What a template with this spec refers to. Contents stand in a reference where the template itself carries them.
  func references(in cluster: ClusterName) -> [CredentialSpecReference] {
    identities(in: cluster).map {
      CredentialSpecReference(
        slot: $0.slot, credentialSpec: $0.id, contents: $0.contents, runAsUser: $0.runAsUser
      )
    }
  }

  /// What a pod with this spec was handed.
  func handed(in cluster: ClusterName) -> [HandedIdentity] {
    identities(in: cluster).map {
      HandedIdentity(
        slot: $0.slot, credentialSpec: $0.id, contents: $0.contents.map { .given($0) } ?? .withheld
      )
    }
  }

  /// Whether the spec has anything to do with credential specs.
  var concernsCredentialSpecs: Bool {
    options.namesIdentity || mountedCredentialSpecFolder != nil
      || containers.contains { $0.options.namesIdentity }
  }

  /// The template of a workload with this spec.
  func template(in cluster: ClusterName) -> WorkloadTemplate {
    var template = WorkloadTemplate()
    template.references = references(in: cluster)
    template.scheduling = scheduling
    template.scheduling.nodeName = nodeName
    template.serviceAccount = serviceAccount.flatMap { $0.isEmpty ? nil : $0 } ?? "default"
    template.hostname = hostname
    template.image = image
    template.mountedCredentialSpecFolder = mountedCredentialSpecFolder
    return template
  }

  /// The template that a pod's owner must have had: what the scheduler, the webhook and controllers wrote into the pod
  /// is taken out again, so that the pods of one owner have one template.
  func ownersTemplate(in cluster: ClusterName, owner: OwnerReference?) -> WorkloadTemplate {
    var template = template(in: cluster)
    guard let owner else { return template }
    template.scheduling.nodeName = nil
    for index in template.references.indices
    where template.references[index].credentialSpec.delivery == .customResource {
      template.references[index].contents = nil
    }
    if owner.kind == "StatefulSet" || isRandomHostname { template.hostname = nil }
    if owner.kind == "DaemonSet" {
      template.scheduling.isDaemonSet = true
      template.scheduling.requiredAffinity = affinityWithoutNode
    }
    return template
  }

  /// The webhook's RANDOM_HOSTNAME writes the first 15 characters of a UUID. Source: domain.md 3.3.
  private var isRandomHostname: Bool {
    guard let hostname, hostname.utf8.count == 15 else { return false }
    return hostname.utf8.enumerated().allSatisfy { index, byte in
      index == 8 || index == 13
        ? byte == UInt8(ascii: "-")
        : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
  }

  /// A DaemonSet's controller pins each pod to its node by a field requirement. Source: kubernetes
  /// pkg/controller/daemon/util.
  private var affinityWithoutNode: [NodeSelectorTerm]? {
    guard let terms = scheduling.requiredAffinity else { return nil }
    let freed = terms.map { term in
      NodeSelectorTerm(labels: term.labels, fields: term.fields.filter { $0.key != "metadata.name" })
    }
    return freed.allSatisfy { $0.labels.isEmpty && $0.fields.isEmpty } ? nil : freed
  }
}
