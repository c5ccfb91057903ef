// The row of Kubernetes: which cluster a word means, and where one is looked for without a word.

import DashboardFeeds
import DashboardModel

/// The source `k8s`.
enum KubernetesSource {
  static let kind = SourceKind(
    word: "k8s", forms: ["k8s", "k8s:CONTEXT"],
    sentence:
      "The Kubernetes API, live, as kubectl would reach it: a context of the kubeconfig, or the account "
      + "of the pod "
      + "that the program runs in; [kubernetes.md](kubernetes.md).",
    make: { request throws(UsageFault) in try feed(request) },
    look: { look($0) },
    completions: { contexts($0).map { "k8s:\($0)" } })

  /// The names of the kubeconfig's contexts; none where it cannot be read.
  static func contexts(_ surroundings: SourceSurroundings) -> [String] {
    KubernetesConnection.contexts(
      kubeconfig: surroundings.kubeconfig, environment: surroundings.environment)
  }

  private static func feed(_ request: SourceRequest) throws(UsageFault) -> any Feed {
    let surroundings = request.surroundings
    if request.argument == "" { throw .emptyWord(request.word) }
    let connection: KubernetesConnection
    do throws(KubeconfigFault) {
      connection = try KubernetesConnection(
        word: request.word, context: request.argument ?? surroundings.config.context,
        cluster: request.cluster, namespaces: surroundings.config.namespaces,
        kubeconfig: surroundings.kubeconfig, environment: surroundings.environment,
        now: { SystemTime.now })
    } catch {
      throw .text(error.text)
    }
    return KubernetesFeed(connection: connection)
  }

  /// Whether the kubeconfig has a current context, or this is a pod. Nothing is connected to find it out.
  private static func look(_ surroundings: SourceSurroundings) -> Lookout {
    do throws(KubeconfigFault) {
      let context = try KubernetesConnection.currentContext(
        kubeconfig: surroundings.kubeconfig, environment: surroundings.environment)
      return .found(word: context.map { "k8s:\($0)" } ?? "k8s")
    } catch {
      return .absent(tried: "Kubernetes: \(error.text)")
    }
  }
}
