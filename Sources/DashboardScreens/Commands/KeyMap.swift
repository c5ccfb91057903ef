// Which key runs which command on which screen: the table's own keys, or those of the config.

package import TerminalCanvas

/// Why keys cannot be laid out as asked for.
package enum KeyMapFault: Error, Hashable, Sendable {
  /// No command is called that.
  case unknownCommand(String, nearest: String?)
  /// Two commands of one screen want the same key.
  case conflict(Key, String, String, ScreenKind)
  /// Terminals keep this key for themselves, or it is the way out.
  case reserved(Key, command: String)
}

/// Keys and the commands that they run.
package struct KeyMap: Sendable {
  private let keysOfCommand: [String: [Key]]
  private let commandOfKey: [ScreenKind: [Key: Int]]

  /// The way out that no config can take away.
  private static let exit = (command: "quit", key: Key.control("c"))

  /// The keys of the table.
  package static let standard = KeyMap(laidOut: [:])

  /// No command has a key: where nobody presses any, every sentence names commands instead.
  package static let none = KeyMap(
    laidOut: Dictionary(uniqueKeysWithValues: CommandTable.all.map { ($0.name, []) }), keepsExit: false)

  /// Keys that terminals use for flow control and for killing a program; nothing may be bound to them.
  package static let reserved: Set<Key> = [.control("s"), .control("q"), .control("\\")]

  /// The table's keys, with other keys for some commands; an empty list leaves a command without a key. Throws the
  /// first fault by the order of the table.
  package init(remapping keys: [String: [Key]]) throws(KeyMapFault) {
    if let fault = Self.faults(in: keys).first { throw fault }
    self.init(laidOut: keys)
  }

  private init(laidOut keys: [String: [Key]], keepsExit: Bool = true) {
    var byCommand: [String: [Key]] = [:]
    var byKey: [ScreenKind: [Key: Int]] = [:]
    for (index, command) in CommandTable.all.enumerated() {
      var own = keys[command.name] ?? command.keys
      if keepsExit, command.name == Self.exit.command, !own.contains(Self.exit.key) {
        own.append(Self.exit.key)
      }
      byCommand[command.name] = own
      for screen in command.screens {
        for key in own where byKey[screen, default: [:]][key] == nil {
          byKey[screen, default: [:]][key] = index
        }
      }
    }
    keysOfCommand = byCommand
    commandOfKey = byKey
  }

  /// Everything that is wrong with some remapped keys.
  package static func faults(in keys: [String: [Key]]) -> [KeyMapFault] {
    let names = CommandTable.all.map(\.name)
    var faults = keys.keys.sorted().filter { !names.contains($0) }
      .map { KeyMapFault.unknownCommand($0, nearest: CommandTable.nearest(to: $0)?.name) }
    for command in CommandTable.all {
      for key in keys[command.name] ?? []
      where reserved.contains(key) || (key == exit.key && command.name != exit.command) {
        faults.append(.reserved(key, command: command.name))
      }
    }
    return faults + conflicts(in: keys)
  }

  private static func conflicts(in keys: [String: [Key]]) -> [KeyMapFault] {
    var faults: [KeyMapFault] = []
    var told: Set<[String]> = []
    for screen in ScreenKind.allCases {
      var owner: [Key: String] = [:]
      for command in CommandTable.all where command.screens.contains(screen) {
        for key in keys[command.name] ?? command.keys where key != exit.key {
          if let other = owner[key], other != command.name {
            if told.insert([other, command.name, key.name]).inserted {
              faults.append(.conflict(key, other, command.name, screen))
            }
          } else {
            owner[key] = command.name
          }
        }
      }
    }
    return faults
  }

  /// The command of a key on a screen.
  package func command(for key: Key, on screen: ScreenKind) -> Command? {
    commandOfKey[screen]?[key].map { CommandTable.all[$0] }
  }

  /// The keys of a command, the one to show first.
  package func keys(of command: Command) -> [Key] { keysOfCommand[command.name] ?? [] }

  /// Whether no command has a key.
  package var isEmpty: Bool { keysOfCommand.values.allSatisfy(\.isEmpty) }

  /// How a key is called in a sentence: its own name, or the palette's where the command has no key.
  package func name(of command: String) -> String {
    keysOfCommand[command]?.first?.name ?? ":\(command)"
  }
}
