// Every command, its keys and its sentence. Adding a command is adding a row.

import StructuredText

/// The commands of all screens.
package enum CommandTable {
  /// Every command, in the order of the help screen.
  package static let all: [Command] =
    movement + matrixFaces + matrixViews + matrixLines + pageCommands + opening + copying + program

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
