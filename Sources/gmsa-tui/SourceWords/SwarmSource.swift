// The SOURCE words of Docker Swarm.

import DashboardFeeds
import DashboardModel

/// The source `swarm`.
enum SwarmSource {
  static let kind = SourceKind(
    word: "swarm",
    forms: [
      "swarm", "swarm:CONTEXT", "swarm:unix:///PATH", "swarm:tcp://HOST:PORT", "swarm:ssh://USER@HOST",
    ],
    sentence:
      "A Docker Swarm, live: by its word alone the manager that the docker command would talk to (DOCKER_HOST, "
      + "DOCKER_CONTEXT, the current context), or a docker context, or an address. [swarm.md](swarm.md).",
    make: { request throws(UsageFault) in
      let connecting: DockerConnecting
      do throws(DockerFault) {
        let environment = request.surroundings.environment
        connecting = DockerConnecting(try DockerConnecting.place(of: request.argument), environment)
        // What can be known to be wrong before anything is connected is said at once.
        _ = try connecting.connection()
      } catch {
        throw .text(error.text)
      }
      return SwarmFeed(
        id: FeedID(request.word), connecting: connecting, cluster: request.cluster,
        follows: request.surroundings.follows)
    },
    look: { surroundings in
      let connecting = DockerConnecting(.environment, surroundings.environment)
      guard let fault = await SwarmLook.fault(connecting) else { return .found(word: "swarm") }
      return .absent(tried: "swarm: \(fault)")
    },
    completions: { surroundings in
      DockerFolder(surroundings.environment).contextNames.map { "swarm:\($0)" }
    })
}
