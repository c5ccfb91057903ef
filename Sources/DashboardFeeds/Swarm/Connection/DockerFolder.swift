// Docker's own folder, usually ~/.docker: its config, its contexts, and the certificates beside them.

internal import StructuredText

/// The folder that the docker command keeps its settings in. Source: docker/cli cli/config, cli/context/store.
package struct DockerFolder: Sendable {
  /// Its path.
  package let path: String

  /// The folder of an environment: DOCKER_CONFIG, or `.docker` at home.
  package init(_ environment: Environment) {
    path = environment["DOCKER_CONFIG"] ?? "\(environment["HOME"] ?? "")/.docker"
  }

  /// What `config.json` says.
  struct Config {
    var currentContext: String?
    var headers: [(name: String, value: String)] = []
  }

  /// A context of the store. The folder of its files is named by a hash of its name, and is found by looking.
  struct Context {
    var name = ""
    var folder = ""
    var host: String?
    var skipsVerification = false
  }

  /// `config.json`; empty where there is none.
  func config() throws(DockerFault) -> Config {
    let file = "\(path)/config.json"
    guard let bytes = try SmallFile.bytes(file) else { return Config() }
    var config = Config()
    try Self.reading(file, bytes) { (cursor) throws(JSONFault) in
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "currentContext": config.currentContext = try value.optionalString()
        case "HttpHeaders":
          try value.members { (key, value) throws(JSONFault) in
            config.headers.append((key.string, try value.optionalString() ?? ""))
          }
        default: break
        }
      }
    }
    if config.currentContext?.isEmpty == true { config.currentContext = nil }
    return config
  }

  /// All contexts that can be read, by name. One that cannot is left out: nobody may have asked for it.
  func contexts() -> [Context] {
    SmallFile.names(in: "\(path)/contexts/meta").compactMap { folder in
      (try? context(in: folder)) ?? nil
    }
    .sorted { $0.name < $1.name }
  }

  /// The names of all contexts, for completions.
  package var contextNames: [String] { contexts().map(\.name) }

  /// The context of a name.
  func context(named name: String) throws(DockerFault) -> Context {
    var damage: DockerFault?
    var names: [String] = []
    for folder in SmallFile.names(in: "\(path)/contexts/meta") {
      do throws(DockerFault) {
        guard let context = try context(in: folder) else { continue }
        if context.name == name { return context }
        names.append(context.name)
      } catch {
        damage = error
      }
    }
    throw damage ?? .unknownContext(name: name, known: names.sorted())
  }

  private func context(in folder: String) throws(DockerFault) -> Context? {
    let file = "\(path)/contexts/meta/\(folder)/meta.json"
    guard let bytes = try SmallFile.bytes(file) else { return nil }
    var context = Context(folder: folder)
    try Self.reading(file, bytes) { (cursor) throws(JSONFault) in
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "Name": context.name = try value.string()
        case "Endpoints":
          try value.members { (key, value) throws(JSONFault) in
            if key == "docker" { try Self.readEndpoint(&value, into: &context) }
          }
        default: break
        }
      }
    }
    return context
  }

  private static func readEndpoint(
    _ cursor: inout JSONCursor, into context: inout Context
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Host": context.host = try value.optionalString()
      case "SkipTLSVerify": context.skipsVerification = try value.optionalBool() ?? false
      default: break
      }
    }
  }

  /// A file of a context's TLS folder; nil where it is not there.
  func tlsFile(_ name: String, of context: Context) throws(DockerFault) -> [UInt8]? {
    try SmallFile.bytes("\(path)/contexts/tls/\(context.folder)/docker/\(name)")
  }

  private static func reading(
    _ file: String, _ bytes: [UInt8], _ body: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(DockerFault) {
    var cursor = JSONCursor(bytes)
    do throws(JSONFault) {
      try body(&cursor)
    } catch {
      throw .badFile(
        path: file, reason: "is not what docker writes there: \(error.path) \(error.reason.text)")
    }
  }
}
