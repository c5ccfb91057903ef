// A Swarm service's TaskTemplate, or a task's Spec: the identity it names and where it may run.

import DashboardModel
import StructuredText

/// What a task spec says. Source: moby api/types/swarm/{task,container}.go; domain.md 2.1 and 2.3.
struct ContainerSpecFacts {
  private var configID = ""
  private var file = ""
  private var registry = ""
  private var user: String?
  private var image: String?
  private var hostname: String?
  private var mountedFolder: String?
  private var fileConfigs: [String] = []
  private var scheduling = SchedulingTerms()

  init() {}

  /// Reads a task spec.
  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "ContainerSpec": try readContainer(&value, &context)
      case "Placement": try readPlacement(&value, &context)
      default: break
      }
    }
  }

  private mutating func readContainer(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Image": image = try value.optionalString(in: &context.strings)
      case "User": user = try value.optionalString(in: &context.strings)
      case "Hostname": hostname = try value.optionalString(in: &context.strings)
      case "Privileges":
        try value.members { (key, value) throws(JSONFault) in
          if key == "CredentialSpec" { try readCredentialSpec(&value, &context) }
        }
      case "SecurityOpt", "SecurityOptions":
        guard try !value.null() else { return }
        for option in try value.strings() { readSecurityOption(option) }
      case "Configs": try readConfigs(&value, &context)
      case "Mounts":
        try value.elements { (_, mount) throws(JSONFault) in
          try mount.members { (key, value) throws(JSONFault) in
            guard key == "Source", let source = try value.optionalString() else { return }
            if CredentialSpecFolder.contains(source) { mountedFolder = source }
          }
        }
      default: break
      }
    }
  }

  private mutating func readCredentialSpec(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Config": configID = try value.optionalString(in: &context.strings) ?? ""
      case "File": file = try value.optionalString(in: &context.strings) ?? ""
      case "Registry": registry = try value.optionalString(in: &context.strings) ?? ""
      default: break
      }
    }
  }

  /// `credentialspec=file://a.json`, as `docker run --security-opt` has it; of several the last counts, and the scheme's case
  /// does not. Source: moby daemon/oci_windows.go; domain.md 2.1.
  private mutating func readSecurityOption(_ option: String) {
    guard let sign = option.firstIndex(where: { $0 == "=" || $0 == ":" }),
      option[..<sign].lowercased() == "credentialspec"
    else { return }
    let value = option[option.index(after: sign)...]
    guard let separator = value.firstRange(of: "://"), separator.upperBound < value.endIndex else { return }
    let name = String(value[separator.upperBound...])
    switch value[..<separator.lowerBound].lowercased() {
    case "config": (configID, file, registry) = (name, "", "")
    case "file": (configID, file, registry) = ("", name, "")
    case "registry": (configID, file, registry) = ("", "", name)
    default: break
    }
  }

  private mutating func readConfigs(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.elements { (_, element) throws(JSONFault) in
      var id = ""
      var name = ""
      var hasFile = false
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "ConfigID": id = try value.optionalString(in: &context.strings) ?? ""
        case "ConfigName": name = try value.optionalString(in: &context.strings) ?? ""
        // A runtime target has no File, or a null one. Source: portainer/portainer#10571 by domain.md 2.5.
        case "File": hasFile = try !value.null()
        default: break
        }
      }
      if !name.isEmpty { context.configNames[id] = name }
      if hasFile { fileConfigs.append(id) }
    }
  }

  private mutating func readPlacement(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Constraints": scheduling.constraints = try value.strings()
      case "MaxReplicas": scheduling.maximumReplicasPerHost = try value.optionalInt() ?? 0
      case "Platforms":
        try value.elements { (_, element) throws(JSONFault) in
          var platform = Platform(operatingSystem: "", architecture: "")
          try element.members { (key, value) throws(JSONFault) in
            switch key {
            case "OS": platform.operatingSystem = try value.optionalString() ?? ""
            case "Architecture": platform.architecture = try value.optionalString() ?? ""
            default: break
            }
          }
          scheduling.platforms.append(platform)
        }
      default: break
      }
    }
  }

  /// The credential spec that the spec names; a config by its ID, until the configs are known.
  func credentialSpec(in cluster: ClusterName) -> CredentialSpecID? {
    if !configID.isEmpty {
      return CredentialSpecID(cluster: cluster, delivery: .swarmConfig, name: configID)
    }
    if !file.isEmpty { return CredentialSpecID(cluster: cluster, delivery: .hostFile, name: file) }
    if !registry.isEmpty {
      return CredentialSpecID(cluster: cluster, delivery: .hostRegistry, name: registry)
    }
    return nil
  }

  /// Whether the spec has anything to do with credential specs.
  var concernsCredentialSpecs: Bool {
    !configID.isEmpty || !file.isEmpty || !registry.isEmpty || mountedFolder != nil
  }

  /// The template of a service with this spec; configs by ID.
  func template(in cluster: ClusterName) -> WorkloadTemplate {
    var template = WorkloadTemplate()
    if let id = credentialSpec(in: cluster) {
      let user = user.flatMap { $0.isEmpty ? nil : $0 }
      template.references = [CredentialSpecReference(slot: .whole, credentialSpec: id, runAsUser: user)]
    }
    template.scheduling = scheduling
    template.hostname = hostname.flatMap { $0.isEmpty ? nil : $0 }
    template.image = image
    template.mountedCredentialSpecFolder = mountedFolder
    template.fileMountedConfigs = fileConfigs
    return template
  }
}
