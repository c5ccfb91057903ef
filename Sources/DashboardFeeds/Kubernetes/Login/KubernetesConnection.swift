// One cluster as an operator names it: which login, under which name, and which namespaces of it.

package import DashboardModel

/// What a feed of one Kubernetes API is made from.
package struct KubernetesConnection: Sendable {
  /// The name that the cluster has on the screen.
  package let cluster: ClusterName
  /// The feed's name: the SOURCE word.
  package let feed: FeedID
  /// The namespaces that were asked for; empty: all that may be read.
  package let namespaces: [String]
  /// The way in.
  package let login: KubernetesLogin
  private let watched: LoginOrigin

  /// A connection by a context of the kubeconfig; nil: the current one, or the account of the pod that this program runs
  /// in. Throws what is wrong with the kubeconfig now.
  package init(
    word: String, context: String?, cluster: ClusterName?, namespaces: [String], kubeconfig: String?,
    environment: Environment, now: @escaping @Sendable () -> Timestamp
  ) throws(KubeconfigFault) {
    let paths = KubeconfigPaths(flag: kubeconfig, environment: environment)
    let inCluster = InCluster(environment)
    let plan = try LoginOrigin(.kubeconfig(paths, context: context), fallsBack: inCluster).plan()
    // The context that is the current one now is meant for good: another one would be another cluster under this name.
    let origin =
      if plan.context == nil, let inCluster {
        LoginOrigin(.inCluster(inCluster))
      } else {
        LoginOrigin(.kubeconfig(paths, context: plan.context))
      }
    self.cluster = cluster ?? ClusterName(plan.context ?? "in-cluster")
    self.feed = FeedID(word)
    self.namespaces = namespaces
    watched = origin
    login = KubernetesLogin(origin, environment: environment, now: now)
  }

  /// Tells when the kubeconfig, or a file that it names, is written anew, until its reader ends.
  package func changes() -> AsyncStream<Void> { LoginWatch.changes(of: watched) }

  /// The names of the kubeconfig's contexts; none where it cannot be read.
  package static func contexts(kubeconfig: String?, environment: Environment) -> [String] {
    let paths = KubeconfigPaths(flag: kubeconfig, environment: environment)
    return (try? Kubeconfig(reading: paths))?.contextNames ?? []
  }

  /// The context that is meant where nobody names one; nil: this is a pod, and its own account is. Throws where neither is.
  package static func currentContext(
    kubeconfig: String?, environment: Environment
  ) throws(KubeconfigFault) -> String? {
    try LoginOrigin(
      .kubeconfig(KubeconfigPaths(flag: kubeconfig, environment: environment), context: nil),
      fallsBack: InCluster(environment)
    ).plan().context
  }
}
