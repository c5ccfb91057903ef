// The words of what is wrong with a kubeconfig: where, what, and what to do next.

internal import Glibc
import StructuredText

extension KubeconfigFault {
  /// One or two sentences for the operator.
  package var text: String {
    switch self {
    case .unreadable(let path, let code):
      "\(path): the kubeconfig cannot be read: \(String(cString: strerror(code))). "
        + "Check the path and its rights, or name another with --kubeconfig."
    case .tooLarge(let path, let limit): "\(path): larger than \(limit >> 20) MiB, which no kubeconfig is."
    case .malformed(let place, let reason):
      "\(place.text): the kubeconfig is broken: \(reason.text). `kubectl config view` should fail too; "
        + "mend this line."
    case .unexpected(let place, let key, let expected):
      "\(place.text): \(key.isEmpty ? "" : "\(key): ")expected \(expected)."
    case .duplicate(let place, let kind, let name):
      "\(place.text): a second \(kind.rawValue) named \"\(name)\" in one file. Rename or remove one of them."
    case .noFile(let tried): Self.noFile(tried)
    case .noContexts(let paths):
      "\(paths.joined(separator: ", ")): no contexts stand in it, so there is no cluster to show. "
        + "Get a kubeconfig of the cluster, and name it with --kubeconfig or KUBECONFIG."
    case .noCurrentContext(let paths, let known):
      "\(paths.joined(separator: ", ")): no current context is set. Name one: \(Self.words(known)); "
        + "or set it: kubectl config use-context NAME."
    case .unknownContext(let name, let place, let paths, let known):
      Self.unknownContext(name, place, paths, known)
    case .dangling(let place, let context, let kind, let name, let known):
      "\(place.text): context \"\(context)\" names the \(kind.rawValue) \"\(name)\", and there is none"
        + Self.meant(name, known)
    case .noServer(let place, let context):
      "\(place.text): context \"\(context)\" leads to no server. Give its cluster a `server: "
        + "https://HOST:PORT`."
    case .badServer(let place, let server):
      "\(place.text): `server: \(server.prefix(200))` is no address. Expected https://HOST:PORT."
    case .badProxy(let place):
      "\(place.text): proxy-url is no proxy. Expected http://, https:// or socks5:// and HOST:PORT."
    case .contradiction(let place, let contradiction): "\(place.text): \(contradiction.text)"
    case .missingFile(let place, let key, let path, let code):
      "\(place.text): \(key) names \(path), which cannot be read: \(String(cString: strerror(code))). "
        + "Paths start at the kubeconfig's own folder; put the file there"
        + (key == "tokenFile" ? "." : ", or embed it as \(key)-data.")
    case .removedProvider(let place, let name): "\(place.text): \(RemovedProvider.text(name))"
    }
  }

  private static func noFile(_ tried: [String]) -> String {
    let looked =
      tried.isEmpty ? "neither KUBECONFIG nor HOME is set" : "looked for \(tried.joined(separator: ", "))"
    return "no kubeconfig is there (\(looked)). Name one with --kubeconfig or KUBECONFIG."
  }

  private static func unknownContext(
    _ name: String, _ place: KubeconfigPlace?, _ paths: [String], _ known: [String]
  ) -> String {
    let what =
      place.map { "\($0.text): the current context is \"\(name)\", and there is none" }
      ?? "no context is named \"\(name)\" in \(paths.joined(separator: ", "))"
    return what + meant(name, known)
  }

  /// What was probably meant, else what there is.
  private static func meant(_ name: String, _ known: [String]) -> String {
    if let nearest = nearestKey(to: name, among: known) { return ". Did you mean \"\(nearest)\"?" }
    return known.isEmpty ? "." : "; there are: \(words(known))."
  }

  private static func words(_ names: [String]) -> String {
    let shown = names.prefix(12).joined(separator: ", ")
    return names.count > 12 ? "\(shown) and \(names.count - 12) more" : shown
  }
}

extension KubeconfigContradiction {
  var text: String {
    switch self {
    case .insecureWithAuthority:
      "insecure-skip-tls-verify stands beside a certificate authority. Remove one of them: the authority "
        + "checks the "
        + "server, and without a check anybody may pose as it."
    case .severalLogins(let logins):
      "the user has \(logins.joined(separator: " and ")); only one way to log in is allowed."
    case .certificateWithoutKey: "the user has a client certificate and no client-key for it."
    case .keyWithoutCertificate: "the user has a client-key and no client-certificate for it."
    case .impersonationWithoutUser: "as-uid, as-groups and as-user-extra need `as`: the user to act as."
    case .pluginWithoutCommand: "the exec plugin has no command."
    case .pluginVersion(let version): Self.pluginVersion(version)
    case .pluginMode(let word):
      "interactiveMode is \"\(word)\"; there are: "
        + "\(ExecPlugin.Mode.allCases.map(\.rawValue).joined(separator: ", "))."
    case .pluginVariable: "a variable of the exec plugin has no name, or a name with `=`."
    }
  }

  private static func pluginVersion(_ version: String) -> String {
    let known = ExecPlugin.API.allCases.map(\.rawValue).joined(separator: " and ")
    if version.isEmpty { return "the exec plugin has no apiVersion; known are \(known)." }
    let old = version == "client.authentication.k8s.io/v1alpha1"
    return "the exec plugin speaks \(version); known are \(known)."
      + (old
        ? " v1alpha1 went with kubectl 1.24: update the plugin, and let it write the kubeconfig anew." : "")
  }
}

/// The auth-provider stanzas, which Kubernetes' clients gave up in 1.26, and what took their place.
/// Source: kubernetes.io, blog/2022/11/18 upcoming-changes-in-kubernetes-1-26; client-go issue 1111.
enum RemovedProvider {
  static func text(_ name: String) -> String {
    let removed = "auth-provider \"\(name)\" was removed from kubectl and all clients in 1.26. "
    switch name {
    case "gcp":
      return removed
        + "Install gke-gcloud-auth-plugin and run: gcloud container clusters get-credentials CLUSTER"
    case "azure":
      return removed + "Install kubelogin and run: kubelogin convert-kubeconfig"
    case "oidc":
      return removed + "Use an exec plugin instead, such as kubelogin (kubectl oidc-login)."
    default:
      return removed + "Use an exec plugin instead (user.exec in the kubeconfig)."
    }
  }
}
