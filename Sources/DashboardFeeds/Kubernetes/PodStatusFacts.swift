// A pod's status as what the replica does, and why it does not run.

import DashboardModel
import StructuredText

/// What a pod's status says. Source: kubernetes core/v1 PodStatus, domain.md 3.5.
struct PodStatusFacts {
  /// A container's state.
  private struct ContainerState {
    var isRunning = false
    var startedAt: Timestamp?
    var waiting: Cause?
    var terminated: Cause?
    var exitCode = 0
    var last: Cause?
  }

  /// A reason and a text.
  private struct Cause {
    var reason = ""
    var message = ""
    var at: Timestamp?
  }

  private var phase = ""
  private var cause = Cause()
  private var startedAt: Timestamp?
  private var unscheduled: KubernetesCondition?
  private var containers: [ContainerState] = []

  /// Waiting reasons that pass by themselves; every other one is a failure.
  private static let patientReasons: Set<String> = ["", "ContainerCreating", "PodInitializing"]

  init() {}

  /// Reads a status.
  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    var conditions: JSONCursor?
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "phase": phase = try value.optionalString() ?? ""
      case "reason": cause.reason = try value.optionalString() ?? ""
      case "message": cause.message = try value.optionalString() ?? ""
      case "startTime": startedAt = try Timestamp(reading: &value)
      case "containerStatuses", "initContainerStatuses": try readContainers(&value)
      case "conditions": conditions = value
      default: break
      }
    }
    // Once a pod runs or has ended, no condition decides anything here.
    if var conditions, phase != "Running", phase != "Succeeded" { try readConditions(&conditions) }
  }

  private mutating func readConditions(_ cursor: inout JSONCursor) throws(JSONFault) {
    for condition in try KubernetesCondition.all(&cursor)
    where condition.type == "PodScheduled" && condition.status == "False" {
      unscheduled = condition
    }
  }

  private mutating func readContainers(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.elements { (_, element) throws(JSONFault) in
      var state = ContainerState()
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "state": try Self.read(&value, into: &state)
        case "lastState":
          var last = ContainerState()
          try Self.read(&value, into: &last)
          state.last = last.terminated
        default: break
        }
      }
      containers.append(state)
    }
  }

  private static func read(
    _ cursor: inout JSONCursor, into state: inout ContainerState
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      guard try !value.null() else { return }
      switch key {
      case "running":
        state.isRunning = true
        try value.members { (key, value) throws(JSONFault) in
          if key == "startedAt" { state.startedAt = try Timestamp(reading: &value) }
        }
      case "waiting": state.waiting = try readCause(&value, exitCode: &state.exitCode)
      case "terminated": state.terminated = try readCause(&value, exitCode: &state.exitCode)
      default: break
      }
    }
  }

  private static func readCause(
    _ cursor: inout JSONCursor, exitCode: inout Int
  ) throws(JSONFault) -> Cause {
    var cause = Cause()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "reason": cause.reason = try value.optionalString() ?? ""
      case "message": cause.message = try value.optionalString() ?? ""
      case "exitCode": exitCode = try value.optionalInt() ?? 0
      case "finishedAt": cause.at = try Timestamp(reading: &value)
      default: break
      }
    }
    return cause
  }

  /// What the replica does and, where it does not run, why.
  func state(of pod: String) -> (ReplicaState, Trouble?) {
    if phase == "Succeeded" { return (.finished, nil) }
    let object = "Pod \(pod)"
    switch phase {
    case "Failed": return (.finished, failure(of: object))
    case "Unknown":
      return (.failing, Trouble(reason: "Unknown", message: cause.message, object: object))
    default: break
    }
    if let failure = failure(of: object) { return (.failing, failure) }
    if let unscheduled { return (.starting, unscheduled.trouble(of: object)) }
    let isRunning = phase == "Running" && (containers.isEmpty || containers.contains { $0.isRunning })
    return (isRunning ? .running : .starting, nil)
  }

  /// The first failure among containers, else the pod's own words.
  private func failure(of object: String) -> Trouble? {
    for container in containers {
      if let waiting = container.waiting, !Self.patientReasons.contains(waiting.reason) {
        return Self.trouble(waiting, last: container.last, object)
      }
      if let terminated = container.terminated, container.exitCode != 0 {
        return Self.trouble(terminated, last: nil, object)
      }
    }
    guard !cause.message.isEmpty || !cause.reason.isEmpty else { return nil }
    return phase == "Failed" ? Self.trouble(cause, last: nil, object) : nil
  }

  /// A back-off says only that it waits; what broke stands in the last state.
  private static func trouble(_ cause: Cause, last: Cause?, _ object: String) -> Trouble {
    var message = cause.message
    if let last, !last.message.isEmpty, last.message != message {
      message += message.isEmpty ? last.message : "; \(last.message)"
    }
    return Trouble(reason: cause.reason, message: message, at: cause.at ?? last?.at, object: object)
  }

  /// When the replica came to its state, where the status tells.
  func since(_ state: ReplicaState) -> Timestamp? {
    switch state {
    case .running: containers.lazy.compactMap(\.startedAt).max() ?? startedAt
    case .finished: containers.lazy.compactMap { $0.terminated?.at }.max() ?? startedAt
    case .starting, .failing: startedAt
    }
  }
}
