// Several kubeconfig files as one: the first to say something wins.

/// The merged kubeconfig.
struct Kubeconfig: Hashable, Sendable {
  /// The files that were there.
  private(set) var paths: [String] = []
  /// The files that would have been read.
  let tried: [String]
  private(set) var clusters: [String: KubeconfigCluster] = [:]
  private(set) var users: [String: KubeconfigUser] = [:]
  private(set) var contexts: [String: KubeconfigContext] = [:]
  private(set) var currentContext: String?
  private(set) var currentPlace: KubeconfigPlace?

  /// Joins files: the first file that has an entry of a name keeps it whole, and the first that says a current context
  /// keeps that. Source: client-go tools/clientcmd/loader.go, Load.
  init(_ files: [KubeconfigFile], tried: [String]) {
    self.tried = tried
    for file in files {
      paths.append(file.path)
      clusters.merge(file.clusters) { first, _ in first }
      users.merge(file.users) { first, _ in first }
      contexts.merge(file.contexts) { first, _ in first }
      if currentContext == nil, let context = file.currentContext {
        currentContext = context
        currentPlace = file.currentPlace
      }
    }
  }

  /// Reads the files that are there. One that is broken breaks all, as with kubectl: half a kubeconfig may name the wrong
  /// cluster.
  init(reading paths: KubeconfigPaths) throws(KubeconfigFault) {
    var files: [KubeconfigFile] = []
    for path in paths.paths {
      guard let text = try KubeconfigText.read(path, mustExist: paths.mustExist) else { continue }
      files.append(try KubeconfigFile(text: text, path: path))
    }
    self.init(files, tried: paths.paths)
  }

  /// Nothing at all stands in it.
  var isEmpty: Bool { clusters.isEmpty && users.isEmpty && contexts.isEmpty && currentContext == nil }

  /// The names of its contexts, sorted.
  var contextNames: [String] { contexts.keys.sorted() }
}
