// Where a login is described: a context of the kubeconfig, or the service account of the pod that this program runs in.

import StructuredText

/// The place that a login's description comes from.
struct LoginOrigin: Hashable, Sendable {
  /// Which of the two.
  enum Place: Hashable, Sendable {
    /// A context; nil: the current one.
    case kubeconfig(KubeconfigPaths, context: String?)
    /// A folder with token, ca.crt and namespace.
    case inCluster(InCluster)
  }

  let place: Place
  /// Whether the kubeconfig may give way to the pod's own account where it says nothing at all.
  var fallsBack: InCluster?

  init(_ place: Place, fallsBack: InCluster? = nil) {
    self.place = place
    self.fallsBack = fallsBack
  }

  /// The files whose change may change the description.
  var files: [String] {
    switch place {
    case .kubeconfig(let paths, _): paths.paths
    case .inCluster: []
    }
  }

  /// Reads the description.
  func plan() throws(KubeconfigFault) -> LoginPlan {
    switch place {
    case .inCluster(let cluster): return cluster.plan
    case .kubeconfig(let paths, let context):
      let config = try Kubeconfig(reading: paths)
      if config.paths.isEmpty || config.isEmpty {
        // Source: client-go tools/clientcmd/merged_client_builder.go: only where nothing at all was configured.
        if context == nil, let fallsBack { return fallsBack.plan }
        if config.paths.isEmpty { throw .noFile(tried: config.tried) }
      }
      return try LoginPlan(config, context: context)
    }
  }
}

/// The service account of a pod. Source: client-go rest/config.go, InClusterConfig.
struct InCluster: Hashable, Sendable {
  private let host: String
  private let port: Int
  private let folder: String

  /// Nil where this program runs in no pod, or its pod has no token.
  init?(_ environment: Environment, folder: String = "/var/run/secrets/kubernetes.io/serviceaccount") {
    guard let host = environment["KUBERNETES_SERVICE_HOST"],
      let port = environment["KUBERNETES_SERVICE_PORT"].flatMap(Int.init),
      (try? FileStamp(path: "\(folder)/token")) != nil
    else { return nil }
    self.host = host
    self.port = port
    self.folder = folder
  }

  /// The same as a context would say it: files that are read again as the kubelet renews them.
  var plan: LoginPlan {
    let place = KubeconfigPlace(path: folder, line: 1, column: 1)
    var cluster = KubeconfigCluster(place: place)
    cluster.authorityFile = KubeconfigFileName(key: "ca.crt", path: "\(folder)/ca.crt", place: place)
    var user = KubeconfigUser(place: place)
    user.tokenFile = KubeconfigFileName(key: "token", path: "\(folder)/token", place: place)
    return LoginPlan(
      context: nil, namespace: namespace, server: ServerAddress(host: host, port: port), cluster: cluster,
      user: user)
  }

  private var namespace: String? {
    guard let text = try? KubeconfigText.read("\(folder)/namespace", mustExist: false) else { return nil }
    let name = text.filter { !$0.isWhitespace }
    return name.isEmpty ? nil : name
  }
}
