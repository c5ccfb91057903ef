// Every command, its keys and its sentence. Adding a command is adding a row.

import StructuredText

/// The commands of all screens.
package enum CommandTable {
  /// Commands that belong together, under a heading of the help screen.
  package struct Group: Sendable {
    /// The heading.
    package let title: String
    /// The commands.
    package let commands: [Command]
  }

  /// Every command, in the groups and the order of the help screen.
  package static let groups = [
    Group(title: "Problems", commands: problems),
    Group(title: "What is shown", commands: matrixFaces + matrixViews + matrixLines),
    Group(title: "Screens", commands: pageCommands + opening + scalingCommands),
    Group(title: "Time", commands: travelling),
    Group(title: "Compare", commands: comparing),
    Group(title: "Move", commands: movement),
    Group(title: "Copy", commands: copying),
    Group(title: "The program", commands: program),
  ]

  /// Every command.
  package static let all: [Command] = groups.flatMap(\.commands)

  /// The command of a name.
  package static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  /// The command whose name is nearest to a mistyped one; nil where none is near.
  package static func nearest(to name: String) -> Command? {
    nearestKey(to: name, among: all.map(\.name)).flatMap(named)
  }

  /// The commands of a screen.
  package static func commands(on screen: ScreenKind) -> [Command] {
    all.filter { $0.screens.contains(screen) }
  }
}
