// A program that logs in for us, as the kubeconfig describes it: `exec` of a user.

import Transport

/// An exec plugin. Source: kubernetes.io, client-go credential plugins; client.authentication.k8s.io v1 and v1beta1.
package struct ExecPlugin: Hashable, Sendable {
  /// The name of the cluster extension whose value a plugin is told.
  static let clusterExtension = "client.authentication.k8s.io/exec"

  /// The version that plugin and client speak. v1alpha1 went with kubectl 1.24.
  enum API: String, Hashable, Sendable, CaseIterable {
    case v1 = "client.authentication.k8s.io/v1"
    case v1beta1 = "client.authentication.k8s.io/v1beta1"
  }

  /// Whether the plugin wants a terminal.
  enum Mode: String, Hashable, Sendable, CaseIterable {
    case never = "Never"
    case ifAvailable = "IfAvailable"
    case always = "Always"
  }

  /// A variable of its environment.
  struct Variable: Hashable, Sendable {
    let name: String
    let value: SecretText
  }

  /// The program: a path, or a name that is looked up in PATH.
  let program: String
  let api: API
  /// Where the kubeconfig has it.
  let place: KubeconfigPlace
  /// Arguments; some plugins take a client secret among them.
  var arguments: [SecretText] = []
  var variables: [Variable] = []
  /// What to do where it is not installed, in the words of whoever wrote the kubeconfig.
  var hint: String?
  /// Whether it is told which cluster it logs in to.
  var wantsCluster = false
  var mode = Mode.ifAvailable

  init(program: String, api: API, place: KubeconfigPlace) {
    self.program = program
    self.api = api
    self.place = place
  }

  /// The program without its folder.
  var name: String { FolderWatcher.lastPart(of: program) }

  /// Everything in it that may be secret.
  var secrets: [SecretText] { arguments + variables.map(\.value) }
}
