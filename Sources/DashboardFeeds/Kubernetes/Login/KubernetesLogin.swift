// Keeps the way in to one Kubernetes API: reads the kubeconfig and its files again when they change, runs the plugin when
// its credential is over.

import DashboardModel
import StructuredText
import Transport

/// The login at one cluster. Ask it before each request; what has not changed costs a few stat(2).
package actor KubernetesLogin {
  private let origin: LoginOrigin
  private let environment: Environment
  private let now: @Sendable () -> Timestamp
  private let pluginLimit: Duration

  private var plan: LoginPlan?
  private var planStamps: [FileStamp?] = []
  private var files = StampedFiles()
  private var plugin: PluginState?
  private var runs = 0

  /// What is known of a plugin.
  private struct PluginState {
    let run: PluginRun
    let number: Int
    let task: Task<Result<PluginRun.Answer, LoginFault>, Never>
    var answer: PluginRun.Answer?

    /// Whether another run is asked the same question.
    func isOf(_ other: PluginRun) -> Bool { run.plugin == other.plugin && run.cluster == other.cluster }
  }

  init(
    _ origin: LoginOrigin, environment: Environment, pluginLimit: Duration = PluginRun.timeLimit,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.origin = origin
    self.environment = environment
    self.pluginLimit = pluginLimit
    self.now = now
  }

  /// The way in as it is now. A plugin that has to be asked is asked once, however many requests wait for it.
  package func access() async throws(LoginFault) -> KubernetesAccess {
    let plan: LoginPlan
    let line: LoginLine
    do throws(KubeconfigFault) {
      plan = try currentPlan()
      line = try LoginLine(plan, environment, &files)
    } catch {
      throw .kubeconfig(error)
    }
    guard let run = pluginRun(plan, line) else { return line.access(nil) }
    return line.access(try await credential(run))
  }

  /// Tells that the server did not know the credential of this access: the next one asks the plugin, and reads the files,
  /// anew.
  package func rejected(_ access: KubernetesAccess) {
    files.forget()
    if let number = access.pluginRun, plugin?.number == number { plugin = nil }
  }

  // MARK: Steps

  /// The plan, read again where a file of it was written again.
  private func currentPlan() throws(KubeconfigFault) -> LoginPlan {
    let stamps = origin.files.map { try? FileStamp(path: $0) }
    if let plan, stamps == planStamps { return plan }
    plan = nil
    let new = try origin.plan()
    plan = new
    planStamps = stamps
    return new
  }

  /// The plugin's run that the plan asks for; nil where it logs in otherwise. Source: client-go: a token of the kubeconfig
  /// goes before a plugin, and nothing is sent over plain http.
  private func pluginRun(_ plan: LoginPlan, _ line: LoginLine) -> PluginRun? {
    guard let plugin = plan.user?.plugin, plan.server.isSecure, line.secrets.isEmpty else { return nil }
    return PluginRun(
      plugin: plugin, cluster: line.pluginCluster, environment: environment, timeLimit: pluginLimit)
  }

  private func credential(_ run: PluginRun) async throws(LoginFault) -> LoginLine.Credential {
    let state = state(for: run)
    let answer: PluginRun.Answer
    do throws(LoginFault) {
      answer = try await state.task.value.get()
    } catch {
      // The next request asks again; who asks how often is the feed's business.
      if plugin?.number == state.number { plugin = nil }
      throw error
    }
    if plugin?.number == state.number { plugin?.answer = answer }
    return LoginLine.Credential(answer: answer, name: run.plugin.name, run: state.number)
  }

  /// The run that goes on or whose answer holds; else a new one.
  private func state(for run: PluginRun) -> PluginState {
    if let plugin, plugin.isOf(run), plugin.answer?.credential.isOver(at: now()) != true { return plugin }
    runs += 1
    let task = Task.detached { () -> Result<PluginRun.Answer, LoginFault> in
      do throws(LoginFault) {
        return .success(try await run.answer())
      } catch {
        return .failure(error)
      }
    }
    let state = PluginState(run: run, number: runs, task: task)
    plugin = state
    return state
  }

  deinit { plugin?.task.cancel() }
}
