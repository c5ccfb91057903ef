// The source k8s on the command line: what is said before anything is connected.

import DashboardFeeds
import DashboardTesting
import Testing

@testable import gmsa_tui

@Suite("The source k8s")
struct KubernetesSourceTests {
  private let folder: ScratchFolder
  private var kubeconfig: String { "\(folder.path)/kubeconfig" }

  init() throws {
    folder = try ScratchFolder()
    try folder.write(
      """
      current-context: reader
      clusters:
      - name: lab
        cluster: {server: "https://127.0.0.1:1"}
      contexts:
      - name: reader
        context: {cluster: lab, user: anna}
      - name: admin
        context: {cluster: lab, user: anna}
      users:
      - name: anna
        user: {token: planted-token}
      """, to: "kubeconfig")
  }

  @Test("a context that does not exist ends with 2 and names the nearest, or all that there are")
  func unknownContext() throws {
    let near = try CommandRun(["report", "k8s:raeder", "--kubeconfig", kubeconfig])
    #expect(near.status == 2 && near.output.isEmpty)
    #expect(
      near.messages.contains("no context is named \"raeder\" in \(kubeconfig). Did you mean \"reader\"?"))
    let far = try CommandRun(["check", "--context", "production", "--kubeconfig", kubeconfig])
    #expect(far.status == 2)
    #expect(far.messages.contains("there are: admin, reader"))
  }

  @Test("a kubeconfig that is not there, broken or empty ends with 2 and says where and what to do")
  func brokenKubeconfig() throws {
    let gone = try CommandRun(["report", "k8s", "--kubeconfig", "\(folder.path)/gone"])
    #expect(gone.status == 2)
    #expect(gone.messages.contains("\(folder.path)/gone: the kubeconfig cannot be read"))
    try folder.write("clusters:\n- name: {\nusers: [{name: a, user: {token: planted-token}}]\n", to: "broken")
    let broken = try CommandRun(["report", "k8s"], environment: ["KUBECONFIG": "\(folder.path)/broken"])
    #expect(broken.status == 2)
    #expect(broken.messages.contains("\(folder.path)/broken:4:1:"))
    #expect(!broken.messages.contains("planted-token"))
    try folder.write("apiVersion: v1\nkind: Config\n", to: "empty")
    let empty = try CommandRun(["report", "k8s"], environment: ["KUBECONFIG": "\(folder.path)/empty"])
    #expect(empty.status == 2)
    #expect(empty.messages.contains("no contexts stand in it"))
  }

  @Test("without a source it says what it tried")
  func tells() throws {
    let run = try CommandRun(["report"])
    #expect(run.status == 2)
    #expect(run.messages.contains("Kubernetes: no kubeconfig is there (looked for /nonexistent/kubeconfig)"))
    #expect(run.messages.contains("gmsa-tui demo"))
  }

  @Test("a namespace that can be none is refused")
  func namespaces() throws {
    let run = try CommandRun(["report", "k8s", "-n", "Not/One", "--kubeconfig", kubeconfig])
    #expect(run.status == 2)
    #expect(run.messages.contains("Not/One is no namespace's name"))
  }

  @Test("a shell is offered the contexts")
  func completions() throws {
    let settings = try Settings.made(of: "kubeconfig: kubeconfig")
    #expect(settings.surroundings(follows: false).kubeconfig == "/etc/x/kubeconfig")
    let surroundings = SourceSurroundings(
      environment: Environment(["KUBECONFIG": kubeconfig]), config: Config(), kubeconfig: nil, follows: false)
    #expect(KubernetesSource.kind.completions(surroundings) == ["k8s:admin", "k8s:reader"])
  }

  @Test("KUBECONFIG goes before the config's kubeconfig, and --kubeconfig before both")
  func precedence() throws {
    let variable = ["KUBECONFIG": "/v1:/v2"]
    let settings = try Settings.made(of: "kubeconfig: /file", environment: variable)
    #expect(settings.surroundings(follows: false).kubeconfig == nil)
    let flag = FlagSetting("kubeconfig", "/flag") { $0.kubeconfig = $1 }
    let flagged = try Settings.made(of: "kubeconfig: /file", flags: [flag], environment: variable)
    #expect(flagged.surroundings(follows: false).kubeconfig == "/flag")
    #expect(flagged.namesKubernetes && !settings.namesKubernetes)
  }
}
