// Why an engine gives no picture of a swarm: each told apart, with the next step.

internal import DashboardModel
internal import Transport

/// What keeps a swarm's facts away.
enum SwarmFault: Error, Hashable, Sendable {
  /// How the engine is named.
  case place(DockerFault)
  /// The way to it.
  case transport(TransportFault, HTTPEndpoint)
  /// It is a worker; the managers that it knows, by their swarm addresses.
  case notManager(managers: [String])
  /// It is in no swarm.
  case swarmOff(isWindows: Bool)
  /// It joins a swarm, or has just been asked to.
  case pending
  /// Its part of the swarm does not run, in its own words.
  case failed(String)
  /// It was restarted with autolock, and waits for the key.
  case locked
  /// Its managers have no leader, in its own words.
  case noLeader(String)
  /// It speaks no version that is known here.
  case tooOld(version: String)
  /// It does not take the version that was asked for, in its own words; whether DOCKER_API_VERSION asked for it.
  case versionRefused(String, isPrescribed: Bool)
  /// It does not let this login in, in its own words.
  case refused(status: Int, words: String)
  /// It answers with an error, in its own words.
  case answer(status: Int, words: String, path: String)
  /// It speaks TLS, and was spoken to without.
  case wantsTLS
  /// What answers is no docker engine.
  case noEngine(status: Int)
  /// An answer broke off, or is no JSON.
  case unreadable(path: String, reason: String)
}

extension SwarmFault {
  /// What sort of trouble it is.
  var cause: OutageCause {
    switch self {
    case .place(let fault): fault.cause
    case .transport(let fault, _): fault.cause
    case .refused: .notAuthorised
    case .notManager, .swarmOff, .pending, .failed, .locked, .noLeader, .answer: .cannotConnect
    case .wantsTLS, .tooOld, .versionRefused, .noEngine, .unreadable: .unreadable
    }
  }

  /// What happened, and what to do next, for the operator.
  var text: String {
    switch self {
    case .place(let fault): fault.text
    case .transport(let fault, let endpoint): fault.text(at: endpoint)
    case .notManager(let managers):
      "this engine is a worker of its swarm, and only managers tell of services and tasks. Ask a manager"
        + (managers.isEmpty
          ? " (docker node ls on one of them)."
          : ": it knows \(managers.joined(separator: ", ")) (their swarm addresses; the API's port is another).")
    case .swarmOff(let isWindows):
      isWindows
        ? "this is a Windows engine that is in no swarm. A Windows host can be a worker, and usually is no manager: "
          + "ask a manager of the swarm."
        : "this engine is in no swarm. Ask a manager of the swarm, or make it one: docker swarm init."
    case .pending: "this engine is just joining its swarm. It is asked again."
    case .failed(let words): "this engine's swarm does not run: \(words)"
    case .locked: "this engine's swarm is locked. A manager unlocks it: docker swarm unlock."
    case .noLeader(let words):
      "the swarm has no leader: too few of its managers are up. Bring managers back; as a last resort, on one of them: "
        + "docker swarm init --force-new-cluster. The engine says: \(words)"
    case .tooOld(let version):
      "the engine's API is \(version); 1.30 (Docker 17.06) is the oldest that is read."
    case .versionRefused(let words, let isPrescribed):
      "the engine does not take the API version\(isPrescribed ? " of DOCKER_API_VERSION: unset it" : ""). "
        + "It says: \(words)"
    case .refused(let status, let words): "the engine does not let this login read (\(status)): \(words)"
    case .answer(let status, let words, let path): "\(path): the engine answers \(status): \(words)"
    case .wantsTLS:
      "the engine wants TLS on that port: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or use a docker context "
        + "with certificates."
    case .noEngine(let status):
      "what answers there is no docker engine (status \(status), no Api-Version). Is it the engine's port?"
    case .unreadable(let path, let reason): "\(path): the answer cannot be read: \(reason)"
    }
  }
}
