// The words that stay when a snapshot is made anonymous: what servers print, what rules look for, what platforms are
// called. None of them names anybody.

import DashboardModel

/// Words and names that stay.
enum AnonymousVocabulary {
  /// Names that stay as a whole: every cluster has them, and rules ask for them.
  static let names: Set<String> = [
    "default", "kube-system", "kube-public", "kube-node-lease", "cluster-admin", "system:serviceaccounts",
    "system:authenticated", "system:unauthenticated", "system:masters", "system:nodes", "windows", "linux",
    "amd64", "arm64", "x86_64", "true", "false", "nt authority\\system", "network service", "local system",
    "nt authority\\networkservice", "containeradministrator", "containeruser",
    "admission-webhook.windows-gmsa.sigs.k8s.io", "windows.k8s.io", "gmsacredentialspecs", "use", "*", "",
    "kubernetes", "swarm", "manager", "worker",
  ]

  /// Ends of label names whose keys stay: Kubernetes' own.
  static let labelDomains = ["kubernetes.io", "k8s.io"]

  /// Label names whose values stay: platforms and builds, read by rules.
  static let labelsWithValues: Set<String> = [
    "kubernetes.io/os", "kubernetes.io/arch", "beta.kubernetes.io/os", "beta.kubernetes.io/arch",
    "node.kubernetes.io/windows-build",
  ]

  /// Members whose values are words of a format and not of anybody.
  static let members: Set<String> = [
    "state", "kind", "roleKind", "delivery", "part", "problem", "effect", "comparison", "operatingSystem",
    "architecture", "failurePolicy", "role", "closedBecause", "verbs", "groups", "resources", "status",
    "cause", "windowsBuild", "runtime", "at", "since", "createdAt", "updatedAt", "modifiedAt", "listedAt",
    "certificatesEndAt", "observedAt", "serverVersion",
  ]

  /// Members that hold text which somebody or some program wrote, and not a name alone.
  static let texts: Set<String> = [
    "message", "reason", "canonical", "found", "suggestion", "path", "object",
    "mountedCredentialSpecFolder",
  ]

  /// Members whose own members are named by the operator: labels and selectors.
  static let dictionaries: Set<String> = [
    "labels", "engineLabels", "podLabels", "matchLabels", "nodeSelector", "selector",
  ]

  /// Words of texts that stay.
  static let words: Set<String> = {
    var words = Set(list.split(separator: " ").map(String.init))
    for text in KnownErrorTexts.all { words.formUnion(AnonymousWords.words(of: text.pattern)) }
    for name in WindowsErrorMeaning.all.flatMap(\.names) { words.formUnion(AnonymousWords.words(of: name)) }
    return words
  }()

  private static let list = """
    a c d access account accountname active activedirectory admission affinity after again agent already an and any anywhere \
    api app apply are assigned at audit authorized availability available back backoff base be been both but cache call \
    calling can cannot certificate changes close cluster cmsplugins code command complete completed compute config \
    configs connection constraints container containercreating containerd containers contents controller copy \
    corresponding could cpu crashloopbackoff create createcomputesystem created creating cred credential credentials \
    credentialspec credentialspecs current decoded define denied deployment desc didn directory disk dnsname \
    dnstreename docker does domain domainjoinconfig during either empty endpoint endpoints error event everything \
    exceeded exist exit expected expired failed failedcreate failedcreatepodsandbox failedscheduling failure few \
    file files find finished for forbidden found from generate get gmsa gmsacredentialspec grant group groups \
    groupmanagedserviceaccounts guard guid had half has have hcs hcsshim host hostaccountconfig https id image in \
    inventory incomplete init initcontainer inline instance insufficient internal invalid io is it job join json kube \
    kubelet limit line list load log logs looking low machine machineaccountname make manager manifest many match max \
    memory missing more mutate name names netbiosname new no nobody node nodes not nothing null object occurred of off \
    on one open operation option or os out parameter paused per pid pinned platform plugin pluginguid plugininput pod \
    pods portableccgversion post present pressure probe programdata progress progressed progressing pull reached read \
    ready reason refused registered registry rejected replica replicas replicaset request resource resources restarting \
    rollback rpc run running sandbox satisfied scaled scheduled scheduling scope secret security see selector server \
    service serviceaccount services set shim should shutdown sid so some spec specified specify start started starting \
    state statefulset status store succeeded successfully suitable sure system taint task tasks template text than that \
    the this time timeout tls to tolerate toleration too true false try two unable unavailable unknown unpack \
    unschedulable untolerated up update use used user valid value values verify version view was webhook were where \
    which will winapi windows with without worker write wrong yet you your zero backofflimitexceeded cronjob daemonset \
    deadline evicted errimagepull imagepullbackoff invalidimagename createcontainererror createcontainerconfigerror \
    runcontainererror starterror nodelost preemption preempting victims help minimum minimumreplicasunavailable \
    newreplicasetavailable progressdeadlineexceeded replicafailure replicasetupdated requested unready unsupported \
    kubernetes io k8s beta hostname slot
    """
}
