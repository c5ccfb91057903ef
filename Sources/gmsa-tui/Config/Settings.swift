// What is in force: flag before environment before file before default, decided in this one place.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import StructuredText

/// What the command line says of a key.
struct FlagSetting {
  /// The key's name.
  let key: String
  let set: (inout Config) -> Void

  /// What a flag says; nil where it was not given.
  init?<Value>(_ key: String, _ value: Value?, set: @escaping (inout Config, Value) -> Void) {
    guard let value else { return nil }
    self.key = key
    self.set = { set(&$0, value) }
  }
}

/// Where a value came from.
enum SettingOrigin: Hashable, Sendable {
  case flag(String)
  case environment(String)
  case file(path: String, line: Int)
  case byDefault

  /// As `config show` prints it.
  var text: String {
    switch self {
    case .flag(let flag): "flag \(flag)"
    case .environment(let name): "environment \(name)"
    case .file(let path, let line): "\(path):\(line)"
    case .byDefault: "default"
    }
  }
}

/// The values in force, and where each came from.
struct Settings: Sendable {
  let config: Config
  /// The config file; nil where none was read.
  let file: ConfigFile?
  private let origins: [String: SettingOrigin]
  let environment: Environment

  /// Reads the config file and lays the environment and flags over it.
  init(configFlag: String?, flags: [FlagSetting?], environment: Environment = .ofProcess) throws(ConfigError)
  {
    let file = ConfigFile(flag: configFlag, environment: environment)
    let text = try file?.text()
    try self.init(file: text == nil ? nil : file, text: text ?? "", flags: flags, environment: environment)
  }

  /// Lays the environment and flags over a config's text.
  init(
    file: ConfigFile?, text: String, flags: [FlagSetting?] = [], environment: Environment
  ) throws(ConfigError) {
    let path = file?.path ?? ""
    let contents: ConfigContents
    do throws(ConfigFaults) {
      contents = try ConfigReader.read(text)
    } catch {
      throw .wrong(path: path, faults: error.all)
    }
    var config = contents.config
    var origins = contents.places.mapValues { SettingOrigin.file(path: path, line: $0.line) }
    for row in ConfigTable.all {
      guard let variable = row.variable, let value = environment[variable.name] else { continue }
      guard variable.take(value, &config) else {
        throw .wrongVariable(name: variable.name, expected: variable.words, value: value)
      }
      origins[row.name] = .environment(variable.name)
    }
    for case let setting? in flags {
      setting.set(&config)
      origins[setting.key] = .flag(ConfigTable.row(setting.key)?.flag ?? setting.key)
    }
    self.config = config
    self.file = file
    self.origins = origins
    self.environment = environment
  }

  /// Where a key's value came from.
  func origin(_ key: String) -> SettingOrigin { origins[key] ?? .byDefault }

  /// Where a part of a key's value came from.
  func origin(_ key: String, part place: TextPlace) -> SettingOrigin {
    if case .file(let path, _) = origin(key) { return .file(path: path, line: place.line) }
    return origin(key)
  }
}

extension Settings {
  /// Whether colour is wanted. `--color auto` goes before the environment as every flag does, and honours NO_COLOR
  /// (no-color.org: present and not empty) because that is what it says.
  var usesColor: Bool {
    switch config.color {
    case .never: false
    case .always: true
    case .auto: environment["NO_COLOR"] == nil
    }
  }

  /// The SOURCE words to read. Paths of the file start at its folder, so that they mean the same wherever the program is
  /// started.
  var sources: [String] {
    guard case .file = origin("sources"), let folder = file?.folder else { return config.sources }
    return config.sources.map { Self.word($0, in: folder) }
  }

  private static func word(_ word: String, in folder: String) -> String {
    guard let read = try? SourceWord(word), SourceTable.kind(of: read.rest) == nil else { return word }
    var source = FileSource(read)
    guard case .path(let path) = source.place, !path.hasPrefix("/") else { return word }
    source.place = .path("\(folder)/\(path)")
    return source.word
  }

  /// What feeds are made from beside their words.
  func surroundings(follows: Bool) -> SourceSurroundings {
    SourceSurroundings(
      environment: environment, config: config, kubeconfig: kubeconfig, follows: follows)
  }

  /// The kubeconfig that a flag or the file names; KUBECONFIG goes before the file, and is read where kubeconfigs are.
  private var kubeconfig: String? {
    guard let path = config.kubeconfig else { return nil }
    switch origin("kubeconfig") {
    case .flag: return path
    case .file: return path.hasPrefix("/") ? path : file.map { "\($0.folder)/\(path)" } ?? path
    case .environment, .byDefault: return nil
    }
  }

  /// Whether the command line speaks of a Kubernetes cluster, so that none needs to be looked for elsewhere.
  var namesKubernetes: Bool {
    ["kubeconfig", "context", "namespaces"].contains { key in
      if case .flag = origin(key) { true } else { false }
    }
  }

  /// The keys of all commands. A config whose keys cannot be laid out was refused when it was read.
  var keyMap: KeyMap { (try? KeyMap(remapping: config.keys.remapping)) ?? .standard }

  /// Gives a dashboard what the config says of it, on the screen and in lines of words alike.
  func prepare(_ state: inout AppState) {
    state.oldAfter = config.oldAfter
    state.usesMouse = config.mouse
    state.scaling.assumptions = assumptions
    state.namedFilters = config.filters.byName
  }

  /// What the model of upkeep assumes.
  var assumptions: UpkeepAssumptions { UpkeepAssumptions(config.assume) }

  /// What pictures are built with.
  var pictureOptions: PictureOptions { PictureOptions(includesLinux: config.linux) }

  /// The mutes on a day.
  func muting(on day: CalendarDay) -> Muting { Muting(config.mutes.map(\.mute), on: day) }

  /// A sentence for each mute that is over, with its place.
  func expiredMutes(on day: CalendarDay) -> [String] {
    config.mutes.filter { $0.mute.isExpired(on: day) }.map { placed in
      let place = origin("mutes", part: placed.place).text
      return
        "\(place): the mute of \(placed.mute.rule) ended with \(placed.mute.until.text): its findings are "
        + "shown again. Take it out, or give it a later day."
    }
  }
}
