// The words of the domain, so that no jargon on a screen stays without its explanation.

/// A word of the domain with its meaning. Source: semantics.md, Terms.
public struct Term: Hashable, Sendable {
  /// The word as screens and documents write it.
  public let word: String
  /// Other words for the same.
  public let aliases: [String]
  /// What it means, in full sentences.
  public let means: String

  /// The term that a word stands for, in any case; nil where there is none.
  public static func named(_ word: String) -> Term? {
    let folded = word.lowercased()
    return all.first { $0.word.lowercased() == folded || $0.aliases.contains { $0.lowercased() == folded } }
  }

  /// Every term.
  public static let all: [Term] = [
    Term(
      word: "credspec", aliases: ["credential spec", "credentialspec", "GMSACredentialSpec"],
      means:
        "A credential specification: a small JSON document that names a gMSA and its domain. It holds no password. "
        + "One credspec may reach hosts by more than one delivery."),
    Term(
      word: "gMSA", aliases: ["group managed service account"],
      means:
        "The group Managed Service Account in Active Directory that a credspec names. Hosts that it allows "
        + "fetch its password; nobody types it."),
    Term(
      word: "delivery", aliases: [],
      means:
        "How a credspec reaches a container: file, registry, image, config, resource or inline. Explain one of them "
        + "for more."),
    Term(
      word: "file", aliases: ["hostFile", "file://"],
      means:
        #"A file in C:\ProgramData\Docker\CredentialSpecs of a host. It must lie on every host where a replica "#
        + "may start, before it starts."),
    Term(
      word: "registry", aliases: ["hostRegistry", "registry://"],
      means:
        "A value in the registry of a host. It must be on every host where a replica may start, before it starts."
    ),
    Term(
      word: "image", aliases: [],
      means: "A credspec that is baked into the image. No orchestrator tells of it."),
    Term(
      word: "config", aliases: ["swarmConfig", "config://"],
      means: "A Swarm config. The manager sends it to a node while a task there needs it, and nowhere else."),
    Term(
      word: "resource", aliases: ["customResource", "custom resource"],
      means:
        "The Kubernetes custom resource GMSACredentialSpec. The admission webhook copies its contents into a pod when "
        + "the pod is made; pods that run already keep what they got."),
    Term(
      word: "inline", aliases: ["raw", "raw://"],
      means: "Contents that stand in the pod or service spec itself; named by a hash of them."),
    Term(
      word: "service", aliases: [],
      means:
        "What runs and asks for a credspec: a Swarm service; a Kubernetes Deployment, StatefulSet, DaemonSet, Job, "
        + "CronJob or bare Pod."),
    Term(
      word: "replica", aliases: [],
      means: "One running or wanted instance of a service: a Swarm task, a Kubernetes pod."),
    Term(
      word: "host", aliases: ["node"],
      means:
        "A node of the cluster that can run Windows containers. Linux nodes are counted, not shown, unless asked for."
    ),
    Term(
      word: "copy", aliases: [],
      means:
        "Contents of a credspec that lie on a host: a file, a registry value, or what a replica there was handed."
    ),
    Term(
      word: "grant", aliases: [], means: "A Kubernetes subject that RBAC allows to use a credspec."),
    Term(
      word: "snapshot", aliases: [],
      means: "Everything known of one or more clusters at one moment; it can be saved, opened and replayed."),
    Term(
      word: "feed", aliases: ["source"],
      means:
        "A place facts come from: a file, a folder of host inventories, the Kubernetes or Swarm API, Active Directory."
    ),
    Term(
      word: "webhook", aliases: ["admission webhook"],
      means:
        "windows-gmsa, the program that Kubernetes asks when a pod is made: it checks that the service account may use "
        + "the credspec and copies the contents into the pod. Without it, pods start without an identity and "
        + "without an error."),
    Term(
      word: "CCG", aliases: ["container credential guard"],
      means:
        "Container Credential Guard, the Windows service on a host that fetches the gMSA's password for a container, "
        + "directly or through the plug-in that the credspec names. Its log is Microsoft-Windows-Containers-CCG/Admin."
    ),
    Term(
      word: "plug-in", aliases: ["plugin", "PluginGUID"],
      means:
        "A program on a host through which CCG gets the credentials of a user who may fetch the gMSA's password, for "
        + "hosts that are not joined to the domain. The credspec names it by HostAccountConfig.PluginGUID."),
  ]
}
