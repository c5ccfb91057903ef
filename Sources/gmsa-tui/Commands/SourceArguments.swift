// What every command takes that reads sources: the words, by which feeds are chosen.

import ArgumentParser

struct SourceArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("\(SourceTable.help)", valueName: "source"),
    completion: .custom(SourceCompletion.words))
  var sources: [String] = []

  @OptionGroup(title: "Kubernetes") var cluster: ClusterArguments

  /// What was said of the config's keys.
  var settings: [FlagSetting?] {
    [FlagSetting("sources", sources.isEmpty ? nil : sources) { $0.sources = $1 }] + cluster.settings
  }
}

/// Which Kubernetes cluster is meant, as kubectl's users say it.
struct ClusterArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The kubeconfig, and no other; without it KUBECONFIG, or ~/.kube/config.", valueName: "path"),
    completion: .file())
  var kubeconfig: String?

  @Option(
    help: ArgumentHelp(
      "The kubeconfig's context, where the source is k8s alone.", valueName: "name"),
    completion: .custom { _, _, _ in SourceCompletion.contexts })
  var context: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Read this namespace alone; may be said several times. Without it all that you may read.",
      valueName: "name"),
    transform: { word in
      guard ConfigTable.isNamespace(word) else { throw ValidationError("\(word) is no namespace's name") }
      return word
    })
  var namespace: [String] = []

  var settings: [FlagSetting?] {
    [
      FlagSetting("kubeconfig", kubeconfig) { $0.kubeconfig = $1 },
      FlagSetting("context", context) { $0.context = $1 },
      FlagSetting("namespaces", namespace.isEmpty ? nil : namespace) { $0.namespaces = $1 },
    ]
  }
}
