// Which files a kubeconfig is made of, by kubectl's rules.

/// The files that are read, in the order in which they win.
struct KubeconfigPaths: Hashable, Sendable {
  let paths: [String]
  /// What named them: `--kubeconfig`, `KUBECONFIG`; nil: the usual place.
  let namedBy: String?
  /// Whether a file that is not there is a fault.
  let mustExist: Bool

  /// `--kubeconfig` alone, else the list in KUBECONFIG, else ~/.kube/config.
  /// Source: client-go tools/clientcmd/loader.go, ClientConfigLoadingRules; kubernetes.io, organize-cluster-access-kubeconfig.
  init(flag: String?, environment: Environment) {
    if let flag {
      (paths, namedBy, mustExist) = ([flag], "--kubeconfig", true)
    } else if let list = environment["KUBECONFIG"] {
      var seen: Set<String> = []
      paths = list.split(separator: ":").map(String.init).filter { seen.insert($0).inserted }
      (namedBy, mustExist) = ("KUBECONFIG", false)
    } else {
      paths = environment["HOME"].map { ["\($0)/.kube/config"] } ?? []
      (namedBy, mustExist) = (nil, false)
    }
  }
}
