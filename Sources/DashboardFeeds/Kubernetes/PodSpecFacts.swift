// A pod's spec, whether it stands in a pod or in a workload's template: which identities it names and where it may run.

import DashboardModel
import StructuredText

/// What a pod spec says. Source: kubernetes core/v1 PodSpec, domain.md 3.2.
struct PodSpecFacts {
  /// `windowsOptions` of a pod or a container.
  struct WindowsOptions {
    var credentialSpecName: String?
    var contents: CredentialSpecContents?
    var runAsUser: String?
    var namesIdentity: Bool { credentialSpecName != nil || contents != nil }
  }

  /// A container, reduced to its name and its own options.
  struct Container {
    var slot: CredentialSpecReference.Slot
    var options: WindowsOptions
  }

  var nodeName: String?
  var serviceAccount: String?
  var hostname: String?
  var image: String?
  var scheduling = SchedulingTerms()
  var options = WindowsOptions()
  /// Containers with options of their own; the others inherit the pod's.
  var containers: [Container] = []
  /// Regular containers, with or without options of their own.
  var containerCount = 0
  var mountedCredentialSpecFolder: String?

  init() {}

  /// Reads a pod spec.
  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      try read(key, &value, &context)
    }
  }

  private mutating func read(
    _ key: JSONKey, _ value: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    switch key {
    case "nodeName": nodeName = try value.optionalString(in: &context.strings)
    case "serviceAccountName":
      serviceAccount = try value.optionalString(in: &context.strings) ?? serviceAccount
    // Its old name; the server fills in both, a manifest may have this one alone. Source: kubernetes core/v1 PodSpec.
    case "serviceAccount":
      let old = try value.optionalString(in: &context.strings)
      serviceAccount = serviceAccount ?? old
    case "hostname": hostname = try value.optionalString()
    case "securityContext": options = try Self.windowsOptions(&value, &context)
    case "containers": try readContainers(.container, &value, &context)
    case "initContainers": try readContainers(.initContainer, &value, &context)
    case "volumes": try readVolumes(&value)
    case "nodeSelector":
      scheduling.nodeSelector = try context.nodeSelectors.value(of: try value.raw()) {
        (raw) throws(JSONFault) in
        var inner = JSONCursor(raw)
        var pool = StringPool(capacity: 0)
        let pairs = try inner.stringMembers(in: &pool)
        return Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
      }
    case "affinity":
      scheduling.requiredAffinity = try context.affinities.value(of: try value.raw()) {
        (raw) throws(JSONFault) in
        var inner = JSONCursor(raw)
        return try SchedulingFacts.requiredAffinity(&inner)
      }
    case "tolerations":
      scheduling.tolerations = try context.tolerations.value(of: try value.raw()) {
        (raw) throws(JSONFault) in
        var inner = JSONCursor(raw)
        return try SchedulingFacts.tolerations(&inner)
      }
    case "runtimeClassName": scheduling.runtimeClass = try value.optionalString(in: &context.strings)
    case "os":
      try value.members { (key, value) throws(JSONFault) in
        if key == "name" { scheduling.operatingSystem = try value.optionalString() }
      }
    default: break
    }
  }

  private mutating func readContainers(
    _ part: CredentialSpecReference.Slot.Part, _ cursor: inout JSONCursor,
    _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.elements { (index, element) throws(JSONFault) in
      var name = ""
      var own: WindowsOptions?
      if part == .container { containerCount += 1 }
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "name": name = try value.optionalString(in: &context.strings) ?? ""
        case "image":
          if part == .container, index == 0 { image = try value.optionalString(in: &context.strings) }
        case "securityContext": own = try Self.windowsOptions(&value, &context)
        default: break
        }
      }
      guard let own, own.namesIdentity || own.runAsUser != nil else { return }
      containers.append(Container(slot: .init(part, name: name), options: own))
    }
  }

  private static func windowsOptions(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> WindowsOptions {
    var options = WindowsOptions()
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "windowsOptions" else { return }
      try value.members { (key, value) throws(JSONFault) in
        switch key {
        case "gmsaCredentialSpecName":
          let name = try value.optionalString(in: &context.strings)
          options.credentialSpecName = name?.isEmpty == true ? nil : name
        case "gmsaCredentialSpec": options.contents = try context.contents(inString: &value)
        case "runAsUserName": options.runAsUser = try value.optionalString(in: &context.strings)
        default: break
        }
      }
    }
    return options
  }

  private mutating func readVolumes(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.elements { (_, volume) throws(JSONFault) in
      try volume.members { (key, value) throws(JSONFault) in
        guard key == "hostPath" else { return }
        try value.members { (key, value) throws(JSONFault) in
          guard key == "path", let path = try value.optionalString() else { return }
          if CredentialSpecFolder.contains(path) { mountedCredentialSpecFolder = path }
        }
      }
    }
  }
}
