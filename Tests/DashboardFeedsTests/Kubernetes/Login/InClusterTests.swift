// The service account of a pod: a folder that the kubelet writes, and two variables.

import DashboardModel
import Testing
import Transport

@testable import DashboardFeeds

@Suite("In a cluster")
struct InClusterTests {
  private let folder: TemporaryFolder
  private let variables = ["KUBERNETES_SERVICE_HOST": "fd00::1", "KUBERNETES_SERVICE_PORT": "443"]

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("first-token\n", to: "token")
    try folder.write("CA", to: "ca.crt")
    try folder.write("gmsa-tui", to: "namespace")
  }

  private func login(_ paths: KubeconfigPaths) -> KubernetesLogin {
    let environment = Environment(variables)
    return KubernetesLogin(
      LoginOrigin(.kubeconfig(paths, context: nil), fallsBack: InCluster(environment, folder: folder.path)),
      environment: environment, now: { Timestamp(milliseconds: 0) })
  }

  @Test("without any kubeconfig the pod's own account logs in, with its token as it is now")
  func logsIn() async throws {
    let login = login(KubeconfigPaths(flag: nil, environment: Environment(["KUBECONFIG": "/nowhere/x"])))
    let access = try await login.access()
    #expect(access.endpoint.words == "https://[fd00::1]:443")
    #expect(access.contextNamespace == "gmsa-tui")
    #expect(access.login == "service account of this pod")
    try folder.write("second-token\n", to: "..data-token")
    try folder.rename("..data-token", to: "token")
    let signed = try await login.access().signed(HTTPRequest(get: "/"))
    #expect(signed.secrets.first?.value.revealed == "Bearer second-token")
  }

  @Test("a kubeconfig that says anything goes before it, and one that was named must be there")
  func givesWay() async throws {
    try folder.write("contexts: [{name: a, context: {cluster: b}}]\ncurrent-context: a\n", to: "kubeconfig")
    let there = KubeconfigPaths(
      flag: nil, environment: Environment(["KUBECONFIG": "\(folder.path)/kubeconfig"]))
    await #expect(throws: LoginFault.self) { try await login(there).access() }
    let named = KubeconfigPaths(flag: "/nowhere/x", environment: Environment())
    await #expect(throws: LoginFault.self) { try await login(named).access() }
  }

  @Test("outside of a pod there is none")
  func isNowhereElse() {
    #expect(InCluster(Environment(), folder: folder.path) == nil)
    #expect(InCluster(Environment(variables), folder: "/nowhere") == nil)
  }
}
