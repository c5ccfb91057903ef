// The fields of a pod that are read, by their numbers on the wire.

import StructuredText

/// Kubernetes' protobuf messages, reduced to what facts need.
/// Source: k8s.io/api/core/v1/generated.proto, k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto.
enum PodMessages {
  static let pod = ProtobufMessage([
    1: ("metadata", .message(metadata)), 2: ("spec", .message(spec)), 3: ("status", .message(status)),
  ])

  private static let metadata = ProtobufMessage([
    1: ("name", .text), 3: ("namespace", .text), 5: ("uid", .text), 6: ("resourceVersion", .text),
    8: ("creationTimestamp", .time), 9: ("deletionTimestamp", .time), 11: ("labels", .map),
    12: ("annotations", .map), 13: ("ownerReferences", .messages(owner)),
  ])

  private static let owner = ProtobufMessage([
    1: ("kind", .text), 3: ("name", .text), 6: ("controller", .truth),
  ])

  private static let spec = ProtobufMessage([
    1: ("volumes", .messages(volume)), 2: ("containers", .messages(container)), 7: ("nodeSelector", .map),
    8: ("serviceAccountName", .text), 10: ("nodeName", .text),
    14: ("securityContext", .message(ProtobufMessage([8: ("windowsOptions", .message(windows))]))),
    16: ("hostname", .text), 18: ("affinity", .message(affinity)),
    20: ("initContainers", .messages(container)), 22: ("tolerations", .messages(toleration)),
    29: ("runtimeClassName", .text), 36: ("os", .message(ProtobufMessage([1: ("name", .text)]))),
  ])

  /// In JSON the source of a volume stands in the volume itself.
  private static let volume = ProtobufMessage([
    2: (
      "volumeSource",
      .embedded(ProtobufMessage([1: ("hostPath", .message(ProtobufMessage([1: ("path", .text)])))]))
    )
  ])

  private static let container = ProtobufMessage([
    1: ("name", .text), 2: ("image", .text),
    15: ("securityContext", .message(ProtobufMessage([10: ("windowsOptions", .message(windows))]))),
  ])

  private static let windows = ProtobufMessage([
    1: ("gmsaCredentialSpecName", .text), 2: ("gmsaCredentialSpec", .text), 3: ("runAsUserName", .text),
  ])

  private static let affinity = ProtobufMessage([
    1: (
      "nodeAffinity",
      .message(ProtobufMessage([1: ("requiredDuringSchedulingIgnoredDuringExecution", .message(selector))]))
    )
  ])

  private static let selector = ProtobufMessage([1: ("nodeSelectorTerms", .messages(term))])

  private static let term = ProtobufMessage([
    1: ("matchExpressions", .messages(requirement)), 2: ("matchFields", .messages(requirement)),
  ])

  private static let requirement = ProtobufMessage([
    1: ("key", .text), 2: ("operator", .text), 3: ("values", .texts),
  ])

  private static let toleration = ProtobufMessage([
    1: ("key", .text), 2: ("operator", .text), 3: ("value", .text), 4: ("effect", .text),
  ])

  private static let status = ProtobufMessage([
    1: ("phase", .text), 2: ("conditions", .messages(condition)), 3: ("message", .text), 4: ("reason", .text),
    7: ("startTime", .time), 8: ("containerStatuses", .messages(containerStatus)),
    10: ("initContainerStatuses", .messages(containerStatus)),
  ])

  private static let condition = ProtobufMessage([
    1: ("type", .text), 2: ("status", .text), 4: ("lastTransitionTime", .time), 5: ("reason", .text),
    6: ("message", .text),
  ])

  private static let containerStatus = ProtobufMessage([
    1: ("name", .text), 2: ("state", .message(state)), 3: ("lastState", .message(state)),
    4: ("ready", .truth),
    5: ("restartCount", .integer),
  ])

  private static let state = ProtobufMessage([
    1: ("waiting", .message(ProtobufMessage([1: ("reason", .text), 2: ("message", .text)]))),
    2: ("running", .message(ProtobufMessage([1: ("startedAt", .time)]))),
    3: (
      "terminated",
      .message(
        ProtobufMessage([
          1: ("exitCode", .integer), 2: ("signal", .integer), 3: ("reason", .text), 4: ("message", .text),
          5: ("startedAt", .time), 6: ("finishedAt", .time),
        ]))
    ),
  ])
}
